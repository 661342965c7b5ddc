"""Whether plans name a year after the report year."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.checks.years import EXTRA, FRONT, NO_YEAR, Statement, named_years, verify_statements
from docxlint.finding import NotApplicable, Phrase, Problem, Unjudged
from docxlint.form.filled import Filled
from docxlint.form.words import Form
from docxlint.rule import Kind, OptionFault, Outcome

_STALE = Phrase(
    zh="下一步计划写的是{found}年，报告年度是{year}年，应为{expected}年",
    en="the plan names {found} in a report for {year}; it should be {expected}",
)
_NOT_THERE = Phrase(zh="文档里没有写计划的部分", en="the section that holds plans is not there")
_NONE = Phrase(zh="没有写明年份的计划", en="no plan names a year")


class Options(msgspec.Struct, frozen=True):
    """`plans` are the sentences that say what is to be done in a year."""

    plans: tuple[Statement, ...]


def run(filled: Filled, options: Options) -> Iterator[Outcome]:
    """Every plan for the report year or one before it."""
    if filled.year is None:
        place = filled.title.location if filled.title is not None else filled.document.location
        yield Unjudged(reason=NO_YEAR, location=place, causes=("title",))
        return
    none = True
    for plan in named_years(filled, options.plans):
        none = False
        if plan.year <= filled.year:
            yield Problem(
                message=_STALE(found=plan.year, year=filled.year, expected=filled.year + 1),
                location=plan.location,
                expected=f"{filled.year + 1}年",
                found=f"{plan.year}年",
            )
    if none:
        yield from _nothing(filled, options)


def _nothing(filled: Filled, options: Options) -> Iterator[Outcome]:
    """Why there was nothing to look at: the sections are not there, or name no year."""
    asked = {name for plan in options.plans for name in plan.sections} - {FRONT, EXTRA}
    absent = sorted(name for name in asked if filled.section(name) is None)
    for name in absent:
        yield Unjudged(
            reason=_NOT_THERE, location=filled.document.location, causes=(f"sections.{name}",)
        )
    if not absent:
        yield NotApplicable(reason=_NONE)


def verify(options: Options, form: Form) -> Iterator[OptionFault]:
    """Sections that the form does not have."""
    return verify_statements(form, options.plans, "plans")


KIND = Kind(name="plans", options=Options, run=run, verify=verify)
