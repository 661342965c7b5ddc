"""Blocks come in reading order, through everything that wraps them."""

from __future__ import annotations

from collections.abc import Callable

from docxlint.core.document import Document, Paragraph, Table

Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(content: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>"


def outline(document: Document) -> list[object]:
    return [
        block.text if isinstance(block, Paragraph) else [cell.text for cell in block.cells()]
        for block in document.blocks
    ]


def test_paragraphs_and_tables_come_in_order(docx: Docx, reading: Reading) -> None:
    wrapped = f"<w:sdt><w:sdtContent>{p('乙')}{table(p('丙'))}</w:sdtContent></w:sdt>"
    assert outline(reading(docx(p("甲") + wrapped + p("丁")))) == ["甲", "乙", ["丙"], "丁"]


def test_paragraphs_of_cells_are_not_counted(docx: Docx, reading: Reading) -> None:
    document = reading(docx(p("甲") + table(p("乙")) + p("丙")))
    numbers = [b.location.paragraph for b in document.blocks if isinstance(b, Paragraph)]
    assert numbers == [1, 2]
    (only,) = (b for b in document.blocks if isinstance(b, Table))
    assert [cell.paragraphs[0].location.paragraph for cell in only.cells()] == [None]


def test_a_heading_style_in_a_cell_gives_no_level(docx: Docx, reading: Reading) -> None:
    heading = p("甲", '<w:outlineLvl w:val="0"/>')
    document = reading(docx(heading + table(heading)))
    assert isinstance(document.blocks[0], Paragraph)
    assert document.blocks[0].level == 0
    assert isinstance(document.blocks[1], Table)
    (cell,) = document.blocks[1].cells()
    assert cell.paragraphs[0].level is None


def test_nested_tables_belong_to_their_cell(docx: Docx, reading: Reading) -> None:
    document = reading(docx(table(p("甲") + table(p("乙")) + p("丙"))))
    (outer,) = document.blocks
    assert isinstance(outer, Table)
    (cell,) = outer.cells()
    assert cell.text == "甲\n丙"
    assert [[inner.text for inner in nested.cells()] for nested in cell.tables] == [["乙"]]


def test_a_change_of_a_section_is_a_revision(docx: Docx, reading: Reading) -> None:
    section = '<w:sectPr><w:sectPrChange w:author="某人"/></w:sectPr>'
    (revision,) = reading(docx(p("甲") + section)).revisions
    assert (revision.kind, revision.author) == ("formatting", "某人")
    assert revision.location.path.endswith("/w:sectPr[1]/w:sectPrChange[1]")
