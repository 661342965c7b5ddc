"""The parts of a document that compute: rows and cells of tables."""

from __future__ import annotations

from docxlint.core.document import Cell, Table
from docxlint.core.location import Location

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


def test_a_row_has_each_cell_that_shows_in_it_once() -> None:
    assert TABLE.row(0) == (WIDE, HIGH)
    assert TABLE.row(1) == (LEFT, MIDDLE, HIGH)
    assert TABLE.row(2) == (MIDDLE,)


def test_cells_come_once_in_the_row_where_they_begin() -> None:
    assert [each.text for each in TABLE.cells()] == ["wide", "high", "left", "middle"]
