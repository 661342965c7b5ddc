"""A document as the page shows it: its verdict, its findings and tables section by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Final

import msgspec

from docxlint.report.finding_text import JUDGEMENT, Judged, alike, mark, others
from docxlint.report.formats.html.cell_marks import Numbered, marks, weight
from docxlint.report.formats.html.overview import standing
from docxlint.report.formats.html.table_view import Grid, snapshot
from docxlint.report.location_text import section, trail, within_section
from docxlint.report.report import Report
from docxlint.report.unchecked_text import reasons
from docxlint.report.verdict import judged_by, verdict
from docxlint.report.visible_text import path_text, visible

_MOST: Final = 12  # places of an item that are shown at once


class Rule(msgspec.Struct, frozen=True):
    """A rule: the sentence that should be true, and where it is laid down. `turn` is its turn in
    the document's list of rules, from 1, and 0 where it is not in it.
    """

    name: str
    title: str = ""
    source: str = ""
    turn: int = 0


class Item(msgspec.Struct, frozen=True):
    """Findings of which all but the place is the same, under one number; `more` are the places
    beyond those that are shown at once.
    """

    number: int
    weight: str
    mark: str
    message: str
    rule: Rule
    places: list[str]
    more: list[str]
    details: list[str]


class Judgement(msgspec.Struct, frozen=True):
    """What is judged to be at the root of several findings, and what would do instead; with it
    the items that are told by it alone, of `count` findings, which then give it their weight.
    """

    number: int
    weight: str
    mark: str
    lines: list[str]
    swept: list[Item]
    count: int


class Part(msgspec.Struct, frozen=True):
    """A section: what was judged and found in it, in order, and its tables."""

    label: str
    entries: list[Judgement | Item]
    tables: list[Grid]

    @property
    def marked(self) -> bool:
        """Whether anything is said of it."""
        return bool(self.entries) or any(table.marked for table in self.tables)


class Open(msgspec.Struct, frozen=True):
    """Why something could not be judged: the rules that could not, and the places."""

    text: str
    rules: list[Rule]
    places: list[str]


class DocumentView(msgspec.Struct, frozen=True):
    """One document; `turn` is its turn in the run, from 1."""

    turn: int
    path: str
    standing: str
    verdict: str
    judged_by: str
    parts: list[Part]
    reasons: list[tuple[str, list[Open]]]
    broken: list[str]
    rules: list[Rule]


def document_view(report: Report, turn: int, lang: str) -> DocumentView:
    """`report` as the page shows it."""
    cited = {visible(one.name): one for one in report.cited_rules}
    rules = {
        name: Rule(name, visible(one.title.text(lang)), visible(one.source), place)
        for place, (name, one) in enumerate(cited.items(), start=1)
    }
    return DocumentView(
        turn=turn,
        path=visible(path_text(report.path)),
        standing=standing(report),
        verdict=verdict(report, lang),
        judged_by=judged_by(report, lang),
        parts=list(_parts(report, rules, lang)),
        reasons=[
            (title, [Open(w.text, [rules.get(n, Rule(n)) for n in w.rules], w.places) for w in why])
            for title, why in reasons(report.unchecked, lang)
        ],
        broken=[visible(f"{one.subject}: {one.text(lang)}") for one in report.broken],
        rules=list(rules.values()),
    )


def _parts(report: Report, rules: Mapping[str, Rule], lang: str) -> Iterator[Part]:
    """The sections that have findings or tables, in the document's order."""
    numbered = list(_numbered(report, lang))
    tables = () if report.snapshot is None else report.snapshot.tables
    marked = marks(tables, numbered, lang)
    sections = () if report.snapshot is None else report.snapshot.sections
    told: dict[str | None, list[Numbered]] = {}
    for one in numbered:
        told.setdefault(one.told.findings[0].location.section, []).append(one)
    grids: dict[str | None, list[Grid]] = {}
    for table in tables:
        grids.setdefault(table.section, []).append(snapshot(table, marked))
    by_finding = {found.fingerprint: one for one in numbered for found in one.told.findings}
    for label in dict.fromkeys([None, *sections, *told, *grids]):
        mine = told.get(label, [])
        entries: list[Judgement | Item] = []
        for one in mine:
            for number, judged in one.judged:
                folded = {by_finding[each.fingerprint].number: each for each in judged.swept}
                swept = [numbered[turn - 1] for turn in folded]
                items = [_item(each, rules, label, lang) for each in swept]
                entries.append(_judgement(number, judged, items, lang))
            entries += [] if one.told.swept else [_item(one, rules, label, lang)]
        if mine or label in grids:
            yield Part(_label(label, mine, lang), entries, grids.get(label, []))


def _numbered(report: Report, lang: str) -> Iterator[Numbered]:
    judgements = count(1)
    for number, told in enumerate(alike(report, lang), start=1):
        yield Numbered(number, told, [(next(judgements), judged) for judged in told.judged])


def _label(label: str | None, mine: Sequence[Numbered], lang: str) -> str:
    return section(mine[0].told.findings[0].location, lang) if mine else visible(label or "")


def _item(one: Numbered, rules: Mapping[str, Rule], label: str | None, lang: str) -> Item:
    """The item of `one`, told in the section `label`."""
    first = one.told.findings[0]
    name = visible(first.rule)
    way = within_section if first.location.section == label else trail
    places = [place for found in one.told.findings if (place := way(found.location, lang))]
    # One place more takes no more room than the words that there is one.
    most = _MOST if len(places) > _MOST + 1 else len(places)
    return Item(
        number=one.number,
        weight=weight(first),
        mark=mark(first, lang),
        message=one.told.message,
        rule=rules.get(name, Rule(name)),
        places=places[:most],
        more=places[most:],
        details=one.told.details,
    )


def _judgement(number: int, judged: Judged, swept: list[Item], lang: str) -> Judgement:
    first = judged.swept[0] if judged.swept else None
    said = visible(judged.root.message.text(lang))
    return Judgement(
        number=number,
        weight="" if first is None else weight(first),
        mark=JUDGEMENT.text(lang) if first is None else mark(first, lang),
        lines=[said, *others(judged.root, lang)],
        swept=swept,
        count=len(judged.swept),
    )
