"""A table as the page draws it: cells with their marks, and notes on wrong sums under rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from docxlint.core.location import Node
from docxlint.core.snapshot import SnapshotCell, SnapshotTable
from docxlint.report.formats.html.cell_marks import Mark, Marks, Note
from docxlint.report.visible_text import lines_visible


class Square(msgspec.Struct, frozen=True):
    """A cell. `role` is head, stub, figure or void (no cell)."""

    role: str
    lines: list[str]
    rows: int = 1
    columns: int = 1
    mark: Mark | None = None


class Row(msgspec.Struct, frozen=True):
    """A row of cells, or a row of `notes` that begins after `before` columns."""

    squares: list[Square]
    notes: list[Note] = []
    before: int = 0
    columns: int = 0


class TableView(msgspec.Struct, frozen=True):
    """A table: header rows, then the others. `columns` is its width in grid columns; `marked` is
    true where a cell has a mark.
    """

    head: list[Row]
    body: list[Row]
    columns: int
    marked: bool


def table_view(table: SnapshotTable, marks: Marks) -> TableView:
    """`table` with the marks of its cells and the notes on its rows."""
    slots: dict[tuple[int, int], SnapshotCell] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                slots[row, column] = cell
    marked = {
        cell.path: mark
        for cell in table.cells
        if (mark := marks.cells.get(Node(table.part, cell.path))) is not None
    }
    notes = marks.notes.get(Node(table.part, table.path), {})
    noted = sorted(notes)
    rows: list[Row] = []
    head = 0
    for index in range(table.rows):
        rows.append(Row(list(_squares(table, index, slots, marked, noted))))
        if index in notes:
            rows.append(_noted(table, index, slots, notes[index]))
        if head == index and _is_head(table, index, slots):
            head += 1
    crossed = any(cell.row < head < cell.row + cell.rows for cell in table.cells)
    has_head_note = any(row < head for row in noted)
    head = 0 if crossed or has_head_note or head == table.rows else head
    return TableView(rows[:head], rows[head:], table.columns, bool(marked or notes))


def _squares(
    table: SnapshotTable,
    row: int,
    slots: Mapping[tuple[int, int], SnapshotCell],
    marks: Mapping[str, Mark],
    noted: Sequence[int],
) -> Iterator[Square]:
    column = 0
    while column < table.columns:
        cell = slots.get((row, column))
        if cell is None:
            yield Square("void", [])
            column += 1
            continue
        if cell.row == row:
            last = cell.row + cell.rows - 1
            inserted = bisect_left(noted, last) - bisect_left(noted, cell.row)
            yield Square(
                role=cell.role,
                lines=lines_visible(cell.text).split("\n") if cell.text.strip() else [],
                rows=cell.rows + inserted,
                columns=cell.columns,
                mark=marks.get(cell.path),
            )
        column = cell.column + cell.columns


def _noted(
    table: SnapshotTable, row: int, slots: Mapping[tuple[int, int], SnapshotCell], notes: list[Note]
) -> Row:
    """The row of notes under `row`, in the widest gap between cells that continue below."""
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


def _is_head(table: SnapshotTable, row: int, slots: Mapping[tuple[int, int], SnapshotCell]) -> bool:
    cells = [slots[row, column] for column in range(table.columns) if (row, column) in slots]
    return bool(cells) and all(cell.role == "head" for cell in cells)
