"""Whether figures follow from those of last year's report, as a formula says."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, BoundPrevious
from docxlint.form.schema import Form
from docxlint.rules.bound_tables import missing_table
from docxlint.rules.rule import Kind, OptionFault, Outcome
from docxlint.rules.sums.evaluate import Formulas, SideValue, evaluate
from docxlint.rules.sums.figure_names import (
    label_of_figure,
    lines_of,
    location_of_line,
    tables_of,
)
from docxlint.rules.sums.formula import Formula
from docxlint.rules.sums.last_year_names import has_prefix, is_last_year, plain_formula
from docxlint.rules.sums.missing_cells import unchecked_figures
from docxlint.rules.sums.side_text import sides_text, sum_text
from docxlint.rules.sums.verify_formula import verify_formulas

_NONE = Message(zh="没有提供上年报告", en="last year's report was not given")
_UNUSED = Message(zh="上年报告无法用于核对", en="last year's report cannot be used")
_OTHER_FORM = Message(
    zh="上年的格式没有这些数字", en="the form of last year does not have these figures"
)
_IN_LAST = Message(zh="上年报告{name}：{reason}", en="last year's report{name}: {reason}")
_NO_TABLE = Message(zh="未找到这张表格", en="the table was not found")
_GAP = Message(
    zh="有未读取的内容（{construct}）", en="it has content that was not read ({construct})"
)
_DIFFERENT = Message(
    zh="{label}填的是{found}，上年报告{name}的{other}是{expected}",
    en="{label} is {found}, but {other} in last year's report{name} is {expected}",
)
_STATED = Message(
    zh="{label}填的是{found}，按上年报告{name}应为{expected}（{sum}）",
    en="{label} is {found}, but by last year's report{name} it should be {expected} ({sum})",
)
_UNEQUAL = Message(
    zh="{left}，{right}，两者不等（上年报告{name}）",
    en="{left}, but {right} (last year's report{name})",
)
_NAME = Message(zh="（{name}）", en=" ({name})")
_NO_LAST = Message(
    zh="公式里没有上年的数字；上年的写作 previous.名称",
    en="the formula has no figure of last year: write previous.NAME",
)
_BOTH_ENDS = Message(
    zh="范围“{name}..{last}”的两端要么都写 previous.，要么都不写",
    en="write previous. at both ends of the range “{name}..{last}”, or at none",
)


class Options(Formulas, frozen=True):
    """`holds` has formulas with names of figures of `table`, or full names of several tables, and
    of figures of last year's report, which are written previous.NAME. With `each: column` the
    names are rows, and a formula applies to each column; with `each: row` they are columns, and
    it applies to each row that has them all; without `each` they are full names,
    [table.]row.column, and it applies once. The two sides may differ by `tolerance`.
    """


class _Comparison(msgspec.Struct, frozen=True):
    """A document, and last year's report bound to the form of its own year."""

    bound: BoundForm
    last: BoundForm
    options: Options
    name: Message


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each formula that does not hold, and each that cannot be checked."""
    previous = bound.previous
    if previous is None:
        yield NotApplicable(reason=_NONE)
        return
    if previous.bound is None:
        reason = previous.fault or _UNUSED
        location = _table_location(bound, options)
        yield Unchecked(reason=reason, location=location, causes=previous.causes)
        return
    compared = _Comparison(bound, previous.bound, options, _report_name(previous))
    for gap in previous.bound.document.gaps:
        yield _unchecked(compared, _GAP(construct=gap.construct))
    for formula in options.formulas:
        yield from _check_formula(compared, formula)


def _check_formula(compared: _Comparison, formula: Formula) -> Iterator[Outcome]:
    bound, last, options = compared.bound, compared.last, compared.options
    table, each = options.table_name, options.each
    names, last_names = plain_formula(formula), plain_formula(formula, last_year=True)
    if any(verify_formulas((last_names,), False, table, each, last.form)):
        yield NotApplicable(reason=_OTHER_FORM)
        return
    tables = dict.fromkeys(tables_of(table, each, [plain_formula(formula, last_year=False)]))
    missing = [
        missing_table(bound, bound.form.table(name)) for name in tables if name not in bound.tables
    ]
    if any(name not in last.tables for name in tables_of(table, each, [last_names])):
        missing.append(_unchecked(compared, _NO_TABLE))
    yield from missing
    if not missing:
        last_lines = lines_of(last.form, table, each, [last_names])
        for line in lines_of(bound.form, table, each, [names]):
            if line in last_lines:
                yield from _check_line(compared, formula, line)


def _unchecked(compared: _Comparison, reason: Message) -> Unchecked:
    """The unchecked result for a reason that lies in last year's report."""
    return Unchecked(
        reason=_IN_LAST(name=compared.name, reason=reason),
        location=_table_location(compared.bound, compared.options),
    )


