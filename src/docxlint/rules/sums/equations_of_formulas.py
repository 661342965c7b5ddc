"""The equations that formulas state of a document's figures, for the diagnosis of wrong ones."""

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
from docxlint.rules.sums.evaluate import Formulas, Side, Summand, sides
from docxlint.rules.sums.figure_names import line_at, lines_of


def equations_of(
    bound: BoundForm, asked: Formulas, *, blank_is_zero: bool = False
) -> Iterator[Equation]:
    """Every equation whose tables are there, those with a figure that is no number too."""
    entries = _Entries(bound)
    for line in lines_of(bound.form, asked.table_name, asked.each, asked.formulas):
        for formula in asked.formulas:
            left, right = sides(bound, asked, formula, line, blank_is_zero=blank_is_zero)
            here, there = left.figures(), right.figures()
            tables = {address.table for address, _ in (*here, *there)}
            if not tables or not tables <= bound.tables.keys():
                continue
            ours = [Addend(entries.at(a, one), one.factor) for a, one in here]
            theirs = [Addend(entries.at(a, one), one.factor) for a, one in there]
            single = ours if _is_stated(left) else theirs if _is_stated(right) else None
            stated = single[0].entry if single is not None else None
            yield Equation(
                addends=(*ours, *(Addend(one.entry, -one.factor) for one in theirs)),
                constant=_constant(left) - _constant(right),
                tolerance=asked.tolerance,
                stated=stated.name if stated is not None else None,
                location=(
                    stated.location
                    if stated is not None
                    else line_at((theirs or ours)[0].entry.location, asked.each)
                ),
            )


def _is_stated(side: Side) -> bool:
    """Whether a side is one figure, and can be the value of a sum."""
    figures = side.figures()
    return len(figures) == 1 and (figures[0][1].value is None or side.value >= 0)


def _constant(side: Side) -> Decimal:
    return sum((one.value or Decimal(0) for one in side.summands if not one.address), Decimal(0))


class _Entries:
    """The figures of a document, each made once."""

    __slots__ = ("bound", "grids", "made")

    def __init__(self, bound: BoundForm) -> None:
        self.bound = bound
        self.made: dict[FigureRef, Entry] = {}
        self.grids: dict[str, _Grids] = {}

    def at(self, address: FigureRef, one: Summand) -> Entry:
        entry = self.made.get(address)
        if entry is None:
            grids = self.grids.get(address.table)
            if grids is None:
                grids = self.grids[address.table] = _Grids.of(self.bound.tables[address.table])
            entry = self.made[address] = self._entry(address, one, grids)
        return entry

    def _entry(self, address: FigureRef, one: Summand, grids: _Grids) -> Entry:
        table = self.bound.tables[address.table]
        block, row = grids.rows[address.row]
        words = table.form.blocks[block]
        column = next(i for i, c in enumerate(words.columns) if c.name == address.column)
        money = bool(words.decimals & {address.row, address.column})
        cell = one.cell
        return Entry(
            name=str(address),
            text=cell.figure.text if cell is not None else "",
            value=one.value,
            places=grids.places if money else 0,
            grid=f"{address.table}/{block}",
            row=row,
            column=column,
            location=cell.location if cell is not None else _home(table, words, address),
        )


class _Grids(msgspec.Struct, frozen=True):
    """Where a table's rows stand, the number of their block and the turn in it, and how many
    decimals its figures have at the most.
    """

    rows: dict[str, tuple[int, int]]
    places: int

    @classmethod
    def of(cls, table: BoundTable) -> _Grids:
        values = (c.figure.value for c in table.cells.values() if c.figure.value is not None)
        exponents = (value.as_tuple().exponent for value in values)
        return cls(
            {
                line.name: (number, turn)
                for number, block in enumerate(table.form.blocks)
                for turn, line in enumerate(block.rows)
            },
            max((-e for e in exponents if isinstance(e, int)), default=0),
        )


def _home(table: BoundTable, block: FormBlock, address: FigureRef) -> Location:
    """Where to point for a figure that has no cell."""
    row = table.row(address.row)
    place = row.location if row is not None else table.location
    label = printed_labels(block.columns)[address.column]
    return msgspec.structs.replace(place, column=label or None)
