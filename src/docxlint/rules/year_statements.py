"""The years that sentences name, for the kinds that check the report year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.document import Passage
from docxlint.core.location import Location, within
from docxlint.core.message import Message
from docxlint.core.reference import EXTRA, FRONT, PlaceRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.text_patterns import YearPattern
from docxlint.text.language import Language

NO_YEAR = Message(zh="不知道报告年度", en="the report year is not known")


class Statement(msgspec.Struct, frozen=True):
    """Sentences that name a year: `says` matches in them.

    `sections` says where to search: in sections of the form, before the first one ("front"), in
    sections that the form does not have ("extra"); everywhere, without it. A match counts only
    if nothing in the sentence matches `unless`, and nothing in the clause that the year starts
    matches `unless_then`. With `alone` it counts only in a paragraph that does not also name the
    report year or 今年, 本年, with `first` only in the first paragraph of text of its section.
    """

    says: YearPattern
    sections: tuple[PlaceRef, ...] = ()
    unless: Regex | None = None
    unless_then: Regex | None = None
    alone: bool = False
    first: bool = False


class NamedYear(msgspec.Struct, frozen=True):
    """A year that a sentence names: `location` covers its digits."""

    year: int
    text: str
    location: Location
    passage: Passage


def named_years(bound: BoundForm, statements: Sequence[Statement]) -> Iterator[NamedYear]:
    """Yield the years that the statements match in running text, each place once."""
    language = bound.language
    years, sentences = language.years, re.compile(f"[^{language.sentences.STOPS}\n]+")
    places: set[str] = set()
    for passage in bound.passages:
        first = passage.role == "text" and where(passage) not in places
        if first and passage.text.strip():
            places.add(where(passage))
        if passage.role == "title" or not years.may_name_year(passage.text):
            continue
        relevant = [
            each for each in _relevant(passage, statements, bound) if first or not each.first
        ]
        seen: set[int] = set()
        for sentence in sentences.finditer(passage.text) if relevant else ():
            if not years.may_name_year(sentence.group()):
                continue
            for start, end in _matches(sentence.group(), relevant, language):
                text = sentence.group()[start:end]
                year = years.year_value("".join(text.split()))
                start += sentence.start()
                if year is not None and start not in seen:
                    seen.add(start)
                    place = within(passage.location, start, start + len(text), text)
                    yield NamedYear(year, text, place, passage)


def _relevant(
    passage: Passage, statements: Sequence[Statement], bound: BoundForm
) -> Iterator[Statement]:
    place = where(passage)
    for statement in statements:
        if statement.sections and PlaceRef(place) not in statement.sections:
            continue
        if (
            not statement.alone
            or not bound.year
            or not bound.language.years.names_year(passage.text, bound.year)
        ):
            yield statement


def _matches(
    sentence: str, statements: Sequence[Statement], language: Language
) -> Iterator[tuple[int, int]]:
    for statement in statements:
        spans = list(statement.says.regex(language).spans(sentence))
        if spans and statement.unless is not None and statement.unless.matches(sentence):
            continue
        for start, end in spans:
            then = language.years.clause_after_year(sentence, end)
            if statement.unless_then is None or not statement.unless_then.matches(then):
                yield start, end


def where(passage: Passage) -> str:
    """Return the name of the form's section that a passage is in, FRONT or EXTRA."""
    if passage.section is not None:
        return passage.section
    return FRONT if passage.location.section is None else EXTRA
