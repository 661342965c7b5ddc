"""Whether the period of a report goes from the first day of a year to its last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec

from docxlint.core.document import Passage
from docxlint.core.finding import Fix, NotApplicable, Problem
from docxlint.core.location import within
from docxlint.core.message import Message
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.values import WrittenDate

_FROM = Message(
    zh="统计期限从“{found}”开始，应从{expected}开始",
    en="the period begins on “{found}”; it should begin on {expected}",
)
_UNTIL = Message(
    zh="统计期限到“{found}”为止，应到{expected}为止",
    en="the period ends on “{found}”; it should end on {expected}",
)
_NONE = Message(zh="没有写明统计期限", en="the text does not state the period")
_BETWEEN = 10


class Options(msgspec.Struct, frozen=True):
    """`says` matches in a sentence that states the period, and `unless` in none that does. Its
    year is for another kind to check.
    """

    says: Regex
    unless: Regex | None = None


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each end of the period that is not the first or the last day of a year."""
    none = True
    for passage in bound.passages:
        if passage.role != "text":
            continue
        for first, last in _periods(bound, passage, options):
            none = False
            year = first.year or last.year or 0
            yield from _check(bound, passage, first, (year, 1, 1), _FROM)
            yield from _check(bound, passage, last, (last.year or year, 12, 31), _UNTIL)
    if none:
        yield NotApplicable(reason=_NONE)


def _periods(
    bound: BoundForm, passage: Passage, options: Options
) -> Iterator[tuple[WrittenDate, WrittenDate]]:
    """The pairs of dates that a sentence gives as its period."""
    text, stops = passage.text, bound.language.sentences.STOPS
    ends = [-1, *(at for at, char in enumerate(text) if char in stops), len(text)]

    @cache
    def states_period(begin: int, end: int) -> bool:
        sentence = text[begin:end]
        return options.says.matches(sentence) and not (
            options.unless is not None and options.unless.matches(sentence)
        )

    for first, last in pairwise(bound.language.dates.written_dates(text)):
        close = last.start - first.end <= _BETWEEN and first.year is not None
        begin = ends[bisect_left(ends, first.start) - 1] + 1
        end = ends[bisect_left(ends, last.end)]
        if (
            close
            and first.exists
            and last.exists
            and last.day is not None
            and states_period(begin, end)
        ):
            yield first, last


def _check(
    bound: BoundForm,
    passage: Passage,
    date: WrittenDate,
    right: tuple[int, int, int],
    message: Message,
) -> Iterator[Problem]:
    year, month, day = right
    if (date.month, date.day) == (month, day):
        return
    written = date.text.strip()
    expected = bound.language.dates.write_date(year, month, day)
    place = within(passage.location, date.start, date.end, written)
    complete = date.year is not None and not date.inherited
    yield Problem(
        message=message(found=written, expected=expected),
        location=place,
        expected=expected,
        found=written,
        fix=Fix(place, expected) if complete else None,
    )


KIND = Kind(name="period", options=Options, run=run)
