"""Read one row of a table: its labels, its figures under the columns, and extra cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import msgspec

from docxlint.core.document import Cell
from docxlint.core.location import Location
from docxlint.core.reference import FigureRef
from docxlint.form.align_columns import BoundHeader
from docxlint.form.align_rows import TableRow, cell_text, inner_cells, innermost
from docxlint.form.bound import BoundCell, BoundRow, SupersededUse, UndividedRow
from docxlint.form.schema import FormBlock, FormLine
from docxlint.text.language import Language
from docxlint.text.protocols import CellFigures
from docxlint.text.values import Figure


def with_labels(
    location: Location, place: Location, row: str | None = None, column: str | None = None
) -> Location:
    """`location` with the section and table of `place` and the labels of a row and a column.

    The labels are None where it belongs to no single row or column.
    """
    return msgspec.structs.replace(
        location,
        section=place.section,
        table=place.table,
        table_label=place.table_label,
        row=row,
        column=column,
    )


def read_row(
    line: FormLine,
    row: TableRow,
    columns: Mapping[str, str],
    labels: int,
    header: BoundHeader,
    place: Location,
    figures_of: CellFigures,
) -> BoundRow:
    """The row of the form that `line` prints, read from `row`.

    `columns` are the names of the columns and their printed labels. The row labels take `labels`
    slots. `header` has the slots at which the columns begin, none without a header; what stands
    under a header of its own is no extra cell. `place` is the location of the table, with the
    row's printed label.
    """
    zone = [cell for cell in row.cells if cell.column < labels]
    cells = [cell for cell in row.cells if cell.column >= labels]
    chosen = _by_column(cells, len(columns), header.slots)
    used = {id(cell) for cell in chosen if cell is not None}
    figures: list[BoundCell | None] = []
    times = Counter(id(cell) for cell in chosen)
    for (name, label), cell in zip(columns.items(), chosen, strict=True):
        if cell is None:
            figures.append(None)
            continue
        shared = times[id(cell)] > 1 or cell.rows > 1
        figure = cell_figure(cell, figures_of)
        figures.append(
            BoundCell(
                ref=FigureRef(place.table or "", line.name, name),
                cell=cell,
                figure=msgspec.structs.replace(figure, value=None) if shared else figure,
                location=with_labels(
                    innermost(cell).location, place, place.row, None if shared else label or None
                ),
                shared=shared,
            )
        )
    return BoundRow(
        line=line,
        location=with_labels((zone[-1] if zone else row.cells[0]).location, place, place.row),
        labels=tuple(_labels(line, zone, row)),
        figures=tuple(figures),
        extra=tuple(
            c
            for c in cells
            if id(c) not in used and c.column not in header.others and c.text.strip()
        ),
    )


def read_undivided(
    use: SupersededUse,
    block: FormBlock,
    row: TableRow,
    labels: int,
    header: BoundHeader,
    place: Location,
    language: Language,
) -> UndividedRow:
    """The figures of a row of a superseded form, `use`, that stands for several rows of `block`.

    The parameters are those of `read_row`.
    """
    label = "".join(use.words.split())
    line = FormLine(use.rows[0], (label,))
    place = msgspec.structs.replace(place, row=label)
    columns = printed_labels(block.columns)
    figures = read_row(line, row, columns, labels, header, place, language.cells).figures
    cells = zip(block.columns, figures, strict=True)
    return UndividedRow(use.rows, {c.name: cell for c, cell in cells if cell is not None})


def _by_column(cells: Sequence[Cell], count: int, slots: Sequence[int | None]) -> list[Cell | None]:
    """The cell for each column.

    As many cells as columns are taken in their order, others by the slots of the columns: a cell
    over several columns comes for each of them.
    """
    if len(cells) == count:
        return list(cells)
    if not slots:
        return [*cells[:count], *[None] * (count - len(cells))]
    chosen: list[Cell | None] = []
    for slot in slots:
        cell = next(
            (c for c in cells if slot is not None and c.column <= slot < c.column + c.columns), None
        )
        chosen.append(cell)
    return chosen


def cell_figure(cell: Cell, figures_of: CellFigures) -> Figure:
    """The figure that a cell shows, also in a table inside it."""
    text = cell_text(cell)
    if text.strip():
        return figures_of.figure(text)
    drawn = any(paragraph.drawings for paragraph in cell.paragraphs)
    unread = drawn or any(inner.text.strip() for inner in inner_cells(cell))
    return Figure(text="", value=None, plain=False, unread=unread)


def _labels(line: FormLine, zone: Sequence[Cell], row: TableRow) -> Iterator[tuple[Cell, str]]:
    """The label cells that begin in this row, each with the wording of the form."""
    worded = [cell for cell in zone if cell.text.strip()]
    if len(worded) == len(line.path):
        pairs = list(zip(worded, line.path, strict=True))
    elif zone and line.label:
        pairs = [(worded[-1] if worded else zone[-1], line.label)]
    else:
        pairs = []
    return ((cell, label) for cell, label in pairs if cell.row == row.index)


@lru_cache(maxsize=256)
def printed_labels(lines: tuple[FormLine, ...]) -> Mapping[str, str]:
    """The printed label of each line by its name, with the groups that make it unique."""
    tails = Counter(line.path[-n:] for line in lines for n in range(1, len(line.path) + 1))
    labels = {
        line.name: " › ".join(
            next(
                (t for n in range(1, len(line.path)) if tails[t := line.path[-n:]] == 1), line.path
            )
        )
        for line in lines
    }
    return MappingProxyType(labels)
