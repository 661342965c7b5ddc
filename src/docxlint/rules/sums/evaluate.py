"""The values of both sides of a formula in one row or column of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from docxlint.core.reference import FigureRef, TableRef
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.rules.sums.figure_names import lines_of, resolve, tables_of
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


def lines_in(bound: BoundForm, options: Formulas) -> list[str | None]:
    """Return the rows or columns of a document to which the formulas apply: see `lines_of`.

    Rows for which another one stands are left out.
    """
    lines = lines_of(bound.form, options.table_name, options.each, options.formulas)
    if options.each != "row":
        return lines
    names = set(tables_of(options.table_name, options.each, options.formulas))
    tables = [bound.tables[name] for name in names if name in bound.tables]
    absorbed = {row for table in tables for each in table.undivided for row in each.rows[1:]}
    return [line for line in lines if line not in absorbed]


def _cells(
    bound: BoundForm, refs: Sequence[FigureRef], *, one_row: bool
) -> Iterator[tuple[FigureRef, BoundCell | None]]:
    """The cell of each figure, None where there is none.

    An undivided row counts once for all its rows where `refs` have them all, and for the first
    of them in a formula about `one_row`.
    """
    rows = {ref.row for ref in refs}
    for ref in refs:
        table = bound.tables.get(ref.table)
        if table is None:
            yield ref, None
            continue
        cell = table.cell(ref.row, ref.column)
        for undivided in table.undivided if cell is None else ():
            if ref.row == undivided.rows[0] and (one_row or rows.issuperset(undivided.rows)):
                cell = undivided.cells.get(ref.column)
            elif ref.row in undivided.rows and rows.issuperset(undivided.rows):
                break
        else:
            yield ref, cell


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
                refs = resolve(source.form, plain, options.table_name, options.each, line)
                for ref, cell in _cells(source, refs, one_row=options.each == "row"):
                    value = cell.figure.value if cell is not None else None
                    if blank_is_zero and cell is not None and cell.figure.blank:
                        value = Decimal(0)
                    yield Summand(term.factor, value, ref, cell, last_year, in_sum)

    return SideValue(tuple(summands(formula.left))), SideValue(tuple(summands(formula.right)))
