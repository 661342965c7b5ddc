"""The report year as several places of a document state it, and which one counts."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

import msgspec

from docxlint.core.document import Passage
from docxlint.core.location import Location, within
from docxlint.form.bound import BoundForm
from docxlint.form.find_signature import find_signature

Place: TypeAlias = Literal["title", "introduction", "period", "signature"]
# So many places that agree say which year is right.
_ENOUGH = 3
# The year of a title of the document stands so many characters before its name at most.
_WIDTH = 30


class YearSource(msgspec.Struct, frozen=True):
    """A place that states the report year."""

    place: Place
    year: int
    location: Location


def year_sources(bound: BoundForm) -> tuple[YearSource, ...]:
    """Return the report year by title, introduction and period, and by the closing date.

    A report is dated in the year after the one that it is about.
    """
    return tuple(_sources(bound))


def settle_year(sources: Sequence[YearSource]) -> int | None:
    """Return the year that the sources give, None where they give none or disagree.

    Where three agree they are right. The closing date alone contradicts nothing: it may be wrong
    itself, and another rule checks it.
    """
    votes = Counter(source.year for source in sources)
    if not votes:
        return None
    year, count = votes.most_common(1)[0]
    if count >= _ENOUGH or len(votes) == 1:
        return year
    stated = {source.year for source in sources if source.place != "signature"}
    return stated.pop() if len(stated) == 1 else None


def _sources(bound: BoundForm) -> Iterator[YearSource]:
    title = bound.title
    if title is not None and title.year is not None:
        yield YearSource("title", title.year, title.location)
    texts = [p for p in bound.passages if p.role == "text" and p.location.section is None]
    yield from _first(_introductions(bound, texts))
    yield from _first(_periods(bound, texts))
    closing = find_signature(bound)
    if closing is not None and closing.date is not None and closing.date.year is not None:
        place = closing.date_location or bound.document.location
        yield YearSource("signature", closing.date.year - 1, place)


def _first(sources: Iterator[YearSource]) -> Iterator[YearSource]:
    source = next(sources, None)
    if source is not None:
        yield source


def _introductions(bound: BoundForm, passages: Sequence[Passage]) -> Iterator[YearSource]:
    """The years before the name of the document, unless it is part of another one's name."""
    name, years = bound.form.title.name, bound.language.years
    for passage in passages:
        at = passage.text.find(name)
        while at >= 0:
            start = at
            while start > max(0, at - _WIDTH) and not _is_mark(passage.text[start - 1]):
                start -= 1
            year = years.last_year_named(passage.text[start:at])
            after = passage.text[at + len(name) : at + len(name) + 1]
            quoted = start > 0 and unicodedata.category(passage.text[start - 1]) in ("Ps", "Pi")
            if year is not None and (not quoted or not after.isalnum()):
                place = within(passage.location, start, at, passage.text[start:at])
                yield YearSource("introduction", year, place)
            at = passage.text.find(name, at + 1)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("P")


def _periods(bound: BoundForm, passages: Sequence[Passage]) -> Iterator[YearSource]:
    """The years of which both the first day and the last are named, one after the other."""
    for passage in passages:
        dates = bound.language.dates.written_dates(passage.text)
        for first, last in pairwise(dates):
            is_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
            if bound.language.years.is_comparison(passage.text):
                continue
            if is_year and first.year is not None and last.year in (first.year, None):
                words = passage.text[first.start : last.end]
                place = within(passage.location, first.start, last.end, words)
                yield YearSource("period", first.year, place)