def _check_line(compared: _Comparison, formula: Formula, line: str | None) -> Iterator[Outcome]:
    bound, options = compared.bound, compared.options
    left, right = evaluate(bound, options, formula, line, last=compared.last)
    missing = [*left.missing(), *right.missing()]
    last_missing = [*left.missing(last_year=True), *right.missing(last_year=True)]
    if missing:
        yield unchecked_figures(bound, options.each, missing)
    elif last_missing:
        cells = (*left.cells(), *right.cells())
        place = cells[0].location if cells else _table_location(bound, options)
        reason = unchecked_figures(compared.last, options.each, last_missing).reason
        yield Unchecked(
            reason=_IN_LAST(name=compared.name, reason=reason),
            location=location_of_line(place, options.each),
        )
    elif abs(left.value - right.value) > options.tolerance:
        yield _problem(compared, left, right)


def _problem(compared: _Comparison, left: SideValue, right: SideValue) -> Problem:
    bound, options, name = compared.bound, compared.options, compared.name
    total = next((side for side in (left, right) if _is_figure(side, last_year=False)), None)
    if total is None:
        cells = (*left.cells(), *right.cells())
        first, second = sides_text(bound, options.each, left, right)
        return Problem(
            message=_UNEQUAL(left=first, right=second, name=name),
            location=location_of_line(cells[0].location, options.each)
            if cells
            else _table_location(bound, options),
            expected=f"{left.value:f}",
            found=f"{right.value:f}",
        )
    parts = right if total is left else left
    (cell,) = total.cells()
    value, expected = f"{total.value:f}", f"{parts.value:f}"
    label = label_of_figure(bound.form, options.each, cell.ref)
    if _is_figure(parts, last_year=True):
        last_ref = parts.cells(last_year=True)[0].ref
        other = label_of_figure(compared.last.form, options.each, last_ref)
        message = _DIFFERENT(label=label, found=value, expected=expected, name=name, other=other)
    else:
        text = sum_text(parts)
        message = _STATED(label=label, found=value, expected=expected, name=name, sum=text)
    return Problem(
        message=message,
        location=cell.location,
        expected=expected,
        found=value,
        related=tuple(part.location for part in parts.cells() if part.figure.value),
    )


def _is_figure(side: SideValue, *, last_year: bool) -> bool:
    """Whether a side is just one figure, of this year or of last year."""
    cells = side.cells(last_year=last_year)
    return len(cells) == len(side.figures()) == 1 and side.value == cells[0].figure.value


def _report_name(previous: BoundPrevious) -> Message:
    return _NAME(name=previous.name) if previous.name else Message("", "")


def _table_location(bound: BoundForm, options: Options) -> Location:
    """The location of the first table that the formulas name, or where it should be."""
    formulas = [plain_formula(formula, last_year=False) for formula in options.formulas]
    name = next(tables_of(options.table_name, options.each, formulas), None)
    if name is None:
        return bound.document.location
    table = bound.tables.get(name)
    return table.location if table is not None else bound.anchor(bound.form.table(name).section)


def verify(options: Options, form: Form) -> Iterator[OptionFault]:
    """Yield what is wrong with the names in the formulas, and formulas without last year."""
    in_list = isinstance(options.holds, tuple)
    for index, formula in enumerate(options.formulas):
        path: tuple[str | int, ...] = ("holds", index) if in_list else ("holds",)
        if not any(map(is_last_year, formula.names())):
            yield OptionFault(path=path, message=_NO_LAST)
        for name in formula.names():
            if name.last is not None and has_prefix(name.last) is not is_last_year(name):
                message = _BOTH_ENDS(name=name.name, last=name.last)
                yield OptionFault(path=path, message=message, offset=name.offset)
    formulas = tuple(map(plain_formula, options.formulas))
    yield from verify_formulas(formulas, in_list, options.table_name, options.each, form)


# It states no equations: a figure of another document does not show which figure here is wrong.
KIND = Kind(name="carry", options=Options, run=run, verify=verify)
