"""Whether figures follow from those of last year's report, as a formula says."""

from __future__ import annotations

from collections.abc import Iterator

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, BoundPrevious
from docxlint.form.schema import Form
from docxlint.rules.bound_tables import missing_table
from docxlint.rules.rule import Kind, OptionFault, Outcome
from docxlint.rules.sums.evaluate import Formulas, Side, label, sides
from docxlint.rules.sums.figure_names import line_at, lines_of, tables_of
from docxlint.rules.sums.figure_names import verify_formula as verify_names
from docxlint.rules.sums.formula import Formula
from docxlint.rules.sums.last_year_names import is_last, is_name_of_last, plain
from docxlint.rules.sums.missing_cells import unjudged

_NONE = Message(zh="没有给出上年的报告", en="last year's report is not at hand")
_UNUSED = Message(zh="上年的报告用不上", en="last year's report cannot be used")
_OTHER_FORM = Message(
    zh="上年的格式里没有这些数字", en="the form of last year does not have these figures"
)
_IN_LAST = Message(zh="上年报告{name}里：{reason}", en="in last year's report{name}: {reason}")
_NO_TABLE = Message(zh="没有找到这张表", en="the table was not found")
_GAP = Message(zh="有未读取的内容（{construct}）", en="there is content not read ({construct})")
_DIFFERENT = Message(
    zh="“{label}”写作 {found}，而上年报告{name}的“{other}”是 {expected}",
    en="“{label}” reads {found}, but “{other}” in last year's report{name} is {expected}",
)
_STATED = Message(
    zh="“{label}”写作 {found}，而按上年报告{name}应为 {expected}（{sum}）",
    en="“{label}” reads {found}, but by last year's report{name} it is {expected} ({sum})",
)
_UNEQUAL = Message(
    zh="{left} = {a}，但 {right} = {b}（上年报告{name}）",
    en="{left} = {a}, but {right} = {b} (last year's report{name})",
)
_NAMED = Message(zh="（{name}）", en=" ({name})")
_NO_LAST = Message(
    zh="公式里没有上年的数字；上年的写作 previous.名称",
    en="the formula has no figure of last year: write previous.NAME",
)
_BOTH_ENDS = Message(
    zh="范围“{name}..{last}”的两端要么都写 previous.，要么都不写",
    en="either both ends of the range “{name}..{last}” begin with previous., or none",
)


class Options(Formulas, frozen=True):
    """`holds` are formulas between named figures of `table` (or of several tables, by full names)
    and those of last year's report, which are written previous.NAME. With `each: column` the
    names are rows and each column is asked for; with `each: row` they are columns and each row
    that has them all is asked for; without `each` they are full names, [table.]row.column, and
    the question is put once. Both sides may differ by `tolerance`.
    """


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Every line over which a formula does not hold, and every line that cannot be judged."""
    previous = bound.previous
    if previous is None:
        yield NotApplicable(reason=_NONE)
        return
    if previous.bound is None:
        reason = previous.fault or _UNUSED
        yield Unchecked(reason=reason, location=_home(bound, options), causes=previous.causes)
        return
    for gap in previous.bound.document.gaps:
        yield _unread(bound, previous, options, _GAP(construct=gap.construct))
    for formula in options.formulas:
        yield from _formula(bound, previous, previous.bound, options, formula)


def _formula(
    bound: BoundForm, previous: BoundPrevious, last: BoundForm, options: Options, formula: Formula
) -> Iterator[Outcome]:
    table, each = options.table_name, options.each
    ours, theirs = plain(formula), plain(formula, last=True)
    if any(verify_names((theirs,), False, table, each, last.form)):
        yield NotApplicable(reason=_OTHER_FORM)
        return
    here = dict.fromkeys(tables_of(table, each, [plain(formula, last=False)]))
    lost = [
        missing_table(bound, bound.form.table(name)) for name in here if name not in bound.tables
    ]
    if any(name not in last.tables for name in tables_of(table, each, [theirs])):
        lost.append(_unread(bound, previous, options, _NO_TABLE))
    yield from lost
    if not lost:
        known = lines_of(last.form, table, each, [theirs])
        for line in lines_of(bound.form, table, each, [ours]):
            if line in known:
                yield from _judge(bound, previous, last, options, formula, line)


def _unread(bound: BoundForm, previous: BoundPrevious, options: Options, why: Message) -> Unchecked:
    """That something of last year's report is not to be had."""
    reason = _IN_LAST(name=_name(previous), reason=why)
    return Unchecked(reason=reason, location=_home(bound, options))


