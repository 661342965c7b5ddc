"""Decide which Word tables belong to which table of a form, by section and labels."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import msgspec

from docxlint.core.document import Block, Table
from docxlint.form.align_rows import PrintedRow, printed_rows
from docxlint.form.schema import TableForm
from docxlint.text.language import Language

# The share of its labels that a table outside of its section must have.
_ENOUGH = 0.3
# The share of its labels that a second copy of a table has at least.
_MOST = 0.7
# The rows that it has at least, so that one with a common row (合计) is none.
_ROWS = 2


class PrintedTable(msgspec.Struct, frozen=True, gc=False):
    """A table of the form with its printed rows and its folded labels.

    `words` are all labels, those of its superseded form too; `row_words` those of rows of
    figures and titles of blocks. `labels` and `row_labels` are those of the form in force.
    """

    form: TableForm
    language: Language
    rows: tuple[PrintedRow, ...]
    words: frozenset[str]
    row_words: frozenset[str]
    labels: frozenset[str]
    row_labels: frozenset[str]


def print_table(form: TableForm, language: Language) -> PrintedTable:
    """The table of the form with its printed rows and labels."""
    fold = language.folding.fold
    rows = printed_rows(form, language)
    old = [block.superseded_words for block in form.blocks]
    titles = {fold(title) for words in old for title in words.titles}
    columns = {fold(column) for words in old for column in words.columns}
    labels = {label for row in rows for label in row.labels if label}
    row_labels = {row.labels[0] for row in rows if row.kind != "header" and row.labels[0]}
    return PrintedTable(
        form,
        language,
        rows,
        words=frozenset(labels | titles | columns),
        row_words=frozenset(row_labels | titles),
        labels=frozenset(label for label in labels if label),
        row_labels=frozenset(row_labels),
    )


def find_owner(
    printed: Mapping[str, PrintedTable], texts: set[str], home: str | None
) -> str | None:
    """The name of the form's table that a Word table with these texts belongs to, or None.

    That is the table with most of its labels there. One label is enough in the table's own
    section, `home`.
    """
    best = None
    most = 0
    for name, table in printed.items():
        hits = len(table.words & texts)
        at_home = table.form.section == home
        if hits and (at_home or hits >= _ENOUGH * len(table.words)) and hits > most:
            best, most = name, hits
    return best


def find_parts(
    printed: PrintedTable,
    tables: Sequence[Table],
    texts: Mapping[int, set[str]],
    at_home: Container[int] = (),
) -> list[Table]:
    """The Word tables that make up the form's table, in their order.

    They are the one with most labels, and others with rows or block titles that are missing so
    far: a page break may cut a table in two. Of tables with about as many labels, one in the
    table's own section comes first: its id is in `at_home`.
    """
    if not tables:
        return []
    hits = {id(table): len(printed.words & texts[id(table)]) for table in tables}
    most = max(hits.values())
    first = max(
        (table for table in tables if hits[id(table)] * 2 >= most),
        key=lambda table: (id(table) in at_home, hits[id(table)]),
    )
    have = printed.row_words & texts[id(first)]
    parts = [first]
    for table in tables:
        new = (printed.row_words & texts[id(table)]) - have
        # Beside a table in its own section, parts stand there too.
        if table is not first and new and (id(first) not in at_home or id(table) in at_home):
            parts.append(table)
            have |= new
    return [table for table in tables if any(table is part for part in parts)]


def repeats(printed: PrintedTable, tables: Sequence[Table], texts: Mapping[int, set[str]]) -> bool:
    """Whether the Word `tables` are the form's table again: most labels, and most rows too."""
    there = set[str]().union(*(texts[id(table)] for table in tables))
    if printed.row_labels and len(printed.row_labels & there) < _ROWS:
        return False
    return all(
        len(labels & there) >= _MOST * len(labels)
        for labels in (printed.labels, printed.row_labels)
    )


def walk_tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """The tables of a document, each before those inside its cells."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
            for cell in block.cells():
                yield from walk_tables(cell.tables)
