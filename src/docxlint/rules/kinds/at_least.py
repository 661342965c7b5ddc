"""Whether a figure is at least as large as another one that it includes."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import ColumnRef, TableRef
from docxlint.form.bound import BoundForm, BoundRow, BoundTable
from docxlint.form.schema import Form
from docxlint.rules.bound_tables import select_tables
from docxlint.rules.rule import Kind, OptionFault, Outcome

_LESS = Message(
    zh="“{column}”填的是{found}，不应小于“{other}”的{least}，请核对",
    en="“{column}” is {found}; it should be no less than “{other}”, which is {least}: check both",
)
_UNKNOWN = Message(
    zh="有一格没有数字，无法核对", en="a figure is missing, so this cannot be checked"
)
_SAME = Message(zh="两列相同", en="both columns are the same")


class Options(msgspec.Struct, frozen=True):
    """In each row of `table` that has both columns, `column` is at least as large as `least`."""

    table: TableRef
    column: ColumnRef
    least: ColumnRef


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each row in which the figure is smaller."""
    for table in select_tables(bound, (options.table,)):
        if isinstance(table, Unchecked):
            yield table
            continue
        for row in table.rows():
            yield from _check(table, row, options)


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


KIND = Kind(name="at-least", options=Options, run=run, verify=verify)
