"""One sentence in Chinese and in English."""

from __future__ import annotations

import msgspec


class Message(msgspec.Struct, frozen=True, gc=False):
    """One sentence in both languages; as a template, calling it fills the same values in both."""

    zh: str
    en: str

    def __call__(self, **values: object) -> Message:
        """The phrase with `{name}` replaced by the value of that name in both languages.

        A value that is itself a Message is given in the language of the sentence round it.
        """
        return Message(
            zh=self.zh.format_map({k: _said(v, "zh") for k, v in values.items()}),
            en=self.en.format_map({k: _said(v, "en") for k, v in values.items()}),
        )

    def text(self, lang: str) -> str:
        """The sentence in `lang`, "zh" or "en"."""
        return self.en if lang == "en" else self.zh


def _said(value: object, lang: str) -> object:
    return value.text(lang) if isinstance(value, Message) else value
