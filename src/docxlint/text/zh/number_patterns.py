"""Patterns with a place for a number, for what sentences say of figures."""

from __future__ import annotations

from docxlint.core.message import Message
from docxlint.core.option_types import InvalidOption, Regex
from docxlint.text.zh.numerals import ARABIC, numeral_pattern

_NUMBER = rf"([{ARABIC}][{ARABIC},，]*(?:[.．][{ARABIC}]+)?万?|{numeral_pattern('两十百千万')})"


class NumberPattern(Regex):
    """A pattern in which {n} stands for a number: 12, 1,009, ３５, 三十五, 1.2万.

    The number is the pattern's only group.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> NumberPattern:
        """The pattern that `text` writes.

        Raises InvalidOption without {n}, with two of them, or with a group of its own.
        """
        if text.count("{n}") != 1:
            raise InvalidOption(Message(zh="要写一个 {n}，且只写一个", en="one {n} is wanted"))
        compiled = super().parse(text.replace("{n}", _NUMBER))._compiled
        if compiled.groups != 1:
            raise InvalidOption(Message(zh="括号请写成 (?:…)", en="write brackets as (?:…)"))
        return cls(text, compiled)