def _judge(
    bound: BoundForm,
    previous: BoundPrevious,
    last: BoundForm,
    options: Options,
    formula: Formula,
    line: str | None,
) -> Iterator[Outcome]:
    left, right = sides(bound, options, formula, line, last=last)
    missing = [*left.missing(), *right.missing()]
    lost = [*left.missing(of_last=True), *right.missing(of_last=True)]
    if missing:
        yield unjudged(bound, options.each, missing)
    elif lost:
        cells = (*left.cells(), *right.cells())
        place = cells[0].location if cells else _home(bound, options)
        yield Unchecked(
            reason=_IN_LAST(name=_name(previous), reason=unjudged(last, options.each, lost).reason),
            location=line_at(place, options.each),
        )
    elif abs(left.value - right.value) > options.tolerance:
        yield _problem(bound, previous, last, options, left, right)


def _problem(
    bound: BoundForm,
    previous: BoundPrevious,
    last: BoundForm,
    options: Options,
    left: Side,
    right: Side,
) -> Problem:
    name = _name(previous)
    cells = (*left.cells(), *right.cells())
    stated = next((side for side in (left, right) if _is_one(side, of_last=False)), None)
    if stated is None:
        a, b = f"{left.value:f}", f"{right.value:f}"
        message = _UNEQUAL(left=left.shown(), a=a, right=right.shown(), b=b, name=name)
        place = line_at(cells[0].location, options.each) if cells else _home(bound, options)
        return Problem(message=message, location=place, expected=a, found=b)
    other = right if stated is left else left
    (cell,) = stated.cells()
    found, expected = f"{stated.value:f}", f"{other.value:f}"
    followed = _is_one(other, of_last=True)
    message = (_DIFFERENT if followed else _STATED)(
        label=label(bound, options, cell),
        found=found,
        expected=expected,
        name=name,
        other=label(last, options, other.cells(of_last=True)[0]) if followed else "",
        sum=other.shown(),
    )
    return Problem(
        message=message,
        location=cell.location,
        expected=expected,
        found=found,
        related=tuple(each.location for each in other.cells() if each.figure.value),
    )


def _is_one(side: Side, *, of_last: bool) -> bool:
    """Whether a side is nothing but a single figure, of this year or of last."""
    cells = side.cells(of_last=of_last)
    return len(cells) == len(side.figures()) == 1 and side.value == cells[0].figure.value


def _name(previous: BoundPrevious) -> Message:
    return _NAMED(name=previous.name) if previous.name else Message("", "")


def _home(bound: BoundForm, options: Options) -> Location:
    """Where to point for what is about no single figure: the table, or where it should be."""
    formulas = [plain(formula, last=False) for formula in options.formulas]
    name = next(tables_of(options.table_name, options.each, formulas), None)
    if name is None:
        return bound.document.location
    found = bound.tables.get(name)
    return found.location if found is not None else bound.anchor(bound.form.table(name).section)


def verify(options: Options, form: Form) -> Iterator[OptionFault]:
    """Names in formulas that the form does not have, and formulas without last year."""
    listed = isinstance(options.holds, tuple)
    for index, formula in enumerate(options.formulas):
        path: tuple[str | int, ...] = ("holds", index) if listed else ("holds",)
        if not any(map(is_last, formula.refs())):
            yield OptionFault(path=path, message=_NO_LAST)
        for ref in formula.refs():
            if ref.last is not None and is_name_of_last(ref.last) is not is_last(ref):
                message = _BOTH_ENDS(name=ref.name, last=ref.last)
                yield OptionFault(path=path, message=message, offset=ref.offset)
    formulas = tuple(map(plain, options.formulas))
    yield from verify_names(formulas, listed, options.table_name, options.each, form)


# It states no equations: a figure of another document does not tell which one here is wrong.
KIND = Kind(name="carry", options=Options, run=run, verify=verify)
