"""The years that sentences name, found by patterns; what all checks of the report year share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.location import Location, within
from docxlint.core.message import Message
from docxlint.core.option_types import InvalidOption, Regex
from docxlint.core.reference import EXTRA, FRONT, PlaceRef
from docxlint.form.bound import BoundForm, Passage
from docxlint.text.zh.numerals import YEAR, write_digits, year_value

NO_YEAR = Message(zh="不知道报告年度", en="the report year is not known")
_SENTENCE = re.compile("[^。；;！!？?\n]+")
# The clause that a year opens, after the mark that may follow it.
_CLAUSE = re.compile(r"\s*(?:年度?)?\s*[，,]?([^，,：:]*)")


class YearRegex(Regex):
    """A pattern in which {year} stands for a year, with 年: 2023年, ２０２３ 年, 二〇二三年.

    The first {year} is the one that is meant; its figures are the pattern's only group.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> YearRegex:
        """The pattern that `text` writes. InvalidOption without {year} or with another group."""
        before, found, after = text.partition("{year}")
        if not found:
            raise InvalidOption(Message(zh="缺少 {year}", en="{year} is missing"))
        others = after.replace("{year}", rf"(?:{YEAR})\s*年\s*")
        compiled = super().parse(rf"{before}({YEAR})\s*年\s*{others}")._compiled
        if compiled.groups != 1:
            raise InvalidOption(Message(zh="括号请写成 (?:…)", en="write brackets as (?:…)"))
        return cls(text, compiled)


class Statement(msgspec.Struct, frozen=True):
    """Sentences that name a year: `says` matches in them.

    `sections` says where: names of the form's sections, "front" for what stands before the
    first, "extra" for those that the form does not have; everywhere, without it. A match counts
    only where nothing in the sentence matches `unless`, and nothing in the clause that the year
    opens matches `unless_then`. With `alone` it counts only in a paragraph that does not name
    the report year, or this year, as well.
    """

    says: YearRegex
    sections: tuple[PlaceRef, ...] = ()
    unless: Regex | None = None
    unless_then: Regex | None = None
    alone: bool = False


class NamedYear(msgspec.Struct, frozen=True):
    """A year that a sentence names: `location` covers its digits."""

    year: int
    text: str
    location: Location
    passage: Passage


def named_years(bound: BoundForm, statements: Sequence[Statement]) -> Iterator[NamedYear]:
    """The years that the statements find in running text, passage by passage, each place once."""
    own = re.compile(f"{bound.year}|{write_digits(bound.year)}|今年|本年") if bound.year else None
    for passage in bound.passages:
        if passage.role == "title" or "年" not in passage.text:
            continue
        asked = list(_asked(passage, statements, own))
        seen: set[int] = set()
        for sentence in _SENTENCE.finditer(passage.text) if asked else ():
            if "年" not in sentence.group():
                continue
            for start, end in _matches(sentence.group(), asked):
                text = sentence.group()[start:end]
                year = year_value("".join(text.split()))
                start += sentence.start()
                if year is not None and start not in seen:
                    seen.add(start)
                    place = within(passage.location, start, start + len(text), text)
                    yield NamedYear(year, text, place, passage)


def _asked(
    passage: Passage, statements: Sequence[Statement], own: re.Pattern[str] | None
) -> Iterator[Statement]:
    place = where(passage)
    for statement in statements:
        if statement.sections and PlaceRef(place) not in statement.sections:
            continue
        if not statement.alone or own is None or own.search(passage.text) is None:
            yield statement


def _matches(sentence: str, statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    for statement in statements:
        for start, end in statement.says.spans(sentence):
            if statement.unless is not None and statement.unless.found(sentence):
                break
            clause = _CLAUSE.match(sentence, end)
            then = clause.group(1) if clause is not None else ""
            if statement.unless_then is None or not statement.unless_then.found(then):
                yield start, end


def where(passage: Passage) -> str:
    """The name of the form's section that a passage stands in; FRONT before the first section,
    EXTRA in one that the form does not have.
    """
    if passage.section is not None:
        return passage.section
    return FRONT if passage.location.section is None else EXTRA
