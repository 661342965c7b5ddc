"""The figures that the names in a formula stand for, for each row or column of the form.

With `each` "column" the names are rows, and a formula applies to every column; with "row" they
are columns, and it applies to every row. Without `each` they are full names, and it applies once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import FigureRef
from docxlint.form.bound import BoundCell
from docxlint.form.figure_rows import printed_labels
from docxlint.form.schema import Form, FormBlock, FormLine
from docxlint.rules.message_parts import figure_label
from docxlint.rules.sums.formula import Formula, FormulaName


def lines_of(
    form: Form, table: str | None, each: str | None, formulas: Sequence[Formula]
) -> list[str | None]:
    """Return the names of the columns or rows that have every figure in the formulas.

    Without `each` the formulas apply once: [None].
    """
    if each is None:
        return [None]
    names = [name for formula in formulas for name in formula.names()]
    # A dict keeps the order of the formulas, so the lines always come in the same order.
    ends = dict.fromkeys(
        (_table_of(name.name, table), end.rpartition(".")[2])
        for name in names
        for end in (name.name, name.last)
        if end is not None
    )
    lines: list[str | None] | None = None
    for table_name, end in ends:
        crossing: list[str | None] = []
        for block in form.table(table_name).blocks if table_name else ():
            along, across = _axes(block, each)
            if any(line.name == end for line in along):
                crossing += [line.name for line in across]
        lines = crossing if lines is None else [line for line in lines if line in crossing]
    return lines or []


def location_of_line(location: Location, each: str | None) -> Location:
    """Return the location of a cell as that of the column or row (`each`) that it is in."""
    if each == "column":
        return msgspec.structs.replace(location, row=None)
    if each == "row":
        return msgspec.structs.replace(location, column=None)
    return location


def tables_of(table: str | None, each: str | None, formulas: Sequence[Formula]) -> Iterator[str]:
    """Return the table of each name in the formulas; a table may appear several times."""
    return (figure(n.name, table, each, "").table for f in formulas for n in f.names())


class _SameForm:
    """A form as a key: equal only to the same object, because comparing forms takes long."""

    __slots__ = ("form",)

    def __init__(self, form: Form) -> None:
        self.form = form

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameForm) and other.form is self.form

    def __hash__(self) -> int:
        return id(self.form)


def resolve(
    form: Form, name: FormulaName, table: str | None, each: str | None, line: str | None
) -> tuple[FigureRef, ...]:
    """Return the figures that `name` stands for on `line`, in the order of the form."""
    return _resolve(_SameForm(form), name, table, each, line)


@lru_cache(maxsize=4096)
def _resolve(
    key: _SameForm, name: FormulaName, table: str | None, each: str | None, line: str | None
) -> tuple[FigureRef, ...]:
    form = key.form
    first = figure(name.name, table, each, line)
    if name.last is None:
        return (first,)
    last = figure(name.last, table, each, line)
    if first.row != last.row:
        rows = [row.name for row in form.table(first.table).rows()]
        between = rows[rows.index(first.row) : rows.index(last.row) + 1]
        return tuple(FigureRef(first.table, row, first.column) for row in between)
    columns = [column.name for column in block_of(form, first).columns]
    between = columns[columns.index(first.column) : columns.index(last.column) + 1]
    return tuple(FigureRef(first.table, first.row, column) for column in between)


def block_of(form: Form, ref: FigureRef) -> FormBlock:
    """Return the form's block with the row of `ref`. Raises StopIteration if there is none."""
    blocks = form.table(ref.table).blocks
    return next(block for block in blocks if any(row.name == ref.row for row in block.rows))


def label_of_figure(form: Form, each: str | None, ref: FigureRef, width: int = 40) -> Message:
    """Return the printed label of a figure, cut to `width` characters.

    With `each` "column" this is the label of its row, with "row" that of its column, and without
    `each` those of both.
    """
    rows = printed_labels(tuple(form.table(ref.table).rows()))
    columns = printed_labels(block_of(form, ref).columns)
    return figure_label(
        rows[ref.row] if each != "row" else None,
        columns[ref.column] if each != "column" else None,
        width,
    )


def label_of_cell(cell: BoundCell, each: str | None, width: int = 40) -> Message:
    """Return the printed label of a cell's figure, as `label_of_figure` does for its reference.

    The row of a superseded form has its own label.
    """
    place = cell.location
    return figure_label(
        place.row if each != "row" else None, place.column if each != "column" else None, width
    )


def figure(name: str, table: str | None, each: str | None, line: str | None) -> FigureRef:
    """Return the figure of a name, or of one end of a range, on `line`."""
    parts = name.split(".")
    length = 2 if each is None else 1
    table_name = parts.pop(0) if len(parts) > length else table or ""
    if each is None:
        return FigureRef(table_name, parts[0], parts[1])
    row, column = (parts[0], line or "") if each == "column" else (line or "", parts[0])
    return FigureRef(table_name, row, column)


def _table_of(name: str, table: str | None) -> str:
    """The table that a name includes, else `table`."""
    return name.partition(".")[0] if "." in name else table or ""


def _axes(block: FormBlock, each: str) -> tuple[tuple[FormLine, ...], tuple[FormLine, ...]]:
    """The lines that the names stand for, and those that the formula applies to."""
    return (block.rows, block.columns) if each == "column" else (block.columns, block.rows)
