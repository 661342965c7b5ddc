"""Whether sums of figures come out as a formula says, for each row, each column, or once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.message import Message
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.form.schema import Form
from docxlint.rules.bound_tables import missing_table
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.rule import Kind, OptionFault, Outcome
from docxlint.rules.sums.equations_of_formulas import equations_of
from docxlint.rules.sums.evaluate import Formulas, Side, label, sides
from docxlint.rules.sums.figure_names import line_at, lines_of, tables_of, verify_formula
from docxlint.rules.sums.formula import Formula
from docxlint.rules.sums.missing_cells import unjudged

_UNEQUAL = Message(zh="{left} = {a}，但 {right} = {b}", en="{left} = {a}, but {right} = {b}")
_DIFFERENT = Message(
    zh="“{label}”为 {found}，但“{other}”为 {expected}",
    en="“{label}” is {found}, but “{other}” is {expected}",
)
_EMPTY = Message(zh="空白", en="blank")
_FIXED = Message(
    zh="“{label}”写作 {found}，应为 {expected}", en="“{label}” reads {found}, not {expected}"
)
_STATED = Message(
    zh="“{label}”写作 {found}，应为 {expected}（{sum}）",
    en="“{label}” reads {found}, not {expected} ({sum})",
)


class Options(Formulas, frozen=True):
    """`holds` are formulas between named figures of `table` (or of several tables, by full
    names). With `each: column` the names are rows and each column is asked for; with
    `each: row` they are columns and each row that has them all is asked for; without `each`
    they are full names, [table.]row.column, and the question is put once. Both sides may differ
    by `tolerance`. A figure left blank cannot be judged, or, with `blank: zero`, counts as 0.
    """

    blank: Literal["unjudged", "zero"] = "unjudged"


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Every line over which a formula does not hold, and every line that cannot be judged."""
    lost = _lost(bound, options)
    if lost:
        yield from lost
        return
    for line in lines_of(bound.form, options.table_name, options.each, options.formulas):
        for formula in options.formulas:
            yield from _judge(bound, options, formula, line)


def equations(bound: BoundForm, options: Options) -> Iterator[Equation]:
    """What the formulas state of the figures, line by line."""
    return equations_of(bound, options, blank_is_zero=options.blank == "zero")


def _lost(bound: BoundForm, options: Options) -> list[Unchecked]:
    """What is said once where a whole table is not there."""
    named = set(tables_of(options.table_name, options.each, options.formulas))
    return [
        missing_table(bound, form)
        for form in bound.form.tables
        if form.name in named and form.name not in bound.tables
    ]


def _judge(
    bound: BoundForm, options: Options, formula: Formula, line: str | None
) -> Iterator[Outcome]:
    blank_is_zero = options.blank == "zero"
    left, right = sides(bound, options, formula, line, blank_is_zero=blank_is_zero)
    missing = [*left.missing(), *right.missing()]
    if missing:
        yield unjudged(bound, options.each, missing)
    elif abs(left.value - right.value) > options.tolerance:
        yield _problem(bound, options, left, right)


def _problem(bound: BoundForm, options: Options, left: Side, right: Side) -> Problem:
    a, b = f"{left.value:f}", f"{right.value:f}"
    cells = (*left.cells(), *right.cells())
    stated = next((s for s in (left, right) if len(s.cells()) == 1 and s.value >= 0), None)
    if stated is None:
        return Problem(
            message=_UNEQUAL(left=left.shown(), a=a, right=right.shown(), b=b),
            location=line_at((right.cells() or left.cells())[0].location, options.each),
            expected=a,
            found=b,
            related=tuple(cell.location for cell in cells if cell.figure.value),
        )
    parts = right if stated is left else left
    (cell,) = stated.cells()
    others = parts.cells()
    expected, found = f"{parts.value:f}", f"{stated.value:f}"
    named = label(bound, options, cell)
    said = _shown(cell)
    message = _STATED(label=named, found=said, expected=expected, sum=parts.shown())
    if not others:
        message = _FIXED(label=named, found=said, expected=expected)
    elif len(others) == 1 and parts.value == (others[0].figure.value or 0):
        (single,) = others
        other = label(bound, options, single)
        message = _DIFFERENT(label=named, found=said, expected=_shown(single), other=other)
    return Problem(
        message=message,
        location=cell.location,
        expected=expected,
        found=found,
        related=tuple(other.location for other in others if other.figure.value),
    )


def _shown(cell: BoundCell) -> Message | str:
    return _EMPTY if cell.figure.blank else f"{cell.figure.value:f}"


def verify(options: Options, form: Form) -> Iterator[OptionFault]:
    """Names in formulas that the form does not have."""
    return verify_formula(
        options.formulas, isinstance(options.holds, tuple), options.table_name, options.each, form
    )


KIND = Kind(name="equation", options=Options, run=run, verify=verify, equations=equations)
