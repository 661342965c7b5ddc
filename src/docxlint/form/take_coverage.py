"""Take the coverage of a document: what its forms name in it, and what no form names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.coverage import Coverage, UnreadKind, UnreadPlace
from docxlint.core.document import Passage, Table
from docxlint.core.location import Location, shorten
from docxlint.core.reading_order import reading_order
from docxlint.form.bound import BoundForm, BoundTable
from docxlint.form.passages import passages, section_labeller

# A line of a table that is typed with tabs has at least so many.
_TABS = 2


def take_coverage(bounds: Sequence[BoundForm]) -> Coverage:
    """Return what was read of a document through `bounds`, the forms bound to it; at least one.

    What one of the forms names was read. A place is unread only if it is for all of them.
    """
    tables = [table for bound in bounds for table in _bound_tables(bound)]
    rows = {row.location.node for table in tables for row in table.rows()}
    figures = {cell.cell.location.node for table in tables for cell in table.cells.values()}
    first, *others = bounds
    places = dict.fromkeys(_unread(first))
    for bound in others:
        known = set(_unread(bound))
        places = {place: None for place in places if place in known}
    order = reading_order(first.document)
    return Coverage(
        tables=len({part.location.node for table in tables for part in table.tables}),
        rows=len(rows),
        figures=len(figures),
        paragraphs=sum(1 for _ in passages(first, cells=True, notes=True)),
        unread=tuple(sorted(places, key=lambda place: order(place.location))),
    )


def _bound_tables(bound: BoundForm) -> Iterator[BoundTable]:
    """Yield the tables of the form, those that are there twice included."""
    yield from bound.tables.values()
    for repetition in bound.repetitions:
        if repetition.reading is not None:
            yield repetition.reading


def _unread(bound: BoundForm) -> Iterator[UnreadPlace]:
    document, with_section = bound.document, section_labeller(bound)
    for table in _unknown_tables(bound):
        yield UnreadPlace(UnreadKind.TABLE, table)
    for owner in bound.tables.values():
        yield from _beside(owner)
    for passage in (*bound.passages, *bound.cells):
        for drawing in passage.paragraph.drawings:
            place = with_section(drawing.location)
            yield UnreadPlace(UnreadKind.DRAWING, place, drawing.kind)
    for passage in typed_tables(bound):
        yield UnreadPlace(UnreadKind.TYPED_TABLE, passage.location)
    for text in document.concealed:
        yield UnreadPlace(UnreadKind(text.kind.value), with_section(text.location))
    for story in document.stories:
        if story.kind == "comment":
            yield UnreadPlace(UnreadKind.COMMENT, story.location)
    for gap in document.gaps:
        yield UnreadPlace(UnreadKind.GAP, with_section(gap.location), gap.construct)


def _unknown_tables(bound: BoundForm) -> Iterator[Location]:
    """Yield the places of tables that are none of the form, with the text of their first row."""
    named = {id(part) for table in _bound_tables(bound) for part in table.tables}
    homes = {id(table): section for section in bound.sections for table in section.tables}
    for block in bound.document.blocks:
        if isinstance(block, Table) and id(block) not in named and block.grid:
            home = homes.get(id(block))
            label = None if home is None else home.location.section
            text = shorten(" ".join(cell.text for cell in block.row(0)))
            yield msgspec.structs.replace(block.location, section=label, text=text)


def _beside(table: BoundTable) -> Iterator[UnreadPlace]:
    """Yield the rows and the columns of a table that the form does not have."""
    for mismatch in table.unknown:
        yield UnreadPlace(UnreadKind.ROW, mismatch.location)
    columns: set[tuple[int, int]] = set()
    for number, block in enumerate(table.blocks):
        for row in block.rows.values():
            for cell in row.extra:
                if (number, cell.column) not in columns:
                    columns.add((number, cell.column))
                    section = table.location.section
                    place = msgspec.structs.replace(cell.location, section=section)
                    yield UnreadPlace(UnreadKind.COLUMN, place)


def typed_tables(bound: BoundForm) -> Iterator[Passage]:
    """Yield the lines with tabs in sections whose table is missing."""
    missing = {form.section for form in bound.form.tables if form.name not in bound.tables}
    for passage in bound.passages:
        if passage.section in missing and passage.text.count("\t") >= _TABS:
            yield passage
