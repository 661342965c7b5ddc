"""Descriptions of the classes and options that packs use.

The Chinese ones come from descriptions.zh.yaml, the English ones from docstrings.
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


class Description(msgspec.Struct, frozen=True):
    """The description of a class.

    `summary` describes the class in Chinese; `keys` describes its fields, by their names in
    YAML. Both are empty for a class of a plugin. `doc` is the English docstring, on one line.
    """

    summary: str = ""
    keys: dict[str, str] = {}
    doc: str = ""

    def of_option(self, key: str) -> Message:
        """Return the description of a field, by its name in YAML.

        The English text is the sentences of `doc` that name the field. Either text may be "".
        """
        named = re.compile(rf"`{re.escape(key)}[`:]")
        sentences = [part for part in _SENTENCES.split(self.doc) if named.search(part)]
        return Message(zh=self.keys.get(key, ""), en=" ".join(sentences))

    def as_schema(self, key: str | None = None) -> dict[str, str]:
        """Return the description of the class, or of one field, as an entry of a JSON Schema."""
        message = Message(zh=self.summary, en=self.doc) if key is None else self.of_option(key)
        text = "\n\n".join(part for part in (message.zh, message.en) if part)
        return {"description": text} if text else {}


def describe(kind: type) -> Description:
    """Return the description of the class `kind`, with the fields that it inherits."""
    texts = [_texts_by_class().get(class_key(each), {}) for each in kind.__mro__]
    keys = {key: text for each in reversed(texts) for key, text in each.items() if key != _ABOUT}
    doc = " ".join(inspect.cleandoc(kind.__doc__ or "").split())
    return Description(texts[0].get(_ABOUT, ""), keys, doc)


def class_key(kind: type) -> str:
    """Return the key of a class in the YAML file, such as "checks.equation.Options"."""
    return f"{kind.__module__}.{kind.__qualname__}".removeprefix("docxlint.")


@cache
def _texts_by_class() -> dict[str, dict[str, str]]:
    return msgspec.yaml.decode(_TABLE.read_bytes(), type=dict[str, dict[str, str]])


def all_texts() -> dict[str, dict[str, str]]:
    """Return the Chinese descriptions by class and field."""
    return {name: dict(texts) for name, texts in _texts_by_class().items()}
