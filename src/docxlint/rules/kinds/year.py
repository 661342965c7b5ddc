"""Whether title, period and text agree on the report year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import TITLE
from docxlint.form.bound import BoundForm
from docxlint.rules.rule import Kind, Outcome
from docxlint.rules.year_statements import (
    NO_YEAR,
    NamedYear,
    Statement,
    named_years,
)

_TEXT = Message(
    zh="此处为{found}年，与标题的报告年度（{expected}年）不一致",
    en="this is {found}, but the report year in the title is {expected}",
)
_TITLE = Message(
    zh="标题写的是{found}年，正文写的报告年度都是{expected}年",
    en="the title says {found}, but the text says {expected} everywhere",
)
_GIVEN = Message(
    zh="标题写的是{found}年，报告年度应为{expected}年",
    en="the title says {found}, but the report year is {expected}",
)
_NONE = Message(zh="正文没有写明报告年度", en="the text does not name the report year")
# If this many places agree with each other, the title is wrong.
_AGREEING = 2


class Options(msgspec.Struct, frozen=True):
    """`statements` has the sentences that name the report year."""

    statements: tuple[Statement, ...]


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each paragraph with another year than the title, or the title if all differ."""
    if bound.year is None:
        place = bound.title.location if bound.title is not None else bound.document.location
        yield Unchecked(reason=NO_YEAR, location=place, causes=(TITLE,))
        return
    title = bound.title
    if title is not None and title.year is not None and title.year != bound.year:
        yield _problem(bound, _GIVEN, title.year, bound.year)
    years = list(named_years(bound, options.statements))
    if not years:
        yield NotApplicable(reason=_NONE)
        return
    wrong = [year for year in years if year.year != bound.year]
    by_title = title is not None and title.year == bound.year
    if by_title and len(wrong) == len(years) and _agree(wrong):
        places = tuple(year.location for year in wrong)
        problem = _problem(bound, _TITLE, bound.year, wrong[0].year)
        yield msgspec.structs.replace(problem, related=places)
        return
    reported: set[tuple[str, int]] = set()
    for year in wrong:
        key = (year.location.path, year.year)
        if key not in reported:
            reported.add(key)
            yield Problem(
                message=_TEXT(found=year.year, expected=bound.year),
                location=year.location,
                expected=bound.language.years.write_year(bound.year),
                found=bound.language.years.write_year(year.year),
                related=(title.location,) if title is not None else (),
            )


def _agree(years: Sequence[NamedYear]) -> bool:
    """Whether enough paragraphs name the same year."""
    paragraphs = {year.location.path for year in years}
    return len({year.year for year in years}) == 1 and len(paragraphs) >= _AGREEING


def _problem(bound: BoundForm, message: Message, found: int, expected: int) -> Problem:
    title = bound.title
    return Problem(
        message=message(found=found, expected=expected),
        location=title.location if title is not None else bound.document.location,
        expected=bound.language.years.write_year(expected),
        found=bound.language.years.write_year(found),
    )


KIND = Kind(name="year", options=Options, run=run)
