"""The equations that formulas state about a document's figures, to diagnose wrong figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from docxlint.core.location import Location
from docxlint.core.reference import FigureRef
from docxlint.form.bound import BoundForm, BoundTable
from docxlint.form.figure_rows import printed_labels
from docxlint.form.schema import FormBlock
from docxlint.rules.diagnosis.equations import Addend, Entry, Equation
from docxlint.rules.sums.evaluate import Formulas, SideValue, Summand, evaluate, lines_in
from docxlint.rules.sums.figure_names import location_of_line


def equations_of(
    bound: BoundForm, options: Formulas, *, blank_is_zero: bool = False
) -> Iterator[Equation]:
    """Yield every equation whose tables are present, even if some figure is not a number."""
    entries = _Entries(bound)
    for line in lines_in(bound, options):
        for formula in options.formulas:
            left, right = evaluate(bound, options, formula, line, blank_is_zero=blank_is_zero)
            figures = [*left.figures(), *right.figures()]
            tables = {ref.table for ref, _ in figures}
            if not tables or not tables <= bound.tables.keys():
                continue
            lefts, rights = (
                [Addend(entries.entry(ref, summand), summand.factor) for ref, summand in figures]
                for figures in (left.figures(), right.figures())
            )
            total = lefts if _is_total(left) else rights if _is_total(right) else None
            stated = total[0].entry if total is not None else None
            yield Equation(
                addends=(*lefts, *(Addend(a.entry, -a.factor) for a in rights)),
                constant=_constant(left) - _constant(right),
                tolerance=options.tolerance,
                stated=stated.name if stated is not None else None,
                location=(
                    stated.location
                    if stated is not None
                    else location_of_line((rights or lefts)[0].entry.location, options.each)
                ),
            )


def _is_total(side: SideValue) -> bool:
    """Whether a side is a single figure that may be the total of the other side."""
    figures = side.figures()
    return len(figures) == 1 and (figures[0][1].value is None or side.value >= 0)


def _constant(side: SideValue) -> Decimal:
    return sum((s.value or Decimal(0) for s in side.summands if s.ref is None), Decimal(0))


class _Entries:
    """The entries of a document's figures; each is built once."""

    __slots__ = ("_bound", "_entries", "_grids")

    def __init__(self, bound: BoundForm) -> None:
        self._bound = bound
        self._entries: dict[FigureRef, Entry] = {}
        self._grids: dict[str, _Grid] = {}

    def entry(self, ref: FigureRef, summand: Summand) -> Entry:
        """The entry of a figure of a table that is present."""
        entry = self._entries.get(ref)
        if entry is None:
            grid = self._grids.get(ref.table)
            if grid is None:
                grid = self._grids[ref.table] = _Grid.of(self._bound.tables[ref.table])
            entry = self._entries[ref] = self._build(ref, summand, grid)
        return entry

    def _build(self, ref: FigureRef, summand: Summand, grid: _Grid) -> Entry:
        table = self._bound.tables[ref.table]
        number, row = grid.rows[ref.row]
        block = table.form.blocks[number]
        column = next(i for i, c in enumerate(block.columns) if c.name == ref.column)
        cell = summand.cell
        return Entry(
            name=str(ref),
            text=cell.figure.text if cell is not None else "",
            value=summand.value,
            places=grid.places if block.decimals & {ref.row, ref.column} else 0,
            grid=f"{ref.table}/{number}",
            row=row,
            column=column,
            location=cell.location if cell is not None else _expected_place(table, block, ref),
        )


class _Grid(msgspec.Struct, frozen=True):
    """The positions of a table's figures.

    `rows` maps a row to the number of its block and its position in it. `places` is the largest
    number of decimals in the table.
    """

    rows: dict[str, tuple[int, int]]
    places: int

    @classmethod
    def of(cls, table: BoundTable) -> _Grid:
        """The grid of a table as the document has it."""
        values = (c.figure.value for c in table.cells.values() if c.figure.value is not None)
        exponents = (value.as_tuple().exponent for value in values)
        return cls(
            {
                row.name: (number, position)
                for number, block in enumerate(table.form.blocks)
                for position, row in enumerate(block.rows)
            },
            max((-e for e in exponents if isinstance(e, int)), default=0),
        )


def _expected_place(table: BoundTable, block: FormBlock, ref: FigureRef) -> Location:
    """The location of a figure that has no cell: its row, or the table."""
    row = table.row(ref.row)
    place = row.location if row is not None else table.location
    label = printed_labels(block.columns)[ref.column]
    return msgspec.structs.replace(place, column=label or None)
