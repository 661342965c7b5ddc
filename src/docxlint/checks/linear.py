"""The equations that formulas state of a document's figures, for the diagnosis of wrong ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from docxlint.checks.addresses import Address, lines_of, resolve
from docxlint.diagnosis.equations import Addend, Entry, Equation
from docxlint.form.figure_rows import printed_labels
from docxlint.form.filled import Filled, FilledTable
from docxlint.form.words import Block
from docxlint.formula import Formula, Term
from docxlint.model import Location


class Asked(msgspec.Struct, frozen=True):
    """Formulas and what they are asked of, as the options of an equation say it."""

    formulas: tuple[Formula, ...]
    table: str | None
    each: str | None
    tolerance: Decimal
    blank_is_zero: bool


def equations_of(filled: Filled, asked: Asked) -> Iterator[Equation]:
    """Every equation whose tables are there, those with a figure that is no number too."""
    entries = _Entries(filled, blank_is_zero=asked.blank_is_zero)
    for line in lines_of(filled.form, asked.table, asked.each, asked.formulas):
        for formula in asked.formulas:
            left = _side(filled, asked, formula.left, line, entries)
            right = _side(filled, asked, formula.right, line, entries)
            if left is None or right is None:
                continue
            stated = next((s for s in (left, right) if _is_stated(s)), None)
            addends = [*left.addends, *(_negative(one) for one in right.addends)]
            if addends:
                yield Equation(
                    addends=tuple(addends),
                    constant=left.constant - right.constant,
                    tolerance=asked.tolerance,
                    stated=stated.addends[0].entry.name if stated is not None else None,
                    location=(
                        stated.addends[0].entry.location
                        if stated is not None
                        else line_at((right.addends or left.addends)[0].entry.location, asked.each)
                    ),
                )


def line_at(location: Location, each: str | None) -> Location:
    """`location` as the line that an equation is asked over, and no single cell of it."""
    if each == "column":
        return msgspec.structs.replace(location, row=None)
    if each == "row":
        return msgspec.structs.replace(location, column=None)
    return location


class _Side(msgspec.Struct, frozen=True):
    addends: tuple[Addend, ...]
    constant: Decimal


def _is_stated(side: _Side) -> bool:
    """Whether a side is one figure, and can be the value of a sum."""
    if len(side.addends) != 1:
        return False
    (one,) = side.addends
    return one.entry.value is None or side.constant + one.factor * one.entry.value >= 0


def _negative(one: Addend) -> Addend:
    return Addend(one.entry, -one.factor)


def _side(
    filled: Filled, asked: Asked, terms: Sequence[Term], line: str | None, entries: _Entries
) -> _Side | None:
    """One side of an equation; None where a table of it is not there."""
    addends: list[Addend] = []
    constant = Decimal(0)
    for term in terms:
        if not term.refs:
            constant += term.factor
        for ref in term.refs:
            for address in resolve(filled.form, ref, asked.table, asked.each, line):
                if address.table not in filled.tables:
                    return None
                addends.append(Addend(entries.at(address), term.factor))
    return _Side(tuple(addends), constant)


class _Entries:
    """The figures of a document, each made once."""

    __slots__ = ("blank_is_zero", "filled", "grids", "made")

    def __init__(self, filled: Filled, *, blank_is_zero: bool) -> None:
        self.filled = filled
        self.blank_is_zero = blank_is_zero
        self.made: dict[Address, Entry] = {}
        self.grids: dict[str, _Grids] = {}

    def at(self, address: Address) -> Entry:
        entry = self.made.get(address)
        if entry is None:
            grids = self.grids.get(address.table)
            if grids is None:
                grids = self.grids[address.table] = _Grids.of(self.filled.tables[address.table])
            entry = self.made[address] = self._entry(address, grids)
        return entry

    def _entry(self, address: Address, grids: _Grids) -> Entry:
        table = self.filled.tables[address.table]
        cell = table.cell(address.row, address.column)
        block, row = grids.rows[address.row]
        words = table.form.blocks[block]
        column = next(i for i, c in enumerate(words.columns) if c.name == address.column)
        money = bool(words.decimals & {address.row, address.column})
        value = cell.figure.value if cell is not None else None
        if self.blank_is_zero and cell is not None and cell.figure.blank:
            value = Decimal(0)
        return Entry(
            name=".".join((address.table, address.row, address.column)),
            text=cell.figure.text if cell is not None else "",
            value=value,
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
    def of(cls, table: FilledTable) -> _Grids:
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


def _home(table: FilledTable, block: Block, address: Address) -> Location:
    """Where to point for a figure that has no cell."""
    row = table.row(address.row)
    place = row.location if row is not None else table.location
    label = printed_labels(block.columns)[address.column]
    return msgspec.structs.replace(place, column=label or None)
