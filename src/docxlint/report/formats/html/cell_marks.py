"""What is said of each cell of the drawn tables: wrong, part of a sum that fails, or suspected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from docxlint.core.finding import Diagnosis, Finding, Suspect
from docxlint.core.location import Location, Node
from docxlint.core.snapshot import SnapshotCell, SnapshotTable
from docxlint.report.finding_text import Alike, Judged
from docxlint.report.formats.html.labels import WORDS
from docxlint.report.visible_text import visible

_GRAVEST_FIRST = ("error", "warning", "info", "waived")
_SHORT: Final = 30  # characters of what should stand in a cell that are shown in it


class Numbered(msgspec.Struct, frozen=True):
    """Findings that are alike, under their number on the page; `judged` is to be told before
    them, each judgement under a number of its own.
    """

    number: int
    told: Alike
    judged: list[tuple[int, Judged]]


class Mark(msgspec.Struct):
    """What is said of a cell: of what weight are the faults in it, the numbers of the findings
    that it is the place of (`numbers`), or only belongs to (`parts`), and of the judgements that
    name it. `want` is what should stand in it, `guess` what would put sums right.
    """

    weights: list[str] = []
    numbers: list[int] = []
    parts: list[int] = []
    part: bool = False
    judged: list[int] = []
    want: str = ""
    guess: str = ""

    @property
    def weight(self) -> str:
        """The gravest; "part" where nothing but a sum that it belongs to is wrong."""
        return gravest(self.weights) or ("part" if self.part else "")


class Note(msgspec.Struct, frozen=True):
    """A sum that fails, told under the row where it does: `line` is the label of the row or the
    column that it is the sum of, "" where the message says it; `judged`: a figure is known to be
    wrong, and this only comes of it.
    """

    number: int
    weight: str
    line: str
    message: str
    judged: bool


class Marks(msgspec.Struct, frozen=True):
    """The marks of cells; for each table the notes under its rows."""

    cells: dict[Node, Mark] = {}
    notes: dict[Node, dict[int, list[Note]]] = {}


def weight(found: Finding) -> str:
    """How the page marks it: by its severity, or as waived."""
    return found.severity.value if found.waived is None else "waived"


def gravest(weights: Iterable[str]) -> str:
    """The gravest of `weights`, "" of none."""
    known = set(weights)
    return next((one for one in _GRAVEST_FIRST if one in known), "")


def marks(tables: Iterable[SnapshotTable], numbered: Sequence[Numbered], lang: str) -> Marks:
    """What `numbered` says of the cells of `tables`."""
    made = Marks()
    places = _Places.of(tables)
    weights = {found.fingerprint: weight(found) for one in numbered for found in one.told.findings}
    for one in numbered:
        for number, judged in one.judged:
            grave = gravest(weights.get(each, "") for each in judged.root.explains)
            _judge(made, places, number, judged.root, grave, lang)
    for one in numbered:
        for found in one.told.findings:
            _tell(made, places, one, found, lang)
    return made


class _Places(msgspec.Struct, frozen=True):
    """The cells of tables by their paths, each with its table; those inside rows by the row's."""

    cells: dict[Node, tuple[Node, SnapshotCell]] = {}
    inside: dict[Node, list[tuple[Node, SnapshotCell]]] = {}

    @classmethod
    def of(cls, tables: Iterable[SnapshotTable]) -> _Places:
        made = cls()
        for node, table in {Node(one.part, one.path): one for one in tables}.items():
            for cell in table.cells:
                known = node, cell
                place = Node(table.part, cell.path)
                made.cells[place] = known
                for above in place.ancestors():
                    if above == node:
                        break
                    made.inside.setdefault(above, []).append(known)
        return made

    def find(self, place: Location) -> list[tuple[Node, SnapshotCell]]:
        """The cells that `place` is, is in, or has in it; none where it is a whole table."""
        cell = place.node.nearest(self.cells)
        return [self.cells[cell]] if cell is not None else self.inside.get(place.node, [])


def _judge(
    made: Marks, places: _Places, number: int, root: Diagnosis, grave: str, lang: str
) -> None:
    """Marks what `root` holds for wrong, or for what may be."""
    for mark, one in _suspected(made, places, root.suspects):
        mark.judged.append(number)
        if root.certain:
            mark.weights.append(grave)
            mark.want = mark.want or _shown(one.expected, lang)
        else:
            mark.guess = mark.guess or _shown(one.expected, lang)
    single = [] if root.certain else [change[0] for change in root.alternatives if len(change) == 1]
    for mark, one in _suspected(made, places, single):
        mark.judged.append(number)
        mark.guess = mark.guess or _shown(one.expected, lang)


def _suspected(
    made: Marks, places: _Places, suspects: Iterable[Suspect]
) -> Iterator[tuple[Mark, Suspect]]:
    for one in suspects:
        for table, cell in [] if one.location is None else places.find(one.location):
            yield made.cells.setdefault(Node(table.part, cell.path), Mark()), one


def _tell(made: Marks, places: _Places, one: Numbered, found: Finding, lang: str) -> None:
    """Marks where `found` is, and what else it is about."""
    # Where figures are named that may be wrong, the place of the sum is only where it fails.
    named = any(root.suspects for root in one.told.roots)
    here = {
        Node(table.part, cell.path): (table, cell) for table, cell in places.find(found.location)
    }
    for key, (_, cell) in here.items():
        mark = made.cells.setdefault(key, Mark())
        if one.told.swept or named:
            mark.part = True
            mark.parts += [] if one.told.swept else [one.number]
        else:
            mark.weights.append(weight(found))
            mark.numbers.append(one.number)
            mark.want = mark.want or ("" if one.told.roots else _wanted(cell, found))
    if one.told.swept:
        return
    if not one.told.roots:
        for mark, suspect in _suspected(made, places, found.suspects):
            mark.guess = mark.guess or _shown(suspect.expected, lang)
    related = [known for place in found.related for known in places.find(place)]
    for place, cell in related:
        node = Node(place.part, cell.path)
        if node not in here:
            mark = made.cells.setdefault(node, Mark())
            mark.part = True
            mark.parts.append(one.number)
    if here and related:
        table, _ = next(iter(here.values()))
        last = max(cell.row + cell.rows - 1 for _, cell in here.values())
        line = visible(found.location.column or found.location.row or "")
        note = Note(
            number=one.number,
            weight=weight(found),
            line="" if line in one.told.message else line,
            message=one.told.message,
            judged=named,
        )
        made.notes.setdefault(table, {}).setdefault(last, []).append(note)


def _wanted(cell: SnapshotCell, found: Finding) -> str:
    """What should stand in `cell`, where `found` says just that and nothing else would do."""
    here = "".join(cell.text.split())
    if found.suspects or not here or not found.expected or found.found is None:
        return ""
    return _cut(found.expected) if "".join(found.found.split()) == here else ""


def _shown(text: str, lang: str) -> str:
    return _cut(text) if text.strip() else WORDS["blank"].text(lang)


def _cut(text: str) -> str:
    return visible(text) if len(text) <= _SHORT else visible(text[:_SHORT]) + "…"
