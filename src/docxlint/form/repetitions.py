"""What a document has twice: whole reports, sections, tables, and rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from docxlint.form.align_columns import BoundHeader
from docxlint.form.align_rows import TableRow, cell_text
from docxlint.form.bound import BoundBlock, BoundRow, BoundSection, BoundTable, Repetition
from docxlint.form.figure_rows import printed_labels, read_row
from docxlint.text.language import Language

# So many sections that come again are a whole report.
_REPORT = 3


def repeated_parts(
    sections: Sequence[BoundSection], tables: Sequence[Repetition]
) -> Iterator[Repetition]:
    """Yield what is repeated: a whole report or sections, then tables and rows."""
    again = [section for section in sections if section.again is not None]
    firsts = {s.form.name: s.location for s in sections if s.form is not None}
    is_report = len({section.again for section in again}) >= _REPORT
    for section in again[:1] if is_report else again:
        yield Repetition(
            kind="report" if is_report else "section",
            label="" if is_report else section.heading.text.strip(),
            location=section.location,
            first=firsts.get(section.again or "", section.location),
        )
    inside = {id(table) for section in again for table in section.tables}
    for table in tables:
        reading = table.reading
        within = reading is not None and any(id(part) in inside for part in reading.tables)
        yield msgspec.structs.replace(table, within=within and table.kind == "table")


def repeated_rows(
    table: BoundTable,
    rows: Iterable[TableRow],
    headers: Mapping[str, BoundHeader],
    widths: Mapping[int, int],
    language: Language,
) -> Iterator[tuple[TableRow, Repetition]]:
    """Yield the `rows` of `table` that have the label of a row that it has already.

    `headers` are the headers of the blocks, by the names of their rows, and `widths` the slots
    that the row labels take, by the id of the Word table.
    """
    labels = printed_labels(tuple(table.form.rows()))
    for row in rows:
        for block in table.blocks:
            first = _row_with_label(block, row, language)
            if first is None:
                continue
            place = msgspec.structs.replace(table.location, row=labels[first.line.name] or None)
            second = read_row(
                first.line,
                row,
                printed_labels(block.form.columns),
                widths[id(row.table)],
                headers[first.line.name],
                place,
                language.cells,
            )
            yield (
                row,
                Repetition(
                    kind="row",
                    label=first.line.label,
                    location=second.location,
                    first=first.location,
                    reading=_with_row(table, block, second),
                ),
            )
            break


def _row_with_label(block: BoundBlock, row: TableRow, language: Language) -> BoundRow | None:
    """The row of `block` that has the last label of `row`, which must have figures too."""
    fold, figure = language.folding.fold, language.cells.figure
    figures = [cell for cell in row.cells if figure(cell_text(cell)).value is not None]
    begun = [cell for cell in row.cells if cell.row == row.index and cell.text.strip()]
    worded = [cell for cell in begun if figure(cell.text).value is None]
    if not figures:
        return None
    if not worded:
        unnamed = [bound for bound in block.rows.values() if not bound.line.label]
        return unnamed[0] if unnamed and len(figures) * 2 >= len(block.form.columns) else None
    label = fold(worded[-1].text)
    for bound in block.rows.values():
        if bound.line.label and fold(bound.line.label) == label:
            return bound
    return None


def _with_row(table: BoundTable, block: BoundBlock, row: BoundRow) -> BoundTable:
    """`table` with `row` in place of the row of the same name."""
    changed = msgspec.structs.replace(block, rows={**block.rows, row.line.name: row})
    cells = {(row.line.name, cell.ref.column): cell for cell in row.figures if cell is not None}
    return msgspec.structs.replace(
        table,
        blocks=tuple(changed if each is block else each for each in table.blocks),
        cells={**table.cells, **cells},
    )
