"""Whether sums of figures come out as a formula says, for each row, each column, or once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from docxlint.checks.addresses import (
    Address,
    label_of,
    lines_of,
    resolve,
    tables_of,
    verify_formula,
)
from docxlint.checks.linear import Asked, equations_of, line_at
from docxlint.checks.missing import Missing, unjudged
from docxlint.checks.named import absent
from docxlint.diagnosis.equations import Equation
from docxlint.finding import Phrase, Problem, Unjudged
from docxlint.form.filled import Filled, FilledCell
from docxlint.form.words import Form
from docxlint.formula import Formula, Term
from docxlint.rule import Kind, OptionFault, Outcome

_UNEQUAL = Phrase(zh="{left} = {a}，但 {right} = {b}", en="{left} = {a}, but {right} = {b}")
_DIFFERENT = Phrase(
    zh="“{label}”为 {found}，但“{other}”为 {expected}",
    en="“{label}” is {found}, but “{other}” is {expected}",
)
_EMPTY = Phrase(zh="空白", en="blank")
_FIXED = Phrase(
    zh="“{label}”写作 {found}，应为 {expected}", en="“{label}” reads {found}, not {expected}"
)
_STATED = Phrase(
    zh="“{label}”写作 {found}，应为 {expected}（{sum}）",
    en="“{label}” reads {found}, not {expected} ({sum})",
)


class Options(msgspec.Struct, frozen=True):
    """`holds` are formulas between named figures of `table` (or of several tables, by full
    names). With `each: column` the names are rows and each column is asked for; with
    `each: row` they are columns and each row that has them all is asked for; without `each`
    they are full names, [table.]row.column, and the question is put once. Both sides may differ
    by `tolerance`. A figure left blank cannot be judged, or, with `blank: zero`, counts as 0.
    """

    holds: Formula | tuple[Formula, ...]
    table: str | None = None
    each: Literal["row", "column"] | None = None
    tolerance: Decimal = Decimal(0)
    blank: Literal["unjudged", "zero"] = "unjudged"

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The formulas, one or several."""
        return self.holds if isinstance(self.holds, tuple) else (self.holds,)


def run(filled: Filled, options: Options) -> Iterator[Outcome]:
    """Every line over which a formula does not hold, and every line that cannot be judged."""
    lost = _lost(filled, options)
    if lost:
        yield from lost
        return
    for line in lines_of(filled.form, options.table, options.each, options.formulas):
        for formula in options.formulas:
            yield from _judge(filled, options, formula, line)


def equations(filled: Filled, options: Options) -> Iterator[Equation]:
    """What the formulas state of the figures, line by line."""
    blank_is_zero = options.blank == "zero"
    asked = Asked(options.formulas, options.table, options.each, options.tolerance, blank_is_zero)
    return equations_of(filled, asked)


def _lost(filled: Filled, options: Options) -> list[Unjudged]:
    """What is said once where a whole table is not there."""
    named = set(tables_of(options.table, options.each, options.formulas))
    return [
        absent(filled, form)
        for form in filled.form.tables
        if form.name in named and form.name not in filled.tables
    ]


class _Side(msgspec.Struct, frozen=True):
    """One side of an equation: its value, how it was reckoned, and the cells it is made of."""

    value: Decimal
    shown: str
    cells: tuple[FilledCell, ...]


def _judge(
    filled: Filled, options: Options, formula: Formula, line: str | None
) -> Iterator[Outcome]:
    missing: list[Missing] = []
    left = _side(filled, options, formula.left, line, missing)
    right = _side(filled, options, formula.right, line, missing)
    if missing:
        yield unjudged(filled, options.each, missing)
    elif abs(left.value - right.value) > options.tolerance:
        yield _problem(filled, options, left, right)


def _side(
    filled: Filled,
    options: Options,
    terms: Sequence[Term],
    line: str | None,
    missing: list[Missing],
) -> _Side:
    total = Decimal(0)
    shown: list[str] = []
    cells: list[FilledCell] = []
    for term in terms:
        many = len(term.refs) > 1 or any(ref.last is not None for ref in term.refs)
        for ref in term.refs:
            for address in resolve(filled.form, ref, options.table, options.each, line):
                cell = filled.tables[address.table].cell(address.row, address.column)
                value = cell.figure.value if cell is not None else None
                if cell is not None and cell.figure.blank and options.blank == "zero":
                    value = Decimal(0)
                if cell is None or value is None:
                    missing.append((address, cell))
                    continue
                cells.append(cell)
                total += term.factor * value
                # A long sum is told by what it adds up.
                if value or not many:
                    _add(shown, term.factor, value)
        if not term.refs:
            total += term.factor
            _add(shown, Decimal(1), term.factor)
    return _Side(total, "".join(shown) or "0", tuple(cells))


def _add(shown: list[str], factor: Decimal, value: Decimal) -> None:
    minus = (factor < 0) != (value < 0)
    times = f"{abs(factor):f} × " if abs(factor) != 1 else ""
    sign = (" − " if minus else " + ") if shown else ("−" if minus else "")
    shown.append(f"{sign}{times}{abs(value):f}")


def _problem(filled: Filled, options: Options, left: _Side, right: _Side) -> Problem:
    a, b = f"{left.value:f}", f"{right.value:f}"
    cells = (*left.cells, *right.cells)
    stated = next((s for s in (left, right) if len(s.cells) == 1 and s.value >= 0), None)
    if stated is None:
        return Problem(
            message=_UNEQUAL(left=left.shown, a=a, right=right.shown, b=b),
            location=line_at((right.cells or left.cells)[0].location, options.each),
            expected=a,
            found=b,
            related=tuple(cell.location for cell in cells if cell.figure.value),
        )
    parts = right if stated is left else left
    cell = stated.cells[0]
    expected, found = f"{parts.value:f}", f"{stated.value:f}"
    label = label_of(filled.form, options.each, Address(*cell.name.split(".")))
    said = _shown(cell)
    message = _STATED(label=label, found=said, expected=expected, sum=parts.shown)
    if not parts.cells:
        message = _FIXED(label=label, found=said, expected=expected)
    elif len(parts.cells) == 1 and parts.value == (parts.cells[0].figure.value or 0):
        (single,) = parts.cells
        other = label_of(filled.form, options.each, Address(*single.name.split(".")))
        message = _DIFFERENT(label=label, found=said, expected=_shown(single), other=other)
    return Problem(
        message=message,
        location=cell.location,
        expected=expected,
        found=found,
        related=tuple(other.location for other in parts.cells if other.figure.value),
    )


def _shown(cell: FilledCell) -> Phrase | str:
    return _EMPTY if cell.figure.blank else f"{cell.figure.value:f}"


def verify(options: Options, form: Form) -> Iterator[OptionFault]:
    """Names in formulas that the form does not have."""
    return verify_formula(
        options.formulas, isinstance(options.holds, tuple), options.table, options.each, form
    )


KIND = Kind(name="equation", options=Options, run=run, verify=verify, equations=equations)
