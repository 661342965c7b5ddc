"""Whether figures that some organs cannot have are 0."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.reference import TITLE, RowRef, TableRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm, BoundTable
from docxlint.form.find_signature import find_signature
from docxlint.rules.bound_tables import select_tables
from docxlint.rules.rule import Kind, Outcome

_NOT_ZERO = Message(
    zh="{organ}{why}，“{row}”一行应填0，现填{found}",
    en="{organ} {why}; the row “{row}” should have 0, not {found}",
)
_NO_FIGURES = Message(zh="没有这类数字", en="has no such figures")
_NO_ORGAN = Message(
    zh="标题和落款里都没有机关名称，无法核对",
    en="neither title nor signature names the organ, so this cannot be checked",
)
_OTHER_ORGAN = Message(zh="这类机关可以填写", en="organs of this kind may have such figures")
_NO_ROW = Message(zh="表格里没有这一行", en="the table does not have this row")


class Options(msgspec.Struct, frozen=True):
    """The figures of row `row` of `table` must be 0 if the organ in the title, or else in the
    signature, matches `organ` and does not match `unless`. `why` follows the organ's name in the
    finding: the reason why it cannot have such figures.
    """

    table: TableRef
    row: RowRef
    organ: Regex
    unless: Regex | None = None
    why: Message = _NO_FIGURES


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield a problem for the row if it has a figure other than 0."""
    organ = bound.title.organ if bound.title is not None else ""
    if not organ:
        closing = find_signature(bound)
        organ = (closing.organ if closing is not None else None) or ""
    if not organ:
        yield Unchecked(reason=_NO_ORGAN, location=bound.document.location, causes=(TITLE,))
        return
    if not options.organ.matches(organ) or (
        options.unless is not None and options.unless.matches(organ)
    ):
        yield NotApplicable(reason=_OTHER_ORGAN)
        return
    for table in select_tables(bound, (options.table,)):
        if isinstance(table, Unchecked):
            yield table
        else:
            yield from _check(bound, table, options, organ)


def _check(bound: BoundForm, table: BoundTable, options: Options, organ: str) -> Iterator[Outcome]:
    row = table.row(options.row.row)
    if row is None:
        cause = table.form.row_ref(options.row.row)
        yield Unchecked(reason=_NO_ROW, location=table.location, causes=(cause,))
        return
    cells = [cell for cell in row.figures if cell is not None and cell.figure.value]
    if cells:
        separator = bound.language.sentences.SEPARATOR
        texts = separator.join(cell.figure.text for cell in cells)
        # One right value belongs to one cell; the message has it for several.
        place = cells[0].location if len(cells) == 1 else row.location
        yield Problem(
            message=_NOT_ZERO(
                organ=shorten(organ), why=options.why, row=row.line.label, found=texts
            ),
            location=place,
            expected="0" if len(cells) == 1 else None,
            found=texts,
            related=tuple(cell.location for cell in cells if cell.location != place),
        )


KIND = Kind(name="must-be-zero", options=Options, run=run)
