"""A table as the page draws it: wrong cells marked, sums that fail told under their row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.drawn import DrawnCell, DrawnTable
from docxlint.finding import Finding, Suspect
from docxlint.model import Location
from docxlint.report.visible import lines_visible, visible

_GRAVEST_FIRST = ("error", "warning", "info", "waived")
_SHORT = 30  # characters of what should stand in a cell that are shown in it


class Numbered(msgspec.Struct, frozen=True):
    """A finding under its number on the page, how it is marked, and what it says."""

    number: int
    weight: str
    message: str
    details: list[str]
    finding: Finding


class Square(msgspec.Struct, frozen=True):
    """A cell: `role` is head, stub, figure or void (no cell); `weight` marks what is wrong in it,
    "part" that it belongs to a sum that is. `want` is what should stand there, `guess` what would
    put sums right if it stood there.
    """

    role: str
    lines: list[str]
    rows: int = 1
    columns: int = 1
    weight: str = ""
    numbers: list[int] = []
    parts: list[int] = []
    want: str = ""
    guess: str = ""


class Note(msgspec.Struct, frozen=True):
    """A sum that fails, told under the row where it does."""

    number: int
    weight: str
    message: str


class Row(msgspec.Struct, frozen=True):
    """A row: `squares` in order; a row of notes has in its first free place the `notes`."""

    squares: list[Square]
    notes: list[Note] = []
    before: int = 0
    columns: int = 0


class Grid(msgspec.Struct, frozen=True):
    """A table: rows of headers, then the others. `columns` is how many slots it is wide."""

    head: list[Row]
    body: list[Row]
    columns: int


class _Marks(msgspec.Struct):
    wrong: dict[str, list[Numbered]] = {}
    parts: dict[str, list[Numbered]] = {}
    notes: dict[int, list[Note]] = {}
    guesses: dict[str, str] = {}


def drawn(table: DrawnTable, numbered: Sequence[Numbered], guesses: Sequence[Suspect]) -> Grid:
    """`table` with what `numbered` says of its cells, and with the figures under suspicion."""
    marks = _marks(table, numbered, guesses)
    slots: dict[tuple[int, int], DrawnCell] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                slots[row, column] = cell
    rows: list[Row] = []
    head = 0
    for index in range(table.rows):
        rows.append(Row(list(_squares(table, index, slots, marks))))
        if index in marks.notes:
            rows.append(_noted(table, index, slots, marks.notes[index]))
        if head == index and _is_head(table, index, slots):
            head += 1
    crossed = any(cell.row < head < cell.row + cell.rows for cell in table.cells)
    noted = any(row < head for row in marks.notes)
    head = 0 if crossed or noted or head == table.rows else head
    return Grid(rows[:head], rows[head:], table.columns)


def _marks(table: DrawnTable, numbered: Sequence[Numbered], guesses: Sequence[Suspect]) -> _Marks:
    by_path = {cell.path: cell for cell in table.cells}
    marks = _Marks()
    for guess in guesses:
        for cell in () if guess.location is None else _cells(table, by_path, guess.location):
            marks.guesses.setdefault(cell.path, guess.expected)
    for one in numbered:
        here = list(_cells(table, by_path, one.finding.location))
        for cell in here:
            marks.wrong.setdefault(cell.path, []).append(one)
        related = [c for place in one.finding.related for c in _cells(table, by_path, place)]
        for cell in related:
            if cell not in here:
                marks.parts.setdefault(cell.path, []).append(one)
        if here and related:
            note = Note(one.number, one.weight, one.message)
            last = max(cell.row + cell.rows - 1 for cell in here)
            marks.notes.setdefault(last, []).append(note)
    return marks


def _cells(
    table: DrawnTable, by_path: dict[str, DrawnCell], place: Location
) -> Iterator[DrawnCell]:
    """The cells of `table` that `place` is, is in, or has in it; none where it is all of it."""
    if place.part != table.part or not place.path.startswith(f"{table.path}/"):
        return
    path = place.path
    while len(path) > len(table.path):
        if path in by_path:
            yield by_path[path]
            return
        path = path.rpartition("/")[0]
    yield from (cell for cell in table.cells if cell.path.startswith(f"{place.path}/"))


def _squares(
    table: DrawnTable, row: int, slots: dict[tuple[int, int], DrawnCell], marks: _Marks
) -> Iterator[Square]:
    column = 0
    while column < table.columns:
        cell = slots.get((row, column))
        if cell is None:
            yield Square("void", [])
            column += 1
            continue
        if cell.row == row:
            yield _square(cell, marks)
        column = cell.column + cell.columns


def _square(cell: DrawnCell, marks: _Marks) -> Square:
    wrong = marks.wrong.get(cell.path, [])
    parts = marks.parts.get(cell.path, [])
    weights = {one.weight for one in wrong}
    gravest = next((weight for weight in _GRAVEST_FIRST if weight in weights), "")
    inserted = sum(cell.row <= row < cell.row + cell.rows - 1 for row in marks.notes)
    return Square(
        role=cell.role,
        lines=lines_visible(cell.text).split("\n") if cell.text.strip() else [],
        rows=cell.rows + inserted,
        columns=cell.columns,
        weight=gravest or ("part" if parts else ""),
        numbers=list(dict.fromkeys(one.number for one in wrong)),
        parts=list(dict.fromkeys(one.number for one in parts)),
        want=next(_wanted(cell, wrong), ""),
        guess=visible(marks.guesses.get(cell.path, "")),
    )


def _wanted(cell: DrawnCell, wrong: Sequence[Numbered]) -> Iterator[str]:
    """What should stand in `cell`, where a finding says just that."""
    here = "".join(cell.text.split())
    for one in wrong:
        expected, found = one.finding.expected, one.finding.found
        if here and expected and found is not None and "".join(found.split()) == here:
            yield visible(expected) if len(expected) <= _SHORT else visible(expected[:_SHORT]) + "…"


def _noted(
    table: DrawnTable, row: int, slots: dict[tuple[int, int], DrawnCell], notes: list[Note]
) -> Row:
    """The row of notes under `row`, in the widest stretch that no cell from above reaches into."""
    free = [
        (row, c) not in slots or slots[row, c].row + slots[row, c].rows - 1 == row
        for c in range(table.columns)
    ]
    best = (0, 0)
    start = 0
    for column in range(table.columns + 1):
        if column == table.columns or not free[column]:
            best = max(best, (start, column), key=lambda run: run[1] - run[0])
            start = column + 1
    after = [Square("void", []) for c in range(best[1], table.columns) if free[c]]
    return Row(after, notes, before=sum(free[: best[0]]), columns=best[1] - best[0])


def _is_head(table: DrawnTable, row: int, slots: dict[tuple[int, int], DrawnCell]) -> bool:
    cells = [slots[row, column] for column in range(table.columns) if (row, column) in slots]
    return bool(cells) and all(cell.role == "head" for cell in cells)
