"""A document as the page shows it: its verdict, its findings and its tables by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from docxlint.report.build_tree import document_node
from docxlint.report.finding_text import texts
from docxlint.report.formats.html.cell_marks import cell_marks
from docxlint.report.formats.html.overview import standing
from docxlint.report.formats.html.table_view import TableView, table_view
from docxlint.report.location_text import location_text, section_heading, text_in_section
from docxlint.report.report import Report
from docxlint.report.tree import DocumentNode, FindingGroup, LikelyCause, UncheckedReason
from docxlint.report.visible_text import visible

_MOST: Final = 12  # places of a group that are shown at once


class RuleView(msgspec.Struct, frozen=True):
    """A rule: what should be true and its source. `turn` is its position in the document's list
    of rules, from 1; 0 where it is not in the list.
    """

    name: str
    title: str = ""
    source: str = ""
    turn: int = 0


class GroupView(msgspec.Struct, frozen=True):
    """A group of findings under one number; `more` are the places that are folded away."""

    number: int
    weight: str
    mark: str
    message: str
    rule: RuleView
    places: list[str]
    more: list[str]
    details: list[str]


class CauseView(msgspec.Struct, frozen=True):
    """A likely cause; `covered` are the groups that it reports, with `count` findings."""

    number: int
    weight: str
    mark: str
    lines: list[str]
    covered: list[GroupView]
    count: int


class SectionView(msgspec.Struct, frozen=True):
    """A section: its entries in order, and its tables."""

    label: str
    entries: list[CauseView | GroupView]
    tables: list[TableView]

    @property
    def marked(self) -> bool:
        """Whether the section has entries or marked cells."""
        return bool(self.entries) or any(table.marked for table in self.tables)


class ReasonView(msgspec.Struct, frozen=True):
    """Why rules could not be checked: the rules and the places."""

    text: str
    rules: list[RuleView]
    places: list[str]


class DocumentView(msgspec.Struct, frozen=True):
    """One document; `turn` is its position in the run, from 1."""

    turn: int
    path: str
    standing: str
    verdict: str
    checked_with: str
    sections: list[SectionView]
    reasons: list[tuple[str, list[ReasonView]]]
    broken: list[str]
    rules: list[RuleView]


_Rules = Mapping[str, RuleView]


def document_view(report: Report, turn: int, lang: str) -> DocumentView:
    """The values for the template of `report`, in `lang`."""
    node = document_node(report)
    cited = {visible(rule.name): rule for rule in report.cited_rules}
    rules = {
        name: RuleView(name, visible(rule.title.text(lang)), visible(rule.source), place)
        for place, (name, rule) in enumerate(cited.items(), start=1)
    }
    return DocumentView(
        turn=turn,
        path=node.path,
        standing=standing(report),
        verdict=node.verdict.text(lang),
        checked_with="" if node.checked_with is None else node.checked_with.text(lang),
        sections=list(_sections(node, report, rules, lang)),
        reasons=[
            (group.title.text(lang), [_reason(each, rules, lang) for each in group.reasons])
            for group in node.unchecked
        ],
        broken=texts(node.broken, lang),
        rules=list(rules.values()),
    )


def _reason(reason: UncheckedReason, rules: _Rules, lang: str) -> ReasonView:
    names = [rules.get(name, RuleView(name)) for name in reason.rules]
    return ReasonView(reason.text.text(lang), names, texts(reason.places, lang))


def _sections(
    node: DocumentNode, report: Report, rules: _Rules, lang: str
) -> Iterator[SectionView]:
    """The sections that have entries or tables, in the document's order."""
    snapshot = report.snapshot
    tables = () if snapshot is None else snapshot.tables
    all_entries = [entry for section in node.sections for entry in section.entries]
    marks = cell_marks(tables, all_entries, lang)
    groups = [entry for entry in all_entries if isinstance(entry, FindingGroup)]
    by_finding = {each.fingerprint: group for group in groups for each in group.findings}
    entries: dict[str | None, list[CauseView | GroupView]] = {}
    for section in node.sections:
        views = entries.setdefault(section.name, [])
        for entry in section.entries:
            if isinstance(entry, LikelyCause):
                numbers = (by_finding[each.fingerprint].number for each in entry.covered)
                folded = [groups[number - 1] for number in dict.fromkeys(numbers)]
                views.append(_cause(entry, folded, rules, section.name, lang))
            elif not entry.covered:
                views.append(_group(entry, rules, section.name, lang))
    tables_of: dict[str | None, list[TableView]] = {}
    for table in tables:
        tables_of.setdefault(table.section, []).append(table_view(table, marks))
    names = () if snapshot is None else snapshot.sections
    for name in dict.fromkeys([None, *names, *entries, *tables_of]):
        if name in entries or name in tables_of:
            heading = section_heading(name).text(lang)
            yield SectionView(heading, entries.get(name, []), tables_of.get(name, []))


def _group(group: FindingGroup, rules: _Rules, section: str | None, lang: str) -> GroupView:
    """A group as it appears in the section named `section`."""
    in_section = group.findings[0].location.section == section
    place_text = text_in_section if in_section else location_text
    places = texts((place_text(finding.location) for finding in group.findings), lang)
    # One more place takes no more room than the words for it.
    most = _MOST if len(places) > _MOST + 1 else len(places)
    return GroupView(
        number=group.number,
        weight=group.weight,
        mark=group.label.text(lang),
        message=group.message.text(lang),
        rule=rules.get(group.rule, RuleView(group.rule)),
        places=places[:most],
        more=places[most:],
        details=texts(group.details, lang),
    )


def _cause(
    cause: LikelyCause, covered: list[FindingGroup], rules: _Rules, section: str | None, lang: str
) -> CauseView:
    return CauseView(
        number=cause.number,
        weight=cause.weight,
        mark=cause.label.text(lang),
        lines=texts((cause.message, *cause.alternatives), lang),
        covered=[_group(group, rules, section, lang) for group in covered],
        count=len(cause.covered),
    )
