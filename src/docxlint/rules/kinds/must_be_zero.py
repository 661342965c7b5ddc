"""Whether figures that an organ of some kind cannot have are 0."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.option_types import Regex
from docxlint.core.reference import TITLE, RowRef, TableRef
from docxlint.form.bound import BoundForm, BoundTable
from docxlint.rules.bound_tables import select_tables
from docxlint.rules.rule import Kind, Outcome

_NOT_ZERO = Message(
    zh="“{organ}”这一行应为 0，写作 {found}", en="“{organ}” should have 0 here, not {found}"
)
_NO_ORGAN = Message(
    zh="标题里没有机关名称，无法判断", en="the title names no organ; this cannot be judged"
)
_OTHER_ORGAN = Message(zh="这一机关可以有", en="an organ of this kind may have them")
_NO_ROW = Message(zh="这一行不在表里", en="the row is not in the table")


class Options(msgspec.Struct, frozen=True):
    """The figures of row `row` of `table` are 0 when the organ in the title matches `organ` and
    does not match `unless`.
    """

    table: TableRef
    row: RowRef
    organ: Regex
    unless: Regex | None = None


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """One finding for the row, when it has a figure that is not 0."""
    organ = bound.title.organ if bound.title is not None else ""
    if not organ:
        yield Unchecked(reason=_NO_ORGAN, location=bound.document.location, causes=(TITLE,))
        return
    if not options.organ.found(organ) or (
        options.unless is not None and options.unless.found(organ)
    ):
        yield NotApplicable(reason=_OTHER_ORGAN)
        return
    for table in select_tables(bound, (options.table,)):
        if isinstance(table, Unchecked):
            yield table
        else:
            yield from _judge(table, options.row.row, organ, bound.language.sentences.SEPARATOR)


def _judge(table: BoundTable, name: str, organ: str, separator: str) -> Iterator[Outcome]:
    row = table.row(name)
    if row is None:
        cause = table.form.row_ref(name)
        yield Unchecked(reason=_NO_ROW, location=table.location, causes=(cause,))
        return
    cells = [cell for cell in row.figures if cell is not None and cell.figure.value]
    if cells:
        found = separator.join(cell.figure.text for cell in cells)
        yield Problem(
            message=_NOT_ZERO(organ=organ, found=found),
            location=cells[0].location,
            expected="0",
            found=found,
            related=tuple(cell.location for cell in cells[1:]),
        )


KIND = Kind(name="must-be-zero", options=Options, run=run)
