"""What makes a file unreadable, said in one sentence in both languages."""

from __future__ import annotations

from docxlint.core.folding import shorten
from docxlint.core.message import Message


class Unreadable(Exception):
    """The source is no Word document that can be read; `phrase` says why in one sentence."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


def shown(name: str) -> str:
    """`name`, which a stranger chose, short and without characters that do not print."""
    return shorten("".join(c if c.isprintable() else "?" for c in name), 60)
