"""Patterns with a place for a number, for what sentences say of figures."""

from __future__ import annotations

from docxlint.finding import Phrase
from docxlint.scalar import Malformed, Pattern

_NUMBER = "([0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?万?|[零〇一二两三四五六七八九十百千万]+)"


class NumberPattern(Pattern):
    """A pattern in which {n} stands for a number: 12, 1,009, ３５, 三十五, 1.2万.

    The number is the pattern's only group.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> NumberPattern:
        """The pattern that `text` writes; Malformed without {n}, with two, or with a group of its
        own.
        """
        if text.count("{n}") != 1:
            raise Malformed(Phrase(zh="要写一个 {n}，且只写一个", en="one {n} is wanted"))
        compiled = super().parse(text.replace("{n}", _NUMBER))._compiled
        if compiled.groups != 1:
            raise Malformed(Phrase(zh="括号请写成 (?:…)", en="write brackets as (?:…)"))
        return cls(text, compiled)
