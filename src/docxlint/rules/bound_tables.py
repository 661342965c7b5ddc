"""The tables that the options of a kind select, as the document has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.core.finding import Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import TableRef
from docxlint.form.bound import BoundBlock, BoundForm, BoundTable
from docxlint.form.schema import TableForm

_NO_TABLE = Message(zh="未找到这张表格", en="the table was not found in the document")
_SUPERSEDED = Message(zh="这里用的是已停用的格式", en="a superseded form is used here")


def select_tables(
    bound: BoundForm, tables: Sequence[TableRef] = ()
) -> Iterator[BoundTable | Unchecked]:
    """Yield the selected tables in the order of the form; all of them if `tables` is empty.

    A table that the document does not have gives an Unchecked instead.
    """
    for form in bound.form.tables:
        if not tables or form.ref in tables:
            table = bound.tables.get(form.name)
            yield table if table is not None else missing_table(bound, form)


def missing_table(bound: BoundForm, form: TableForm) -> Unchecked:
    """Return an Unchecked for a table that the document does not have."""
    return Unchecked(
        reason=_NO_TABLE,
        location=bound.anchor(form.section),
        causes=(form.ref, bound.form.section(form.section).ref),
    )


def select_blocks(
    bound: BoundForm, tables: Sequence[TableRef] = ()
) -> Iterator[tuple[BoundTable, BoundBlock] | Unchecked]:
    """Yield each block of the selected tables with its table.

    A missing table gives one Unchecked. So do the blocks of a table that use a superseded form;
    these blocks are left out.
    """
    for table in select_tables(bound, tables):
        if isinstance(table, Unchecked):
            yield table
            continue
        superseded = [block for block in table.blocks if _is_superseded(block)]
        if superseded:
            yield Unchecked(
                reason=_SUPERSEDED,
                location=superseded[0].superseded_uses[0].location,
                causes=tuple(
                    table.form.row_ref(row.name) for block in superseded for row in block.form.rows
                ),
            )
        yield from ((table, block) for block in table.blocks if block not in superseded)


def _is_superseded(block: BoundBlock) -> bool:
    return bool(block.superseded_uses) and len(block.superseded_rows) == len(block.form.rows)
