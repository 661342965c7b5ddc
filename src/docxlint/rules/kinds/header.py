"""Whether the column headers of a table are those of the form, merged as in the form."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from docxlint.core.finding import Fix, Problem, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.reference import TableRef
from docxlint.form.bound import BoundBlock, BoundForm, BoundTable, Mismatch
from docxlint.rules.bound_tables import select_blocks
from docxlint.rules.rule import Kind, Outcome

_WRONG = Message(
    zh="表头写作“{found}”，应为“{expected}”", en="the header reads “{found}”, not “{expected}”"
)
_MISSING = Message(zh="表头缺少“{expected}”", en="the header “{expected}” is missing")
_NOTHING = Message(zh="这一部分表格不在文档里", en="this part of the table is not there")
_MISPLACED = Message(zh="表头这里不该有“{found}”", en="the header “{found}” does not belong here")
_EXTRA = Message(zh="格式没有“{found}”这一列", en="the form has no column “{found}”")


class Options(msgspec.Struct, frozen=True):
    """`tables` names those that are asked about; none means all. `besides` are the labels of
    columns that may stand beside the form's (a column that counts the lines).
    """

    tables: tuple[TableRef, ...] = ()
    besides: tuple[str, ...] = ()


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Every header that is not the form's, each once."""
    fold = bound.language.folding.fold
    besides = {fold(label) for label in options.besides}
    for item in select_blocks(bound, options.tables):
        if isinstance(item, Unchecked):
            yield item
            continue
        table, block = item
        if block.rows:
            for fault in block.headers:
                if fault.expected or fold(fault.found) not in besides:
                    yield _problem(table, block, fault, fold)
        else:
            yield _nothing(table, block)


def _nothing(table: BoundTable, block: BoundBlock) -> Unchecked:
    """Where no row of a block is there, its rows are what is missing."""
    return Unchecked(
        reason=_NOTHING,
        location=table.location,
        causes=tuple(table.form.row_ref(line.name) for line in block.form.rows),
    )


def _problem(
    table: BoundTable, block: BoundBlock, fault: Mismatch, fold: Callable[[str], str]
) -> Problem:
    found, expected = shorten(fault.found), fault.expected
    if not fault.expected:
        printed = {fold(label) for column in block.form.columns for label in column.path}
        message = (_MISPLACED if fold(fault.found) in printed else _EXTRA)(found=found)
    elif not fault.found:
        message = _MISSING(expected=expected)
    else:
        message = _WRONG(found=found, expected=expected)
    certain = fault.expected and fault.found and "›" not in fault.expected
    return Problem(
        message=message,
        location=fault.location,
        expected=fault.expected or None,
        found=fault.found or None,
        fix=Fix(fault.location, fault.expected) if certain else None,
        subjects=tuple(table.form.column_ref(column) for column in fault.columns),
    )


KIND = Kind(name="header", options=Options, run=run)
