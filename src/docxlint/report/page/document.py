"""A document as the page shows it: its verdict, its findings and tables section by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from docxlint.finding import Diagnosis, Finding, Report
from docxlint.report.page.overview import standing
from docxlint.report.page.table import Grid, Numbered, drawn
from docxlint.report.told import details, mark, message, others, untold
from docxlint.report.trail import section, within_section
from docxlint.report.unjudged import Reason, reasons
from docxlint.report.verdict import judged_by, verdict
from docxlint.report.visible import path_text, visible


class Item(msgspec.Struct, frozen=True):
    """Findings of which all but the place is the same, under one number; before them what is
    judged to be at the root of several, and what would do instead.
    """

    number: int
    weight: str
    mark: str
    places: list[str]
    message: str
    rule: str
    details: list[str]
    judged: list[list[str]] = []


class Part(msgspec.Struct, frozen=True):
    """A section: what was found in it, and its tables."""

    label: str
    items: list[Item]
    tables: list[Grid]


class Shown(msgspec.Struct, frozen=True):
    """One document; `turn` is its turn in the run, from 1."""

    turn: int
    path: str
    standing: str
    verdict: str
    judged_by: str
    parts: list[Part]
    reasons: list[tuple[str, list[Reason]]]
    broken: list[str]


def shown(report: Report, turn: int, lang: str) -> Shown:
    """`report` as the page shows it."""
    numbered = list(_numbered(report, lang))
    return Shown(
        turn=turn,
        path=visible(path_text(report.path)),
        standing=standing(report),
        verdict=verdict(report, lang),
        judged_by=judged_by(report, lang),
        parts=list(_parts(report, numbered, lang)),
        reasons=list(reasons(report.unchecked, lang)),
        broken=[visible(f"{one.who}: {one.said(lang)}") for one in report.broken],
    )


def _said(found: Finding, report: Report, lang: str) -> tuple[str | None, str, str, list[str]]:
    told = list(details(untold(found, report), lang))
    return found.location.section, visible(found.rule), message(found, lang), told


def _numbered(report: Report, lang: str) -> Iterator[Numbered]:
    alike = groupby(report.findings, key=lambda found: _said(found, report, lang))
    for number, ((_, _, said, told), group) in enumerate(alike, start=1):
        for found in group:
            yield Numbered(number, weight(found), said, told, found)


def weight(found: Finding) -> str:
    """How the page marks it: by its severity, or as waived."""
    return found.severity.value if found.waived is None else "waived"


def _parts(report: Report, numbered: Sequence[Numbered], lang: str) -> Iterator[Part]:
    """The sections that have findings or tables, in the document's order."""
    known = report.drawn
    waiting = list(report.diagnoses)
    guesses = [one for told in waiting for one in told.suspects]
    guesses += (one for number in numbered for one in number.finding.suspects)
    found = [one.finding.location.section for one in numbered]
    tables = [] if known is None else known.tables
    order = list(dict.fromkeys([None, *(() if known is None else known.sections), *found]))
    for label in (*order, *(t.section for t in tables if t.section not in order)):
        mine = [one for one in numbered if one.finding.location.section == label]
        grids = [drawn(table, numbered, guesses) for table in tables if table.section == label]
        if mine or grids:
            groups = (list(group) for _, group in groupby(mine, lambda one: one.number))
            items = [_item(group, waiting, lang) for group in groups]
            yield Part(_label(label, mine, lang), items, grids)


def _label(label: str | None, mine: Sequence[Numbered], lang: str) -> str:
    return section(mine[0].finding.location, lang) if mine else visible(label or "")


def _item(alike: Sequence[Numbered], waiting: list[Diagnosis], lang: str) -> Item:
    """The item of `alike`; what is judged of them is taken out of `waiting`."""
    first = alike[0]
    fingerprints = {one.finding.fingerprint for one in alike}
    judged = [told for told in waiting if fingerprints.intersection(told.explains)]
    for told in judged:
        waiting.remove(told)
    places = (within_section(one.finding.location, lang) for one in alike)
    return Item(
        number=first.number,
        weight=first.weight,
        mark=mark(first.finding, lang),
        places=[place for place in places if place],
        message=first.message,
        rule=visible(first.finding.rule),
        details=first.details,
        judged=[[visible(told.message.said(lang)), *others(told, lang)] for told in judged],
    )
