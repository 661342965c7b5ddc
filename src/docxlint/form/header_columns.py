"""The columns of a table's header, read through cells that are not merged as the form prints them.

Where the form prints one cell, a document may have several: the label in one and blank cells
beside or below it, the label in each of them, or pieces of it one below the other or side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from docxlint.core.document import Cell, Table
from docxlint.form.align_rows import PrintedRow, TableRow
from docxlint.form.bound import SplitLabel
from docxlint.form.schema import FormBlock, FormLine, TableForm

Fold: TypeAlias = Callable[[str], str]


class HeaderColumn(msgspec.Struct, frozen=True, gc=False):
    """A column of a table's header.

    It begins at slot `start`. `stack` are the header cells over it, from the top, and `left` the
    nearest cell with text to the left of each of them, None if there is none.
    """

    start: int
    stack: tuple[Cell, ...]
    left: tuple[Cell | None, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The header cells over it that are not blank."""
        return tuple(cell for cell in self.stack if cell.text.strip())

    def filled(self) -> tuple[Cell, ...]:
        """The header cells over it, with the cell to the left in place of a blank one.

        A cell that comes twice is there once.
        """
        filled = (
            cell if cell.text.strip() or beside is None else beside
            for cell, beside in zip(self.stack, self.left, strict=True)
        )
        return tuple({id(cell): cell for cell in filled if cell.text.strip()}.values())


def header_columns(
    block: FormBlock, table: Table, span: range, labels: int, fold: Fold
) -> list[HeaderColumn]:
    """The columns of the header in the rows `span`, to the right of the labels.

    The lowest header cell over a slot is a column, however many slots it covers. Its groups are
    the cells over its first slot. Columns without any text are left out, and two that hold one
    label in pieces are one.
    """
    grid = table.grid
    columns: list[HeaderColumn] = []
    lowest: Cell | None = None
    beside: list[Cell | None] = [None] * len(span)
    for slot in range(labels, len(grid[0])):
        here = {id(cell): (cell, at) for at, r in enumerate(span) if (cell := grid[r][slot])}
        stack = tuple(cell for cell, _ in here.values())
        if any(cell.text.strip() for cell in stack) and stack[-1] is not lowest:
            left = tuple(beside[at] for _, at in here.values())
            columns.append(HeaderColumn(slot, stack, left))
        lowest = stack[-1] if stack else None
        beside = [
            cell if (cell := grid[r][slot]) is not None and cell.text.strip() else beside[at]
            for at, r in enumerate(span)
        ]
    return list(_joined(columns, {fold(column.label) for column in block.columns}, fold))


def _joined(
    columns: Sequence[HeaderColumn], labels: set[str], fold: Fold
) -> Iterator[HeaderColumn]:
    """The columns, two neighbours as one where their lowest cells are the pieces of a label."""
    last: HeaderColumn | None = None
    for column in columns:
        if last is not None and _ids(last.stack[:-1]) == _ids(column.stack[:-1]):
            pieces = [fold(each.stack[-1].text) for each in (last, column)]
            if "".join(pieces) in labels and not labels.intersection(pieces):
                stack = (*last.stack, column.stack[-1])
                last = HeaderColumn(last.start, stack, (*last.left, None))
                continue
        if last is not None:
            yield last
        last = column
    if last is not None:
        yield last


def _ids(cells: Sequence[Cell]) -> list[int]:
    return [id(cell) for cell in cells]


def label_levels(path: Sequence[str], column: HeaderColumn, fold: Fold) -> list[int] | None:
    """The label of `path` to which each cell of the stack of a column belongs, by its position.

    A blank cell belongs to the label to its left, or to the one below it, above it if there is
    none. None if the cells do not have the labels of the path and nothing else.
    """
    labels = [fold(label) for label in path]
    levels: list[int] = []
    level, piece = 0, ""
    for cell, beside in zip(column.stack, column.left, strict=True):
        own = fold(cell.text)
        text = own or (fold(beside.text) if beside is not None else "")
        if level < len(labels) and text and labels[level].startswith(piece + text):
            piece += text
            levels.append(level)
            if piece == labels[level]:
                level, piece = level + 1, ""
        elif not own:
            levels.append(min(level, len(labels) - 1))
        elif not piece and level and own == labels[level - 1]:
            levels.append(level - 1)
        else:
            return None
    return levels if level == len(labels) else None


def further_header_rows(
    form: TableForm,
    matches: Sequence[tuple[PrintedRow, TableRow]],
    unmatched: Sequence[TableRow],
    widths: Mapping[int, int],
    fold: Fold,
) -> Iterator[tuple[PrintedRow, TableRow]]:
    """The `unmatched` rows that hold pieces of the header of a block, with a row of that header.

    `matches` pairs printed rows with rows of the document. The row labels of a table, by its id,
    take `widths` slots.
    """
    for number, block in enumerate(form.blocks):
        here = [(printed, row) for printed, row in matches if printed.block == number]
        header = [(printed, row) for printed, row in here if printed.kind == "header"]
        if not header or not unmatched:
            continue
        table = header[0][1].table
        matched = [row.index for printed, row in matches if row.table is table]
        start = max((r for r in matched if r < header[0][1].index), default=-1) + 1
        end = min((r for r in matched if r > header[-1][1].index), default=len(table.grid))
        free = [row for row in unmatched if row.table is table and start <= row.index < end]
        fitting = set(_rows_of_labels(block, table, range(start, end), widths[id(table)], fold))
        yield from ((header[-1][0], row) for row in free if row.index in fitting)


def _rows_of_labels(
    block: FormBlock, table: Table, span: range, labels: int, fold: Fold
) -> Iterator[int]:
    """The rows of `span` in which nothing begins but labels of the header or pieces of them."""
    fitting = {
        id(cell)
        for column in header_columns(block, table, span, labels, fold)
        if any(label_levels(line.path, column, fold) for line in block.columns)
        for cell in column.stack
    }
    for row in span:
        begun = [id(cell) for cell in table.row(row) if cell.row == row and cell.text.strip()]
        if begun and fitting.issuperset(begun):
            yield row


def split_labels(
    columns: Sequence[tuple[FormLine, HeaderColumn]], fold: Fold
) -> Iterator[SplitLabel]:
    """The labels for which a header has several cells where the form has one."""
    cells: dict[tuple[str, ...], dict[int, Cell]] = {}
    for line, column in columns:
        levels = label_levels(line.path, column, fold) or ()
        for level, cell, beside in zip(levels, column.stack, column.left, strict=False):
            parts = cells.setdefault(line.path[: level + 1], {})
            parts[id(cell)] = cell
            if beside is None or cell.text.strip():
                continue
            if fold(line.path[level]).startswith(fold(beside.text)):
                parts[id(beside)] = beside
    for path, parts in cells.items():
        if len(parts) > 1:
            worded = next(cell for cell in parts.values() if cell.text.strip())
            yield SplitLabel(path[-1], worded.location)
