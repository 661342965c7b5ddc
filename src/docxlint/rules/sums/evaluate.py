"""What the sides of a formula are over a line: their figures, their values, how they are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from docxlint.core.message import Message
from docxlint.core.reference import FigureRef, TableRef
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.rules.sums.figure_names import label_of, resolve
from docxlint.rules.sums.formula import Formula, Term
from docxlint.rules.sums.last_year_names import bare, is_last
from docxlint.rules.sums.missing_cells import Missing

_OF_LAST = Message(zh="上年 ", en="last year's ")
_NOBODYS = Message(zh="", en="")


class Formulas(msgspec.Struct, frozen=True):
    """Formulas, and what they are asked of: the options that checks of formulas share."""

    holds: Formula | tuple[Formula, ...]
    table: TableRef | None = None
    each: Literal["row", "column"] | None = None
    tolerance: Decimal = Decimal(0)

    @property
    def table_name(self) -> str | None:
        """The name of the table, None if the formulas give full names."""
        return self.table.name if self.table is not None else None

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The formulas, one or several."""
        return self.holds if isinstance(self.holds, tuple) else (self.holds,)


class Summand(msgspec.Struct, frozen=True, gc=False):
    """`factor` times the figure at `address`, which is `value`, None where the cell holds no
    number or is not there; or a plain number, which has no address and the factor 1.
    """

    factor: Decimal
    value: Decimal | None
    address: FigureRef | None = None
    cell: BoundCell | None = None
    of_last: bool = False
    of_many: bool = False


class Side(msgspec.Struct, frozen=True):
    """One side of a formula over one line."""

    summands: tuple[Summand, ...]

    @property
    def value(self) -> Decimal:
        """What the numbers that are there come to."""
        worth = (one.factor * one.value for one in self.summands if one.value is not None)
        return sum(worth, Decimal(0))

    def figures(self) -> list[tuple[FigureRef, Summand]]:
        """All but the plain numbers."""
        return [(one.address, one) for one in self.summands if one.address is not None]

    def missing(self, *, of_last: bool = False) -> list[Missing]:
        """The figures, of this year or of last, that are not to be had."""
        return [
            (address, one.cell)
            for address, one in self.figures()
            if one.value is None and one.of_last is of_last
        ]

    def cells(self, *, of_last: bool = False) -> tuple[BoundCell, ...]:
        """The cells, of this year or of last, whose figures are numbers."""
        return tuple(
            one.cell
            for one in self.summands
            if one.cell is not None and one.value is not None and one.of_last is of_last
        )

    def shown(self) -> Message:
        """How it was reckoned: 3 + 2 × 4 − last year's 5."""
        told: list[Message] = []
        for one in self.summands:
            # A long sum is told by what it adds up.
            if one.value is not None and (one.value or not one.of_many):
                told.append(_told(one, one.value, first=not told))
        return Message("".join(s.zh for s in told) or "0", "".join(s.en for s in told) or "0")


def sides(
    bound: BoundForm,
    asked: Formulas,
    formula: Formula,
    line: str | None,
    *,
    last: BoundForm | None = None,
    blank_is_zero: bool = False,
) -> tuple[Side, Side]:
    """The sides of a formula over `line`; `last` is the report of last year, where it has names
    of last year.
    """

    def side(terms: Sequence[Term]) -> Iterator[Summand]:
        for term in terms:
            if not term.refs:
                yield Summand(Decimal(1), term.factor)
            many = len(term.refs) > 1 or any(ref.last is not None for ref in term.refs)
            for ref in term.refs:
                of_last = last is not None and is_last(ref)
                whose = last if last is not None and of_last else bound
                name = bare(ref) if of_last else ref
                for address in resolve(whose.form, name, asked.table_name, asked.each, line):
                    table = whose.tables.get(address.table)
                    cell = table.cell(address.row, address.column) if table is not None else None
                    value = cell.figure.value if cell is not None else None
                    if blank_is_zero and cell is not None and cell.figure.blank:
                        value = Decimal(0)
                    yield Summand(term.factor, value, address, cell, of_last, many)

    return Side(tuple(side(formula.left))), Side(tuple(side(formula.right)))


def label(bound: BoundForm, asked: Formulas, cell: BoundCell) -> str:
    """What a cell is called along the lines that formulas are asked over."""
    return label_of(bound.form, asked.each, cell.ref)


def _told(one: Summand, value: Decimal, *, first: bool) -> Message:
    minus = (one.factor < 0) != (value < 0)
    sign = ("−" if minus else "") if first else (" − " if minus else " + ")
    times = f"{abs(one.factor):f} × " if abs(one.factor) != 1 else ""
    number = f"{times}{abs(value):f}"
    whose = _OF_LAST if one.of_last else _NOBODYS
    return Message(f"{sign}{whose.zh}{number}", f"{sign}{whose.en}{number}")
