"""One sentence in Chinese and in English."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class Message(msgspec.Struct, frozen=True, gc=False):
    """A sentence in both languages. Calling a template fills in values in both languages."""

    zh: str
    en: str

    def __call__(self, **values: object) -> Message:
        """The sentence with each `{name}` replaced by the value of that name.

        A value that is a Message appears in the language of the sentence.
        """
        return Message(
            zh=self.zh.format_map({name: _in_language(v, "zh") for name, v in values.items()}),
            en=self.en.format_map({name: _in_language(v, "en") for name, v in values.items()}),
        )

    def text(self, lang: str) -> str:
        """The sentence in `lang`, "zh" or "en"."""
        return self.en if lang == "en" else self.zh

    @staticmethod
    def same(text: str) -> Message:
        """`text`, such as a word of a document, as the sentence of both languages."""
        return Message(text, text)

    def join(self, parts: Iterable[Message]) -> Message:
        """`parts` with this separator between them."""
        known = list(parts)
        return Message(
            self.zh.join(part.zh for part in known), self.en.join(part.en for part in known)
        )


def _in_language(value: object, lang: str) -> object:
    """`value`, or its text in `lang` where it is a Message."""
    return value.text(lang) if isinstance(value, Message) else value
