"""Patterns in options that contain a number or a year in the writing of a language."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Self

from docxlint.core.message import Message
from docxlint.core.regex import InvalidOption, Regex
from docxlint.text.language import Language

_GROUPS = Message(zh="括号请写成 (?:…)", en="write brackets as (?:…)")
# Replaces the numbers of a language while a pack is read, when no language is known.
_DIGITS = "[0-9]+"


class TextPattern(ABC):
    """A regular expression that is complete only with a language.

    Its only group is the number or the year. Patterns are equal if their sources are equal.
    """

    __slots__ = ("_compiled", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self._compiled: dict[str, Regex] = {}

    @classmethod
    @abstractmethod
    def parse(cls, text: str) -> Self:
        """Parse `text`. Raises InvalidOption if it is not such a pattern."""

    @abstractmethod
    def regex(self, language: Language) -> Regex:
        """Return the expression for a language; it is compiled once."""

    def _compile(self, source: str, part: str) -> Regex:
        """Compile `source` and keep it under `part`, the part that comes from a language.

        Raises InvalidOption if it does not have exactly one group.
        """
        compiled = self._compiled[part] = Regex.parse(source)
        if compiled.groups != 1:
            raise InvalidOption(_GROUPS)
        return compiled

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.source == self.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return type(self).parse, (self.source,)


class NumberPattern(TextPattern):
    """A pattern in which {n} stands for a number: 12, 1,009, ３５, 三十五, 1.2万."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse `text`.

        Raises InvalidOption if it does not have {n} exactly once, or if it has a group.
        """
        if text.count("{n}") != 1:
            raise InvalidOption(Message(zh="要写一个 {n}，且只写一个", en="one {n} is wanted"))
        pattern = cls(text)
        pattern._expand(f"({_DIGITS})")
        return pattern

    def regex(self, language: Language) -> Regex:
        """Return the expression with the numbers of a language; it is compiled once."""
        number = language.quantities.PATTERN
        return self._compiled.get(number) or self._expand(number)

    def _expand(self, number: str) -> Regex:
        return self._compile(self.source.replace("{n}", number), number)


class YearPattern(TextPattern):
    """A pattern in which {year} stands for a year, with 年: 2023年, ２０２３ 年, 二〇二三年.

    The first {year} is the group; others match any year.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse `text`. Raises InvalidOption if it has no {year}, or if it has a group."""
        if "{year}" not in text:
            raise InvalidOption(Message(zh="缺少 {year}", en="{year} is missing"))
        pattern = cls(text)
        pattern._expand(_DIGITS, "")
        return pattern

    def regex(self, language: Language) -> Regex:
        """Return the expression with the years of a language; it is compiled once."""
        year = language.years.YEAR
        return self._compiled.get(year) or self._expand(year, language.years.AFTER_YEAR)

    def _expand(self, year: str, after_year: str) -> Regex:
        before, _, after = self.source.partition("{year}")
        after = after.replace("{year}", f"(?:{year}){after_year}")
        return self._compile(f"{before}({year}){after_year}{after}", year)
