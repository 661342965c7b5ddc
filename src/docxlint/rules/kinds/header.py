"""Whether the column headers of a table, and their merged cells, are those of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from docxlint.core.finding import Fix, Problem, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.reference import TableRef
from docxlint.form.bound import BoundBlock, BoundForm, BoundTable, Mismatch
from docxlint.rules.bound_tables import select_blocks
from docxlint.rules.message_parts import join_list
from docxlint.rules.rule import Kind, Outcome

_WRONG = Message(
    zh="表头应为“{expected}”，现为“{found}”",
    en="the column header should be “{expected}”, not “{found}”",
)
_MISSING = Message(zh="表头缺少“{expected}”", en="the column header “{expected}” is missing")
_NOTHING = Message(zh="缺少这一部分表格", en="this part of the table is missing")
_MISPLACED = Message(
    zh="表头此处不应有“{found}”", en="the column header “{found}” should not be here"
)
_SPLIT = Message(
    zh="表头{labels}应为一个单元格，现在分成了几格",
    en="the column header {labels} should be one cell, not several",
)
_SPLITS = Message(
    zh="表头{labels}应各为一个单元格，现在各分成了几格",
    en="the column headers {labels} should be one cell each, not several",
)
_EXTRA = Message(zh="规定格式中没有“{found}”这一列", en="the form has no column “{found}”")


class Options(msgspec.Struct, frozen=True):
    """`tables` names the tables to check, by default all. `besides` has the labels of
    columns that a table may have in addition (such as a column of line numbers).
    """

    tables: tuple[TableRef, ...] = ()
    besides: tuple[str, ...] = ()


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each header that differs from the form."""
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
            if block.split:
                yield _split(block)
        else:
            yield _nothing(table, block)


def _nothing(table: BoundTable, block: BoundBlock) -> Unchecked:
    """The unchecked result for a block without any row."""
    return Unchecked(
        reason=_NOTHING,
        location=table.location,
        causes=tuple(table.form.row_ref(line.name) for line in block.form.rows),
    )


def _split(block: BoundBlock) -> Problem:
    """The one problem of all labels of a block that are not merged."""
    labels = list(dict.fromkeys(f"“{shorten(each.label)}”" for each in block.split))
    return Problem(
        message=(_SPLIT if len(labels) == 1 else _SPLITS)(labels=join_list(labels)),
        location=block.split[0].location,
        related=tuple(each.location for each in block.split[1:]),
    )


def _problem(
    table: BoundTable, block: BoundBlock, fault: Mismatch, fold: Callable[[str], str]
) -> Problem:
    text, expected = shorten(fault.found), fault.expected
    if not fault.expected:
        printed = {fold(label) for column in block.form.columns for label in column.path}
        message = (_MISPLACED if fold(fault.found) in printed else _EXTRA)(found=text)
    elif not fault.found:
        message = _MISSING(expected=expected)
    else:
        message = _WRONG(found=text, expected=expected)
    # The label of a column that stands below another one is not what its cell should have.
    is_text = bool(fault.expected) and "›" not in fault.expected
    return Problem(
        message=message,
        location=fault.location,
        expected=fault.expected if is_text else None,
        found=fault.found or None,
        fix=Fix(fault.location, fault.expected) if is_text and fault.found else None,
        subjects=tuple(table.form.column_ref(column) for column in fault.columns),
    )


KIND = Kind(name="header", options=Options, run=run)
