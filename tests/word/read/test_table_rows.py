"""Rows and cells that show, and the free slots before them."""

from __future__ import annotations

from lxml import etree

from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import W_URI
from docxlint.word.read.list_numbering import Numbering
from docxlint.word.read.scope import Budget, Scope
from docxlint.word.read.styles import Styles
from docxlint.word.read.table_rows import rows

PATH = "/w:document/w:body/w:tbl[1]"
CELL = "<w:tc><w:p/></w:tc>"


def read(content: str) -> tuple[list[tuple[int, int]], Scope]:
    """The free slots and the number of cells of each row; the scope has what was recorded."""
    limits, styles = Limits(), Styles(None)
    scope = Scope("word/document.xml", limits, Budget(limits), styles, Numbering(None, styles))
    table = etree.fromstring(f'<w:tbl xmlns:w="{W_URI}">{content}</w:tbl>')
    return [(before, len(cells)) for before, cells in rows(table, PATH, scope)], scope


def row(properties: str = "", cells: str = CELL) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def test_rows_have_their_cells_and_free_slots() -> None:
    visible, _ = read(row(cells=CELL * 2) + row('<w:gridBefore w:val="2"/>'))
    assert visible == [(0, 2), (2, 1)]


def test_deleted_and_empty_rows_are_left_out() -> None:
    visible, scope = read(row("<w:hidden/>") + row('<w:del w:author="a"/>') + row(cells=""))
    assert visible == [(0, 1)]
    assert [(r.kind, r.author) for r in scope.revisions] == [("deletion", "a")]


def test_a_deleted_cell_is_recorded_and_does_not_show() -> None:
    deleted = '<w:tc><w:tcPr><w:cellDel w:author="a"/></w:tcPr><w:p/></w:tc>'
    visible, scope = read(row(cells=deleted + CELL))
    assert visible == [(0, 1)]
    (revision,) = scope.revisions
    assert revision.location.path == f"{PATH}/w:tr[1]/w:tc[1]/w:tcPr[1]/w:cellDel[1]"


def test_changes_of_table_properties_are_recorded() -> None:
    _, scope = read('<w:tblPr><w:tblPrChange w:author="a"/></w:tblPr>' + row())
    (revision,) = scope.revisions
    assert (revision.kind, revision.author) == ("formatting", "a")
    assert revision.location.path == f"{PATH}/w:tblPr[1]/w:tblPrChange[1]"
