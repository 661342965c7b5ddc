"""Find the tables of a form in a document and read them row by row under the form's names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from docxlint.core.document import Document, Table
from docxlint.core.location import Location
from docxlint.form.align_columns import read_header
from docxlint.form.align_rows import PrintedRow, TableRow, align_rows, table_rows
from docxlint.form.assign_tables import PrintedTable, find_owner, find_parts, print_table
from docxlint.form.bound import (
    BoundBlock,
    BoundRow,
    BoundSection,
    BoundTable,
    Mismatch,
    SupersededUse,
)
from docxlint.form.figure_rows import printed_labels, read_row, with_labels
from docxlint.form.schema import Form, TableForm
from docxlint.form.superseded import block_numbers, superseded_uses
from docxlint.text.language import Language


def find_tables(
    form: Form, document: Document, sections: Sequence[BoundSection]
) -> dict[str, BoundTable]:
    """The form's tables that are in `document`, by name."""
    fold = form.language.folding.fold
    printed = {table.name: print_table(table, form.language) for table in form.tables}
    homes = {id(t): s.form.name for s in sections if s.form is not None for t in s.tables}
    texts: dict[int, set[str]] = {}
    owned: dict[str, list[Table]] = {table.name: [] for table in form.tables}
    for block in document.blocks:
        if isinstance(block, Table):
            texts[id(block)] = {fold(cell.text) for cell in block.cells()}
            owner = find_owner(printed, texts[id(block)], homes.get(id(block)))
            if owner is not None:
                owned[owner].append(block)
    headings = {section.name: section.heading for section in form.sections}
    return {
        name: _read(table, parts, headings[table.form.section])
        for name, table in printed.items()
        if (parts := find_parts(table, owned[name], texts))
    }


def _read(printed: PrintedTable, tables: Sequence[Table], section: str) -> BoundTable:
    form, language = printed.form, printed.language
    rows = table_rows(tables, language)
    widths = {id(table): _label_slots(form, table, language) for table in tables}
    regions = list(block_numbers(form, rows, language))
    uses = list(superseded_uses(form, rows, regions, widths, language))
    superseded_blocks = {b for b, use, _ in uses if not use.rows}
    superseded_rows = {r for _, _, r in uses}
    replaced = {name for _, use, _ in uses for name in use.rows}
    expected = [
        p
        for p in printed.rows
        if p.block not in superseded_blocks
        and not (p.kind == "figures" and form.blocks[p.block].rows[p.line].name in replaced)
    ]
    current = [
        i
        for i in range(len(rows))
        if regions[i] not in superseded_blocks and i not in superseded_rows
    ]
    matched = {
        w: current[r] for w, r in align_rows(expected, [rows[i] for i in current], language).items()
    }
    matches = [(expected[w], rows[r]) for w, r in matched.items()]
    place = msgspec.structs.replace(tables[0].location, section=section, table=form.name)
    labels = printed_labels(tuple(form.rows()))
    blocks = tuple(
        _block(
            form, i, matches, widths, labels, [use for b, use, _ in uses if b == i], place, language
        )
        for i in range(len(form.blocks))
    )
    matched_rows = set(matched.values())
    unmatched = (rows[i] for i in current if i not in matched_rows)
    return BoundTable(
        form=form,
        tables=tuple(tables),
        location=place,
        blocks=blocks,
        cells={
            (row.line.name, column.name): cell
            for block in blocks
            for row in block.rows.values()
            for column, cell in zip(block.form.columns, row.figures, strict=True)
            if cell is not None
        },
        unknown=tuple(_unknown(printed.rows, unmatched, place, language)),
    )


def _label_slots(form: TableForm, table: Table, language: Language) -> int:
    """The number of slots that the row labels take in `table`.

    That is where the figures begin in most rows with a label of the form, because other rows may
    begin with a code, or else in most rows. A label that leaves exactly as many slots as the form
    has columns is followed by figures, even if they are blank.
    """
    fold, figure = language.folding.fold, language.cells.figure
    labels = {fold(line.label) for line in form.rows() if line.label}
    rest = len(table.grid[0]) - max(len(block.columns) for block in form.blocks)
    if not labels and rest == 0:
        return 0
    starts: Counter[int] = Counter()
    others: Counter[int] = Counter()
    for index in range(len(table.grid)):
        known = False
        for cell in table.row(index):
            if figure(cell.text).value is not None:
                (starts if known else others)[cell.column] += 1
                break
            if cell.row == index and fold(cell.text) in labels:
                known = True
                if cell.column + cell.columns == rest:
                    starts[rest] += 1
                    break
    if starts or others:
        return (starts or others).most_common(1)[0][0]
    corners = {fold(b.corner) for b in form.blocks if b.corner is not None}
    for cell in table.cells():
        if fold(cell.text) in corners:
            return cell.column + cell.columns
    return max(block.labels for block in form.blocks)


def _block(
    form: TableForm,
    number: int,
    matches: Sequence[tuple[PrintedRow, TableRow]],
    widths: dict[int, int],
    labels: Mapping[str, str],
    uses: list[SupersededUse],
    place: Location,
    language: Language,
) -> BoundBlock:
    block = form.blocks[number]
    names = tuple(line.name for line in block.rows)
    if any(not use.rows for use in uses):
        return BoundBlock(
            block, {}, superseded_uses=_label_uses(uses, place), superseded_rows=frozenset(names)
        )
    superseded = frozenset(name for use in uses for name in use.rows)
    block_matches = [
        (printed_row, row) for printed_row, row in matches if printed_row.block == number
    ]
    slots = widths[id(block_matches[0][1].table)] if block_matches else block.labels
    header = read_header(block, number, block_matches, slots, place, language)
    columns = printed_labels(block.columns)
    bound_rows: dict[str, BoundRow] = {}
    for printed_row, row in block_matches:
        if printed_row.kind == "figures":
            line = block.rows[printed_row.line]
            here = msgspec.structs.replace(place, row=labels[line.name] or None)
            width = widths[id(row.table)]
            bound_rows[line.name] = read_row(
                line, row, columns, width, header.slots, here, language.cells
            )
    return BoundBlock(
        form=block,
        rows=bound_rows,
        headers=tuple(
            msgspec.structs.replace(m, location=with_labels(m.location, place))
            for m in header.faults
        ),
        missing=tuple(
            r for r in block.rows if r.name not in bound_rows and r.name not in superseded
        ),
        superseded_uses=_label_uses(uses, place),
        superseded_rows=superseded,
    )


def _label_uses(uses: Sequence[SupersededUse], place: Location) -> tuple[SupersededUse, ...]:
    return tuple(
        msgspec.structs.replace(use, location=with_labels(use.location, place)) for use in uses
    )


def _unknown(
    expected: Sequence[PrintedRow],
    unmatched: Iterator[TableRow],
    place: Location,
    language: Language,
) -> Iterator[Mismatch]:
    """The rows of figures that the form does not print.

    Blank rows, notes that span the table and headers repeated after a page break do not count.
    """
    headers = [set(printed_row.labels) for printed_row in expected if printed_row.kind != "figures"]
    for row in unmatched:
        if row.blank or len(row.cells) < 2 or any(h and h <= set(row.texts) for h in headers):
            continue
        labels = [
            c
            for c in row.cells
            if c.row == row.index and language.cells.figure(c.text).value is None
        ]
        worded = [cell for cell in labels if cell.text.strip()]
        cell = worded[-1] if worded else row.cells[0]
        label = "".join(cell.text.split())
        yield Mismatch("", label, with_labels(cell.location, place, label or None))
