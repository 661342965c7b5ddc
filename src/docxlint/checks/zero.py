"""Whether figures that an organ of some kind cannot have are 0."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.checks.named import no_such, present
from docxlint.finding import NotApplicable, Phrase, Problem, Unjudged
from docxlint.form.filled import Filled, FilledTable
from docxlint.form.words import Form
from docxlint.rule import Kind, OptionFault, Outcome
from docxlint.scalar import Pattern

_NOT_ZERO = Phrase(
    zh="“{organ}”这一行应为 0，写作 {found}", en="“{organ}” should have 0 here, not {found}"
)
_NO_ORGAN = Phrase(
    zh="标题里没有机关名称，无法判断", en="the title names no organ; this cannot be judged"
)
_OTHER_ORGAN = Phrase(zh="这一机关可以有", en="an organ of this kind may have them")
_NO_ROW = Phrase(zh="这一行不在表里", en="the row is not in the table")


class Options(msgspec.Struct, frozen=True):
    """The figures of row `row` of `table` are 0 when the organ in the title matches `organ` and
    does not match `unless`.
    """

    table: str
    row: str
    organ: Pattern
    unless: Pattern | None = None


def run(filled: Filled, options: Options) -> Iterator[Outcome]:
    """One finding for the row, when it has a figure that is not 0."""
    organ = filled.title.organ if filled.title is not None else ""
    if not organ:
        yield Unjudged(reason=_NO_ORGAN, location=filled.document.location, causes=("title",))
        return
    if not options.organ.found(organ) or (
        options.unless is not None and options.unless.found(organ)
    ):
        yield NotApplicable(reason=_OTHER_ORGAN)
        return
    for table in present(filled, (options.table,)):
        if isinstance(table, Unjudged):
            yield table
        else:
            yield from _judge(table, options.row, organ)


def _judge(table: FilledTable, name: str, organ: str) -> Iterator[Outcome]:
    row = table.row(name)
    if row is None:
        cause = f"{table.form.name}.{name}"
        yield Unjudged(reason=_NO_ROW, location=table.location, causes=(cause,))
        return
    cells = [cell for cell in row.figures if cell is not None and cell.figure.value]
    if cells:
        found = "、".join(cell.figure.text for cell in cells)
        yield Problem(
            message=_NOT_ZERO(organ=organ, found=found),
            location=cells[0].location,
            expected="0",
            found=found,
            related=tuple(cell.location for cell in cells[1:]),
        )


def verify(options: Options, form: Form) -> Iterator[OptionFault]:
    """A table or row that the form does not have."""
    known = tuple(table.name for table in form.tables)
    if options.table not in known:
        yield no_such("table", options.table, known, ("table",))
        return
    rows = tuple(line.name for line in form.table(options.table).rows())
    if options.row not in rows:
        yield no_such("row", options.row, rows, ("row",), table=options.table)


KIND = Kind(name="zero", options=Options, run=run, verify=verify)
