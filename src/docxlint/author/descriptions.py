"""What is said of the classes that packs are written in: in Chinese from a table, in English
from their own docstrings.
"""

from __future__ import annotations

import inspect
import re
from functools import cache
from pathlib import Path

import msgspec

from docxlint.core.message import Message

_SENTENCES = re.compile(r"(?<=[.:;])\s+(?=[A-Z`])")
_TABLE = Path(__file__).with_name("descriptions.zh.yaml")
_ABOUT = "about"


class About(msgspec.Struct, frozen=True):
    """What is said of a class: in Chinese `about`, and `keys` of its fields by their names in
    YAML (both empty for a class that is not in the table: a plugin's); in English its `doc`.
    """

    about: str = ""
    keys: dict[str, str] = {}
    doc: str = ""

    def of(self, key: str) -> Message:
        """What is said of a key; in English the sentences of `doc` that name it. Either may
        be "".
        """
        named = re.compile(rf"`{re.escape(key)}[`:]")
        sentences = [part for part in _SENTENCES.split(self.doc) if named.search(part)]
        return Message(zh=self.keys.get(key, ""), en=" ".join(sentences))

    def described(self, key: str | None = None) -> dict[str, str]:
        """The description of the class, or of a key, for a JSON Schema; none if there is none."""
        message = Message(zh=self.about, en=self.doc) if key is None else self.of(key)
        text = "\n\n".join(part for part in (message.zh, message.en) if part)
        return {"description": text} if text else {}


def about(kind: type) -> About:
    """What is said of the class `kind`; the keys that it inherits are told by its bases."""
    texts = [_texts_by_class().get(class_key(each), {}) for each in kind.__mro__]
    keys = {key: text for each in reversed(texts) for key, text in each.items() if key != _ABOUT}
    doc = " ".join(inspect.cleandoc(kind.__doc__ or "").split())
    return About(texts[0].get(_ABOUT, ""), keys, doc)


def class_key(kind: type) -> str:
    """What the table calls a class: "checks.equation.Options"."""
    return f"{kind.__module__}.{kind.__qualname__}".removeprefix("docxlint.")


@cache
def _texts_by_class() -> dict[str, dict[str, str]]:
    return msgspec.yaml.decode(_TABLE.read_bytes(), type=dict[str, dict[str, str]])


def table() -> dict[str, dict[str, str]]:
    """The whole table, by what it calls the classes."""
    return {name: dict(texts) for name, texts in _texts_by_class().items()}
