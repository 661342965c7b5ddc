"""Whether plans are for a year after the report year."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import EXTRA, FRONT, TITLE
from docxlint.form.bound import BoundForm
from docxlint.rules.rule import Kind, Outcome
from docxlint.rules.year_statements import (
    NO_YEAR,
    Statement,
    named_years,
)

_STALE = Message(
    zh="下一步计划写的是{found}年，报告年度是{year}年，应为{expected}年",
    en="the plan is for {found}, but the report is for {year}; it should be for {expected}",
)
_NOT_THERE = Message(zh="文档里没有写下一步计划的部分", en="the section for plans is missing")
_NONE = Message(zh="下一步计划没有写明年份", en="no plan names a year")


class Options(msgspec.Struct, frozen=True):
    """`plans` has the sentences that say what is planned for a year."""

    plans: tuple[Statement, ...]


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each plan for the report year or an earlier one."""
    if bound.year is None:
        place = bound.title.location if bound.title is not None else bound.document.location
        yield Unchecked(reason=NO_YEAR, location=place, causes=(TITLE,))
        return
    none = True
    for plan in named_years(bound, options.plans):
        none = False
        if plan.year <= bound.year:
            yield Problem(
                message=_STALE(found=plan.year, year=bound.year, expected=bound.year + 1),
                location=plan.location,
                expected=bound.language.years.write_year(bound.year + 1),
                found=bound.language.years.write_year(plan.year),
            )
    if none:
        yield from _nothing(bound, options)


def _nothing(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield why nothing was checked: sections are missing, or name no year."""
    names = {ref.name for plan in options.plans for ref in plan.sections} - {FRONT, EXTRA}
    absent = sorted(name for name in names if bound.section(name) is None)
    for name in absent:
        cause = bound.form.section(name).ref
        yield Unchecked(reason=_NOT_THERE, location=bound.document.location, causes=(cause,))
    if not absent:
        yield NotApplicable(reason=_NONE)


KIND = Kind(name="plans", options=Options, run=run)
