"""The values of both sides of a formula in one row or column of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from docxlint.core.reference import FigureRef, TableRef
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.rules.sums.figure_names import resolve
from docxlint.rules.sums.formula import Formula, Term
from docxlint.rules.sums.last_year_names import is_last_year, without_prefix
from docxlint.rules.sums.missing_cells import MissingFigure


class Formulas(msgspec.Struct, frozen=True):
    """The options that kinds with formulas share: formulas, and where they apply."""

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
        """The formulas as a tuple."""
        return self.holds if isinstance(self.holds, tuple) else (self.holds,)


class Summand(msgspec.Struct, frozen=True, gc=False):
    """`factor` times `value`.

    A figure has a `ref`; its `value` is None if its cell is missing or holds no number. A plain
    number has no `ref`, and the factor 1. `last_year` is true for a figure of last year's report,
    `in_sum` for one of several figures of a sum(…).
    """

    factor: Decimal
    value: Decimal | None
    ref: FigureRef | None = None
    cell: BoundCell | None = None
    last_year: bool = False
    in_sum: bool = False


class SideValue(msgspec.Struct, frozen=True):
    """One side of a formula in one row or column."""

    summands: tuple[Summand, ...]

    @property
    def value(self) -> Decimal:
        """The sum of the numbers that are present."""
        values = (s.factor * s.value for s in self.summands if s.value is not None)
        return sum(values, Decimal(0))

    def figures(self) -> list[tuple[FigureRef, Summand]]:
        """The summands that are figures, with their references."""
        return [(summand.ref, summand) for summand in self.summands if summand.ref is not None]

    def missing(self, *, last_year: bool = False) -> list[MissingFigure]:
        """The figures, of this year or of last year, that have no number."""
        return [
            (ref, summand.cell)
            for ref, summand in self.figures()
            if summand.value is None and summand.last_year is last_year
        ]

    def cells(self, *, last_year: bool = False) -> tuple[BoundCell, ...]:
        """The cells, of this year or of last year, that hold numbers."""
        return tuple(
            summand.cell
            for summand in self.summands
            if summand.cell is not None
            and summand.value is not None
            and summand.last_year is last_year
        )


def evaluate(
    bound: BoundForm,
    options: Formulas,
    formula: Formula,
    line: str | None,
    *,
    last: BoundForm | None = None,
    blank_is_zero: bool = False,
) -> tuple[SideValue, SideValue]:
    """Return both sides of `formula` on `line`, a row or column as `options.each` says.

    `last` is last year's report; the formula names its figures with previous.NAME.
    """

    def summands(terms: Sequence[Term]) -> Iterator[Summand]:
        for term in terms:
            if not term.names:
                yield Summand(Decimal(1), term.factor)
            in_sum = len(term.names) > 1 or any(name.last is not None for name in term.names)
            for name in term.names:
                last_year = last is not None and is_last_year(name)
                source = last if last is not None and last_year else bound
                plain = without_prefix(name) if last_year else name
                for ref in resolve(source.form, plain, options.table_name, options.each, line):
                    table = source.tables.get(ref.table)
                    cell = table.cell(ref.row, ref.column) if table is not None else None
                    value = cell.figure.value if cell is not None else None
                    if blank_is_zero and cell is not None and cell.figure.blank:
                        value = Decimal(0)
                    yield Summand(term.factor, value, ref, cell, last_year, in_sum)

    return SideValue(tuple(summands(formula.left))), SideValue(tuple(summands(formula.right)))
