"""Finds the words of a superseded form in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.form.align_rows import TableRow
from docxlint.form.bound import SupersededUse
from docxlint.form.schema import TableForm
from docxlint.text.language import Language


def block_numbers(form: TableForm, rows: Sequence[TableRow], language: Language) -> Iterator[int]:
    """The number of the block that each row stands in, by the block titles above it."""
    fold = language.folding.fold
    titles = {fold(b.title): i for i, b in enumerate(form.blocks) if b.title is not None}
    for i, block in enumerate(form.blocks):
        titles |= {fold(title): i for title in block.superseded_words.titles}
    current = 0
    for row in rows:
        current = next((titles[text] for text in row.texts if text in titles), current)
        yield current


def superseded_uses(
    form: TableForm,
    rows: Sequence[TableRow],
    regions: Sequence[int],
    widths: dict[int, int],
    language: Language,
) -> Iterator[tuple[int, SupersededUse, int]]:
    """Words of a superseded form: the block that they stand in, the use, and the row's position.

    A use without rows means that the whole block is of the superseded form.
    """
    fold = language.folding.fold
    for i, (row, number) in enumerate(zip(rows, regions, strict=True)):
        old = form.blocks[number].superseded_words
        if not (old.columns or old.rows or old.titles):
            continue
        columns = {fold(words) for words in (*old.columns, *old.titles)}
        stand_ins = {fold(words): names for words, names in old.rows.items()}
        labels = [
            (cell, text)
            for cell, text in zip(row.cells, row.texts, strict=True)
            if text and cell.column < widths[id(row.table)]
        ]
        for cell, text in zip(row.cells, row.texts, strict=True):
            own_label = bool(labels) and labels[-1][0] is cell and text in stand_ins
            if text in columns or own_label:
                names = stand_ins[text] if own_label else ()
                yield number, SupersededUse(cell.text, cell.location, names), i
