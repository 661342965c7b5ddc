"""The marks of cells in the tables of a page: wrong, part of a wrong sum, or suspected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from docxlint.core.finding import Finding, Suspect
from docxlint.core.location import Location, Node
from docxlint.core.snapshot import SnapshotCell, SnapshotTable
from docxlint.report.build_tree import highest_weight
from docxlint.report.finding_text import BLANK
from docxlint.report.tree import Entry, FindingGroup, LikelyCause
from docxlint.report.visible_text import visible

_ORDER = ("error", "warning", "info", "waived")
_LENGTH: Final = 30  # characters of an expected text that fit in a cell


class Mark(msgspec.Struct):
    """The mark of a cell.

    `numbers` are the groups of findings at the cell, `parts` those that it only belongs to,
    `causes` the likely causes that name it. `want` is what the cell should hold, `guess` what
    would make the sums hold.
    """

    weights: list[str] = []
    numbers: list[int] = []
    parts: list[int] = []
    is_part: bool = False
    causes: list[int] = []
    want: str = ""
    guess: str = ""

    @property
    def weight(self) -> str:
        """The most serious weight; "part" where only a sum that the cell belongs to is wrong."""
        known = next((weight for weight in _ORDER if weight in self.weights), "")
        return known or ("part" if self.is_part else "")


class Note(msgspec.Struct, frozen=True):
    """A sum that does not hold, shown under its row.

    `label` names the row or column of the sum, "" where the message does. `has_cause` is true
    where a likely cause names the wrong figure.
    """

    number: int
    weight: str
    label: str
    message: str
    has_cause: bool


class Marks(msgspec.Struct, frozen=True):
    """The marks of cells, and for each table the notes under its rows."""

    cells: dict[Node, Mark] = {}
    notes: dict[Node, dict[int, list[Note]]] = {}


def cell_marks(tables: Iterable[SnapshotTable], entries: Sequence[Entry], lang: str) -> Marks:
    """The marks that the entries of a document put on the cells of `tables`."""
    marks = Marks()
    places = _Places.of(tables)
    groups = [entry for entry in entries if isinstance(entry, FindingGroup)]
    findings = {each.fingerprint: each for group in groups for each in group.findings}
    for entry in entries:
        if isinstance(entry, LikelyCause):
            explained = [findings[e] for e in entry.diagnosis.explains if e in findings]
            _mark_cause(marks, places, entry, highest_weight(explained), lang)
    for group in groups:
        for finding in group.findings:
            _mark_finding(marks, places, group, finding, lang)
    return marks


class _Places(msgspec.Struct, frozen=True):
    """Cells of tables by path, each with its table; `inside` has the cells of a row by its path."""

    cells: dict[Node, tuple[Node, SnapshotCell]] = {}
    inside: dict[Node, list[tuple[Node, SnapshotCell]]] = {}

    @classmethod
    def of(cls, tables: Iterable[SnapshotTable]) -> _Places:
        places = cls()
        for node, table in {Node(each.part, each.path): each for each in tables}.items():
            for cell in table.cells:
                entry = node, cell
                place = Node(table.part, cell.path)
                places.cells[place] = entry
                for above in place.ancestors():
                    if above == node:
                        break
                    places.inside.setdefault(above, []).append(entry)
        return places

    def find(self, place: Location) -> list[tuple[Node, SnapshotCell]]:
        """The cell that contains `place`, or the cells inside it; none for a complete table."""
        cell = place.node.nearest(self.cells)
        return [self.cells[cell]] if cell is not None else self.inside.get(place.node, [])


def _mark_cause(marks: Marks, places: _Places, cause: LikelyCause, weight: str, lang: str) -> None:
    """Mark the cells that a likely cause calls wrong, or possibly wrong."""
    diagnosis = cause.diagnosis
    for mark, suspect in _suspect_marks(marks, places, diagnosis.suspects):
        mark.causes.append(cause.number)
        if diagnosis.certain:
            mark.weights.append(weight)
            mark.want = mark.want or _value(suspect.expected, lang)
        else:
            mark.guess = mark.guess or _value(suspect.expected, lang)
    if diagnosis.certain:
        return
    single = [change[0] for change in diagnosis.alternatives if len(change) == 1]
    for mark, suspect in _suspect_marks(marks, places, single):
        mark.causes.append(cause.number)
        mark.guess = mark.guess or _value(suspect.expected, lang)


def _suspect_marks(
    marks: Marks, places: _Places, suspects: Iterable[Suspect]
) -> Iterator[tuple[Mark, Suspect]]:
    for suspect in suspects:
        for table, cell in [] if suspect.location is None else places.find(suspect.location):
            yield marks.cells.setdefault(Node(table.part, cell.path), Mark()), suspect


def _mark_finding(
    marks: Marks, places: _Places, group: FindingGroup, finding: Finding, lang: str
) -> None:
    """Mark the place of a finding and the cells that it relates to."""
    # Where a cause names wrong figures, the place of the sum is only where it does not hold.
    has_cause = any(diagnosis.suspects for diagnosis in group.diagnoses)
    here = {
        Node(table.part, cell.path): (table, cell) for table, cell in places.find(finding.location)
    }
    for node, (_, cell) in here.items():
        mark = marks.cells.setdefault(node, Mark())
        if group.covered or has_cause:
            mark.is_part = True
            mark.parts += [] if group.covered else [group.number]
        else:
            mark.weights.append(group.weight)
            mark.numbers.append(group.number)
            mark.want = mark.want or ("" if group.diagnoses else _wanted(cell, finding))
    if group.covered:
        return
    if not group.diagnoses:
        for mark, suspect in _suspect_marks(marks, places, finding.suspects):
            mark.guess = mark.guess or _value(suspect.expected, lang)
    related = [entry for place in finding.related for entry in places.find(place)]
    for table, cell in related:
        node = Node(table.part, cell.path)
        if node not in here:
            mark = marks.cells.setdefault(node, Mark())
            mark.is_part = True
            mark.parts.append(group.number)
    if here and related:
        table, _ = next(iter(here.values()))
        last = max(cell.row + cell.rows - 1 for _, cell in here.values())
        note = _note(group, finding, lang, has_cause=has_cause)
        marks.notes.setdefault(table, {}).setdefault(last, []).append(note)


def _note(group: FindingGroup, finding: Finding, lang: str, *, has_cause: bool) -> Note:
    label = visible(finding.location.column or finding.location.row or "")
    message = group.message.text(lang)
    return Note(
        number=group.number,
        weight=group.weight,
        label="" if label in message else label,
        message=message,
        has_cause=has_cause,
    )


def _wanted(cell: SnapshotCell, finding: Finding) -> str:
    """The text that `cell` should have, where the finding gives exactly one."""
    text = "".join(cell.text.split())
    if finding.suspects or not text or not finding.expected or finding.found is None:
        return ""
    return _shorten(finding.expected) if "".join(finding.found.split()) == text else ""


def _value(text: str, lang: str) -> str:
    return _shorten(text) if text.strip() else BLANK.text(lang)


def _shorten(text: str) -> str:
    return visible(text) if len(text) <= _LENGTH else visible(text[:_LENGTH]) + "…"
