"""A new wrapper is one line in the table of roles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.document import Document, Paragraph, Table
from docxlint.word.ooxml.names import w
from docxlint.word.ooxml.roles import ROLES, Role, role_of

Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]

PARAGRAPH = "<w:p><w:wrap><w:r><w:t>第一</w:t></w:r></w:wrap><w:r><w:t>段</w:t></w:r></w:p>"
CELL = "<w:tc><w:wrap><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:wrap></w:tc>"
ROW = f"<w:tr><w:wrap>{CELL.format(1)}</w:wrap>{CELL.format(2)}</w:tr>"
BODY = f"<w:wrap>{PARAGRAPH}<w:tbl><w:wrap>{ROW}</w:wrap>{ROW}</w:tbl></w:wrap>"


def test_an_element_without_an_entry_shows_nothing(docx: Docx, reading: Reading) -> None:
    assert role_of(w("wrap")) is Role.OTHER
    assert reading(docx(BODY)).blocks == ()


def test_a_new_wrapper_is_read_at_every_level(
    docx: Docx, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ROLES, w("wrap"), Role.WRAPPER)
    # The fixture checks that every location leads to its element.
    paragraph, table = reading(docx(BODY)).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "第一段"
    assert paragraph.location.path == "/w:document/w:body/w:wrap[1]/w:p[1]"
    assert paragraph.pieces[0].path.endswith("/w:p[1]/w:wrap[1]/w:r[1]/w:t[1]")
    assert isinstance(table, Table)
    assert [[cell.text for cell in row if cell] for row in table.grid] == [["1", "2"]] * 2
    assert table.grid[0][0] is not None
    assert table.grid[0][0].location.path.endswith("/w:tbl[1]/w:wrap[1]/w:tr[1]/w:wrap[1]/w:tc[1]")
