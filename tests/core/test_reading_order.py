"""The order of places in a document, and the pages they are on."""

from __future__ import annotations

from docxlint.core.document import Cell, Document, Paragraph, Table
from docxlint.core.location import Location, within
from docxlint.core.reading_order import page_numbers, reading_order

PART = "word/document.xml"
BODY = Location(PART, "/w:document/w:body")


def at(path: str, part: str = PART) -> Location:
    return Location(part, f"{BODY.path}{path}")


def cell(text: str, row: int, column: int, rows: int = 1, columns: int = 1) -> Cell:
    where = at(f"/w:tbl[1]/w:tr[{row + 1}]/w:tc[{column + 1}]")
    return Cell(text, row, column, where, rows, columns)


WIDE = cell("wide", 0, 0, columns=2)
HIGH = cell("high", 0, 2, rows=2)
LEFT, MIDDLE = cell("left", 1, 0), cell("middle", 1, 1)
TABLE = Table(((WIDE, WIDE, HIGH), (LEFT, MIDDLE, HIGH), (None, MIDDLE, None)), at("/w:tbl[1]"))


def test_places_are_ordered_by_their_blocks_and_then_inside_them() -> None:
    blocks = (Paragraph("a", at("/w:p[1]")), TABLE, Paragraph("b", at("/w:p[2]")))
    places = [
        BODY,
        at("/w:p[1]"),
        at("/w:p[1]/w:r[2]"),
        at("/w:tbl[1]"),
        at("/w:tbl[1]/w:tr[2]/w:tc[3]"),
        at("/w:tbl[1]/w:tr[10]/w:tc[1]"),
        at("/w:p[2]"),
        at("/w:p[1]", "word/header1.xml"),
    ]
    key = reading_order(Document(blocks, BODY))
    shuffled = [*places[1::2], *places[::2]]
    assert sorted(shuffled, key=key) == places


def test_a_place_is_on_the_page_that_began_before_it() -> None:
    first, second = at("/w:p[1]"), at("/w:p[2]")
    starts = (within(second, 3, 3), at("/w:tbl[1]/w:tr[2]/w:tc[1]/w:p[1]"))
    paragraphs = (Paragraph("one", first), Paragraph("second", second))
    page = page_numbers(Document((*paragraphs, TABLE), BODY, page_starts=starts))
    assert [page(place) for place in (first, within(second, 1, 2), within(second, 3, 4))] == [
        1,
        1,
        2,
    ]
    assert page(at("/w:tbl[1]")) == 2
    assert page(at("/w:tbl[1]/w:tr[2]/w:tc[2]")) == 3
    assert page(BODY) is None
    assert page(at("/w:p[1]", "word/header1.xml")) is None


def test_without_a_layout_no_page_is_known() -> None:
    page = page_numbers(Document((Paragraph("one", at("/w:p[1]")),), BODY))
    assert page(at("/w:p[1]")) is None
