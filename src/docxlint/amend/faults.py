"""What stands in the way of a copy, said in one sentence in both languages."""

from __future__ import annotations

from docxlint.finding import Phrase


class NoCopy(Exception):
    """No sound copy can be made of a document; `phrase` says why in one sentence."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.en)
        self.phrase = phrase
