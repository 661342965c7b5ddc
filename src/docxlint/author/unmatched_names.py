"""Find names of a form that a good document does not have."""

from __future__ import annotations

from collections.abc import Iterator

from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, BoundTable

_NO_TITLE = Message(zh="范本里没有标题", en="the good document has no title")
_NO_SECTION = Message(
    zh="范本里找不到 sections.{name}（“{label}”）",
    en="sections.{name} (“{label}”) is not in the good document",
)
_NO_TABLE = Message(
    zh="范本里找不到 tables.{name}：在“{section}”下面没有找到这张表",
    en="tables.{name} is not in the good document: no such table under “{section}”",
)
_NO_ROW = Message(
    zh="范本的表 {table} 里找不到 {name} 这一行（“{label}”）",
    en="row {name} (“{label}”) is not in table {table} of the good document",
)
_NO_COLUMN = Message(
    zh="范本的表 {table} 里找不到 {name} 这一列（“{label}”）",
    en="column {name} (“{label}”) is not in table {table} of the good document",
)


def find_unmatched_names(bound: BoundForm) -> Iterator[Message]:
    """Yield a message for each name of the form that the document does not have.

    A column is missing if no row of its block has a cell for it. Rows and columns of a missing
    table, and tables of a missing section, are not reported.
    """
    if bound.title is None:
        yield _NO_TITLE
    for section in bound.form.sections:
        if bound.section(section.name) is None:
            yield _NO_SECTION(name=section.name, label=section.heading)
    for form in bound.form.tables:
        table = bound.tables.get(form.name)
        if table is not None:
            yield from _lines(table)
        elif bound.section(form.section) is not None:
            heading = bound.form.section(form.section).heading
            yield _NO_TABLE(name=form.name, section=heading)


def _lines(table: BoundTable) -> Iterator[Message]:
    name = table.form.name
    for block in table.blocks:
        for row in block.form.rows:
            if row.name not in block.rows:
                yield _NO_ROW(table=name, name=row.name, label=" › ".join(row.path))
        for column in block.form.columns:
            cells = ((row, column.name) in table.cells for row in block.rows)
            if block.rows and not any(cells):
                yield _NO_COLUMN(table=name, name=column.name, label=" › ".join(column.path))
