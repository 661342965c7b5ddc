"""Whether title, period and text agree on the report year."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import TITLE
from docxlint.form.bound import BoundForm
from docxlint.form.year_sources import year_sources
from docxlint.rules.message_parts import join_list
from docxlint.rules.rule import Kind, Outcome
from docxlint.rules.year_statements import (
    NO_YEAR,
    Statement,
    named_years,
)

_TEXT = Message(
    zh="此处为{found}年，与报告年度（{expected}年）不一致",
    en="this is {found}, but the report year is {expected}",
)
_TITLE = Message(
    zh="标题写的是{found}年，其余各处写的报告年度是{expected}年",
    en="the title says {found}, but the report year is {expected} elsewhere",
)
_GIVEN = Message(
    zh="标题写的是{found}年，报告年度应为{expected}年",
    en="the title says {found}, but the report year is {expected}",
)
_NONE = Message(zh="正文没有写明报告年度", en="the text does not name the report year")
_DISAGREE = Message(
    zh="报告年度前后不一致：{places}；请核对是哪一年",
    en="the report year differs: {places}; check which is right",
)
_PLACES = {
    "title": Message(zh="标题是{year}年", en="{year} in the title"),
    "introduction": Message(zh="开头是{year}年", en="{year} in the introduction"),
    "period": Message(zh="统计期限是{year}年", en="{year} in the period"),
    "signature": Message(zh="按成文日期应是{year}年", en="{year} by the closing date"),
}


class Options(msgspec.Struct, frozen=True):
    """`statements` has the sentences that name the report year."""

    statements: tuple[Statement, ...]


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each paragraph with another year than the report, or the title if that is wrong.

    Where the places disagree and no three of them agree, this is one problem without a right year.
    """
    if bound.year is None:
        yield from _undecided(bound)
        return
    title = bound.title
    years = list(named_years(bound, options.statements))
    if title is not None and title.year is not None and title.year != bound.year:
        places = tuple(year.location for year in years if year.year == bound.year)
        problem = _problem(bound, _TITLE if places else _GIVEN, title.year, bound.year)
        yield msgspec.structs.replace(problem, related=places)
    if not years:
        yield NotApplicable(reason=_NONE)
        return
    reported: set[tuple[str, int]] = set()
    for year in years:
        key = (year.location.path, year.year)
        if year.year != bound.year and key not in reported:
            reported.add(key)
            yield Problem(
                message=_TEXT(found=year.year, expected=bound.year),
                location=year.location,
                expected=bound.language.years.write_year(bound.year),
                found=bound.language.years.write_year(year.year),
                related=(title.location,) if title is not None else (),
            )


def _undecided(bound: BoundForm) -> Iterator[Outcome]:
    """Yield the disagreement of the places that state the report year, if there is one."""
    sources = year_sources(bound)
    if len({source.year for source in sources}) < 2:
        place = bound.title.location if bound.title is not None else bound.document.location
        yield Unchecked(reason=NO_YEAR, location=place, causes=(TITLE,))
        return
    stated = join_list([_PLACES[source.place](year=source.year) for source in sources])
    yield Problem(
        message=_DISAGREE(places=stated),
        location=sources[0].location,
        found=bound.language.years.write_year(sources[0].year),
        related=tuple(source.location for source in sources[1:]),
        subjects=(TITLE,),
    )


def _problem(bound: BoundForm, message: Message, found: int, expected: int) -> Problem:
    title = bound.title
    return Problem(
        message=message(found=found, expected=expected),
        location=title.location if title is not None else bound.document.location,
        expected=bound.language.years.write_year(expected),
        found=bound.language.years.write_year(found),
    )


KIND = Kind(name="year", options=Options, run=run)
