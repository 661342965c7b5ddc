"""What stands in the way of a copy, said in one sentence in both languages."""

from __future__ import annotations

from docxlint.core.message import Message


class NoCopy(Exception):
    """No sound copy can be made of a document; `phrase` says why in one sentence."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message
