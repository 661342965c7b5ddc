"""Whether figures are plausible: no less than what they include, and in the unit of the table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.reference import ColumnRef, FigureRef, TableRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm, BoundRow, BoundTable
from docxlint.form.passages import running_texts
from docxlint.form.schema import Form
from docxlint.rules.bound_tables import select_tables
from docxlint.rules.message_parts import figure_label
from docxlint.rules.rule import Kind, OptionFault, Outcome
from docxlint.rules.stated_numbers import StatedNumber, stated_numbers
from docxlint.rules.text_patterns import NumberPattern
from docxlint.text.running_text import RunningText

_WIDTH = 30

_LESS = Message(
    zh="“{column}”填的是{found}，不应小于“{other}”的{least}，请核对",
    en="“{column}” is {found}; it should be no less than “{other}”, which is {least}: check both",
)
_UNKNOWN = Message(
    zh="有一格没有数字，无法核对", en="a figure is missing, so this cannot be checked"
)
_AMOUNT = Message(
    zh="正文写的是“{words}”，表中{figure}填的是{found}，按表头的单位是{amount}{unit}，请核对",
    en="the text says “{words}”, but {figure} in the table is {found}, which in its unit is"
    " {amount} {unit}: check both",
)
_IN_UNIT = Message(
    zh="正文写的是“{words}”，表中{figure}填的是{found}，应按表头的单位填{expected}",
    en="the text says “{words}”; {figure} in the table is {found}, but in the unit of its header"
    " it is {expected}",
)
_SAME = Message(zh="两列相同", en="both columns are the same")


class Amount(msgspec.Struct, frozen=True):
    """An amount that the text states: `says` matches the words with the number, and the figure
    `equals` is the same amount in the unit of its header, such as 10000 for 万元. A sentence that
    matches `unless` is about something else.
    """

    says: tuple[NumberPattern, ...]
    equals: FigureRef
    unit: Decimal = Decimal(1)
    unless: Regex | None = None


class Options(msgspec.Struct, frozen=True):
    """In each row of `table` that has both columns, `column` is at least as large as `least`.
    `amounts` are figures that the text states in another unit.
    """

    table: TableRef
    column: ColumnRef
    least: ColumnRef
    amounts: tuple[Amount, ...] = ()


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each row in which the figure is smaller, and each amount that differs."""
    for table in select_tables(bound, (options.table,)):
        if isinstance(table, Unchecked):
            yield table
            continue
        for row in table.rows():
            yield from _check(table, row, options)
    for text in running_texts(bound) if options.amounts else ():
        for amount in options.amounts:
            unless = () if amount.unless is None else (amount.unless,)
            for stated in stated_numbers(text, amount.says, unless, bound):
                yield from _compare(bound, text, stated, amount)


def _compare(
    bound: BoundForm, text: RunningText, stated: StatedNumber, amount: Amount
) -> Iterator[Problem]:
    """Yield a problem if a figure of the table is another amount than the text states."""
    ref = amount.equals
    table = bound.tables.get(ref.table)
    cell = table.cell(ref.row, ref.column) if table is not None else None
    value = cell.figure.value if cell is not None else None
    if cell is None or value is None:
        return  # the kinds for tables report what is missing
    quantity, exponent = stated.quantity, value.as_tuple().exponent
    printed = amount.unit.scaleb(min(0, int(exponent))) / 2 if value else Decimal(0)
    if abs(quantity.value - value * amount.unit) <= max(quantity.slack, printed):
        return
    place = text.place(stated.start, stated.end)
    words = text.text[stated.start : stated.end]
    figure = figure_label(cell.location.row, cell.location.column)
    wrong_unit = value == quantity.value
    right = f"{(quantity.value / amount.unit).normalize():f}"
    message = _IN_UNIT if wrong_unit else _AMOUNT
    yield Problem(
        message=message(
            words=shorten(words, _WIDTH),
            figure=figure,
            found=cell.figure.text,
            amount=f"{(value * amount.unit).normalize():f}",
            unit=quantity.unit,
            expected=right,
        ),
        location=cell.location if wrong_unit else place,
        expected=right if wrong_unit else None,
        found=cell.figure.text if wrong_unit else words,
        related=(place if wrong_unit else cell.location,),
    )


def _check(table: BoundTable, row: BoundRow, options: Options) -> Iterator[Outcome]:
    labels = {column.name: column.label for column in table.form.columns()}
    name = row.line.name
    columns = {cell.ref.column for cell in row.figures if cell is not None}
    if not {options.column.column, options.least.column} & columns:
        return
    cell = table.cell(name, options.column.column)
    least = table.cell(name, options.least.column)
    if cell is None or least is None:
        return
    if cell.figure.value is None or least.figure.value is None:
        yield Unchecked(reason=_UNKNOWN, location=row.location, causes=(cell.ref, least.ref))
    elif cell.figure.value < least.figure.value:
        yield Problem(
            message=_LESS(
                column=labels[options.column.column],
                other=labels[options.least.column],
                found=cell.figure.text,
                least=least.figure.text,
            ),
            location=cell.location,
            found=cell.figure.text,
            related=(least.location,),
        )


def verify(options: Options, _form: Form) -> Iterator[OptionFault]:
    """Yield a fault where a figure is compared with itself."""
    if options.column == options.least:
        yield OptionFault(path=("least",), message=_SAME)


KIND = Kind(name="plausible-figures", options=Options, run=run, verify=verify)
