"""Whether sums of figures agree with a formula: for each row, for each column, or once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from docxlint.core.finding import Problem
from docxlint.core.message import Message
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.form.schema import Form
from docxlint.rules.bound_tables import missing_table
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.rule import Kind, OptionFault, Outcome
from docxlint.rules.sums.equations_of_formulas import equations_of
from docxlint.rules.sums.evaluate import Formulas, SideValue, evaluate, lines_in
from docxlint.rules.sums.figure_names import label_of_cell, location_of_line, tables_of
from docxlint.rules.sums.formula import Formula
from docxlint.rules.sums.missing_cells import unchecked_figures
from docxlint.rules.sums.side_text import sides_text, sum_text
from docxlint.rules.sums.verify_formula import verify_formulas

_UNEQUAL = Message(zh="{left}，{right}，两者不等", en="{left}, but {right}")
_DIFFERENT = Message(
    zh="{label}填的是{found}，{other}填的是{expected}，两者应相等",
    en="{label} is {found} and {other} is {expected}; they should be equal",
)
_EMPTY = Message(zh="空白", en="blank")
_FIXED = Message(
    zh="{label}填的是{found}，应为{expected}", en="{label} is {found}; it should be {expected}"
)
_STATED = Message(
    zh="{label}填的是{found}，应为{expected}（{sum}）",
    en="{label} is {found}; it should be {expected} ({sum})",
)


class Options(Formulas, frozen=True):
    """`holds` has formulas with names of figures of `table`, or full names of several tables.
    With `each: column` the names are rows, and a formula applies to each column; with
    `each: row` they are columns, and it applies to each row that has them all; without `each`
    they are full names, [table.]row.column, and it applies once. The two sides may differ by
    `tolerance`. A blank figure leaves this unchecked, or, with `blank: zero`, counts as 0.
    """

    blank: Literal["unjudged", "zero"] = "unjudged"


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each formula that does not hold, and each that cannot be checked."""
    names = set(tables_of(options.table_name, options.each, options.formulas))
    missing = [
        missing_table(bound, form)
        for form in bound.form.tables
        if form.name in names and form.name not in bound.tables
    ]
    if missing:
        yield from missing
        return
    for line in lines_in(bound, options):
        for formula in options.formulas:
            yield from _check(bound, options, formula, line)


def equations(bound: BoundForm, options: Options) -> Iterator[Equation]:
    """Yield what the formulas state about the figures, line by line."""
    return equations_of(bound, options, blank_is_zero=options.blank == "zero")


def _check(
    bound: BoundForm, options: Options, formula: Formula, line: str | None
) -> Iterator[Outcome]:
    blank_is_zero = options.blank == "zero"
    left, right = evaluate(bound, options, formula, line, blank_is_zero=blank_is_zero)
    missing = [*left.missing(), *right.missing()]
    if missing:
        yield unchecked_figures(bound, options.each, missing)
    elif abs(left.value - right.value) > options.tolerance:
        yield _problem(bound, options, left, right)


def _problem(bound: BoundForm, options: Options, left: SideValue, right: SideValue) -> Problem:
    cells = (*left.cells(), *right.cells())
    total = next((s for s in (left, right) if len(s.cells()) == 1 and s.value >= 0), None)
    if total is None:
        first, second = sides_text(bound, options.each, left, right)
        return Problem(
            message=_UNEQUAL(left=first, right=second),
            location=location_of_line((right.cells() or left.cells())[0].location, options.each),
            expected=f"{left.value:f}",
            found=f"{right.value:f}",
            related=tuple(cell.location for cell in cells if cell.figure.value),
        )
    parts = right if total is left else left
    (cell,) = total.cells()
    part_cells = parts.cells()
    expected = f"{parts.value:f}"
    label = label_of_cell(cell, options.each)
    text = _figure_text(cell)
    if not part_cells:
        message = _FIXED(label=label, found=text, expected=expected)
    elif len(part_cells) == 1 and parts.value == (part_cells[0].figure.value or 0):
        (part,) = part_cells
        other = label_of_cell(part, options.each)
        message = _DIFFERENT(label=label, found=text, other=other, expected=_figure_text(part))
    else:
        message = _STATED(label=label, found=text, expected=expected, sum=sum_text(parts))
    return Problem(
        message=message,
        location=cell.location,
        expected=expected,
        found=f"{total.value:f}",
        related=tuple(part.location for part in part_cells if part.figure.value),
    )


def _figure_text(cell: BoundCell) -> Message | str:
    return _EMPTY if cell.figure.blank else f"{cell.figure.value:f}"


def verify(options: Options, form: Form) -> Iterator[OptionFault]:
    """Yield what is wrong with the names in the formulas."""
    in_list = isinstance(options.holds, tuple)
    return verify_formulas(options.formulas, in_list, options.table_name, options.each, form)


KIND = Kind(
    name="equation",
    options=Options,
    run=run,
    verify=verify,
    equations=equations,
    judges_tables=True,
)
