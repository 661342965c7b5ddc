"""Reads one row of a table: its labels, its figures under the columns, and what is beyond them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.form.align import Row
from docxlint.form.figures import figure
from docxlint.form.filled import FilledCell, FilledRow
from docxlint.form.words import Block, Line, TableForm
from docxlint.model import Cell, Location


def placed(
    location: Location, place: Location, row: str | None = None, column: str | None = None
) -> Location:
    """`location` with the section and table of `place`, and the printed labels of a row and a
    column, None where it belongs to no single one.
    """
    return msgspec.structs.replace(
        location, section=place.section, table=place.table, row=row, column=column
    )


def read_row(
    form: TableForm,
    block: Block,
    line: Line,
    row: Row,
    labels: int,
    slots: Sequence[int | None],
    place: Location,
) -> FilledRow:
    """The row of the form that `line` prints, as `row` shows it: `labels` is how many slots its
    labels take, `slots` where the columns begin, empty where the header does not tell.
    """
    label = printed_label(line, form.rows()) or None
    zone = [cell for cell in row.cells if cell.column < labels]
    cells = [cell for cell in row.cells if cell.column >= labels]
    chosen = _by_column(cells, len(block.columns), slots)
    used = {id(cell) for cell in chosen if cell is not None}
    figures: list[FilledCell | None] = []
    for column, cell in zip(block.columns, chosen, strict=True):
        if cell is None:
            figures.append(None)
            continue
        figures.append(
            FilledCell(
                name=f"{form.name}.{line.name}.{column.name}",
                cell=cell,
                figure=figure(cell.text),
                location=placed(
                    cell.location, place, label, printed_label(column, block.columns) or None
                ),
            )
        )
    return FilledRow(
        line=line,
        location=placed((zone[-1] if zone else row.cells[0]).location, place, label),
        labels=tuple(_labels(line, zone, row)),
        figures=tuple(figures),
        extra=tuple(c for c in cells if id(c) not in used and c.text.strip()),
    )


def _by_column(cells: Sequence[Cell], count: int, slots: Sequence[int | None]) -> list[Cell | None]:
    """The cell for each column: one after the other where they are as many, else by the slots
    at which the header's columns begin.
    """
    if len(cells) == count:
        return list(cells)
    if not slots:
        return [*cells[:count], *[None] * (count - len(cells))]
    chosen: list[Cell | None] = []
    used: set[int] = set()
    for slot in slots:
        cell = next(
            (c for c in cells if slot is not None and c.column <= slot < c.column + c.columns), None
        )
        if cell is not None and id(cell) in used:
            cell = None
        if cell is not None:
            used.add(id(cell))
        chosen.append(cell)
    return chosen


def _labels(line: Line, zone: Sequence[Cell], row: Row) -> Iterator[tuple[Cell, str]]:
    """Each label cell that begins in this row with the wording that the form has for it."""
    worded = [cell for cell in zone if cell.text.strip()]
    if len(worded) == len(line.path):
        pairs = list(zip(worded, line.path, strict=True))
    elif zone and line.label:
        pairs = [(worded[-1] if worded else zone[-1], line.label)]
    else:
        pairs = []
    return ((cell, label) for cell, label in pairs if cell.row == row.index)


def printed_label(line: Line, beside: Sequence[Line] | Iterator[Line]) -> str:
    """The label of `line` with as many of its groups as tell it from the lines `beside` it."""
    paths = {other.path for other in beside if other.path != line.path}
    for length in range(1, len(line.path) + 1):
        tail = line.path[-length:]
        if not any(path[-length:] == tail for path in paths):
            return " › ".join(tail)
    return " › ".join(line.path)
