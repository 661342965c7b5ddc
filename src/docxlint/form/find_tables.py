"""Find the tables of a form in a document and read them row by row under the form's names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from docxlint.core.document import Document, Table
from docxlint.core.location import Location
from docxlint.form.align_columns import BoundHeader, read_header
from docxlint.form.align_rows import (
    PrintedRow,
    TableRow,
    align_rows,
    displaced_rows,
    table_rows,
)
from docxlint.form.assign_tables import (
    PrintedTable,
    find_owner,
    find_parts,
    print_table,
    repeats,
    walk_tables,
)
from docxlint.form.bound import (
    BoundBlock,
    BoundRow,
    BoundSection,
    BoundTable,
    Mismatch,
    Repetition,
    SupersededUse,
)
from docxlint.form.figure_rows import printed_labels, read_row, read_undivided, with_labels
from docxlint.form.header_columns import further_header_rows
from docxlint.form.label_slots import label_slots
from docxlint.form.repetitions import repeated_rows
from docxlint.form.schema import Form, TableForm
from docxlint.form.superseded import block_numbers, superseded_uses
from docxlint.text.language import Language


class TableBindings(NamedTuple):
    """The form's tables in a document, by name, and what of them is there again."""

    tables: dict[str, BoundTable]
    repetitions: tuple[Repetition, ...]


def find_tables(form: Form, document: Document, sections: Sequence[BoundSection]) -> TableBindings:
    """The form's tables that are in `document`.

    A table in its own section comes before one elsewhere. A further table with most labels of
    the same table repeats it.
    """
    fold = form.language.folding.fold
    printed = {table.name: print_table(table, form.language) for table in form.tables}
    homes = {id(t): s for s in sections for t in s.tables}
    texts: dict[int, set[str]] = {}
    owned: dict[str, list[Table]] = {table.name: [] for table in form.tables}
    for block in walk_tables(document.blocks):
        texts[id(block)] = {fold(cell.text) for cell in block.cells()}
        home = homes.get(id(block))
        name = home.form.name if home is not None and home.form is not None else None
        owner = find_owner(printed, texts[id(block)], name)
        if owner is not None:
            owned[owner].append(block)
    tables: dict[str, BoundTable] = {}
    repetitions: list[Repetition] = []
    for name, table in printed.items():
        at_home = {
            id(t)
            for t in owned[name]
            if (s := homes.get(id(t))) and s.form is not None and s.form.name == table.form.section
        }
        left = owned[name]
        while parts := find_parts(table, left, texts, at_home):
            left = [t for t in left if not any(t is part for part in parts)]
            section = homes.get(id(parts[0]))
            label = section.location.section if section is not None else None
            if name not in tables:
                tables[name], again = _read(table, parts, label)
                repetitions += again
            elif repeats(table, parts, texts):
                second, _ = _read(table, parts, label)
                repetitions.append(
                    Repetition("table", "", second.location, tables[name].location, second)
                )
    return TableBindings(tables, tuple(repetitions))


def _read(
    printed: PrintedTable, tables: Sequence[Table], section: str | None
) -> tuple[BoundTable, list[Repetition]]:
    """The form's table in the Word `tables`, under the heading `section`, and its repeated rows."""
    form, language = printed.form, printed.language
    rows = table_rows(tables, language)
    widths = {id(table): label_slots(form, table, language) for table in tables}
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
    displaced = displaced_rows(expected, [rows[i] for i in current], matched, current, language)
    matched |= displaced
    matches = [(expected[w], rows[r]) for w, r in sorted(matched.items())]
    taken = set(matched.values())
    unmatched = [rows[i] for i in current if i not in taken]
    pieces = list(further_header_rows(form, matches, unmatched, widths, language.folding.fold))
    piece_ids = {id(row) for _, row in pieces}
    unmatched = [row for row in unmatched if id(row) not in piece_ids]
    matches += pieces
    place = msgspec.structs.replace(
        tables[0].location, section=section, table=form.name, table_label=form.label
    )
    labels = printed_labels(tuple(form.rows()))
    read = [
        _block(
            form, i, matches, widths, labels, [use for b, use, _ in uses if b == i], place, language
        )
        for i in range(len(form.blocks))
    ]
    blocks = tuple(block for block, _ in read)
    table = BoundTable(
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
    )
    names = [form.blocks[expected[w].block].rows[expected[w].line].name for w in displaced]
    undivided = [
        read_undivided(
            use, form.blocks[b], rows[r], widths[id(rows[r].table)], read[b][1], place, language
        )
        for b, use, r in uses
        if len(use.rows) > 1 and not blocks[b].missing
    ]
    table = msgspec.structs.replace(table, displaced=tuple(names), undivided=tuple(undivided))
    headers = {name: header for block, header in read for name in block.rows}
    again = list(repeated_rows(table, unmatched, headers, widths, language))
    other = [row for row in unmatched if not any(row is each for each, _ in again)]
    unknown = tuple(_unknown(printed.rows, other, place, language))
    return msgspec.structs.replace(table, unknown=unknown), [each for _, each in again]


def _block(
    form: TableForm,
    number: int,
    matches: Sequence[tuple[PrintedRow, TableRow]],
    widths: dict[int, int],
    labels: Mapping[str, str],
    uses: list[SupersededUse],
    place: Location,
    language: Language,
) -> tuple[BoundBlock, BoundHeader]:
    block = form.blocks[number]
    names = tuple(line.name for line in block.rows)
    if any(not use.rows for use in uses):
        uses_here = _label_uses(uses, place)
        return BoundBlock(
            block, {}, superseded_uses=uses_here, superseded_rows=frozenset(names)
        ), BoundHeader((), ())
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
                line, row, columns, width, header, here, language.cells
            )
    bound = BoundBlock(
        form=block,
        rows=bound_rows,
        headers=tuple(
            msgspec.structs.replace(m, location=with_labels(m.location, place))
            for m in header.faults
        ),
        split=tuple(
            msgspec.structs.replace(s, location=with_labels(s.location, place))
            for s in header.split
        ),
        missing=tuple(
            r for r in block.rows if r.name not in bound_rows and r.name not in superseded
        ),
        superseded_uses=_label_uses(uses, place),
        superseded_rows=superseded,
    )
    return bound, header


def _label_uses(uses: Sequence[SupersededUse], place: Location) -> tuple[SupersededUse, ...]:
    return tuple(
        msgspec.structs.replace(use, location=with_labels(use.location, place)) for use in uses
    )


def _unknown(
    expected: Sequence[PrintedRow],
    unmatched: Iterable[TableRow],
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
