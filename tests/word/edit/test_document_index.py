"""Paragraphs, cells and pieces are found by place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docxlint.core.document import Paragraph, Piece
from docxlint.core.location import Location, Node
from docxlint.word.edit.document_index import piece_beside, pieces_between

Indexed = Callable[..., Any]

_PART = "word/document.xml"
_BODY = "/w:document/w:body"
_PARAGRAPH = Paragraph(
    "1.甲乙丙丁",
    Location(_PART, f"{_BODY}/w:p[1]"),
    number="1.",
    pieces=(Piece(2, 4, "a"), Piece(4, 6, "b", offset=3)),
)


def test_cells_know_their_table_and_nested_tables_are_indexed(indexed: Indexed) -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    cell = f"<w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p>{inner}<w:p/></w:tc>"
    index = indexed(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>").index
    outer_table = f"{_BODY}/w:tbl[1]"
    outer_cell = f"{outer_table}/w:tr[1]/w:tc[1]"
    inner_table = f"{outer_cell}/w:tbl[1]"
    inner_cell = f"{inner_table}/w:tr[1]/w:tc[1]"
    for path, table, text in ((outer_cell, outer_table, "外\n"), (inner_cell, inner_table, "内")):
        location = Location(_PART, path)
        assert index.table_of(location) == Node(_PART, table)
        cell_there = index.cell(location)
        assert cell_there is not None and cell_there.text == text
        assert index.paragraph(Location(_PART, f"{path}/w:p[1]")) == cell_there.paragraphs[0]
    assert index.cell(Location(_PART, outer_table)) is None
    assert index.table_of(Location("word/other.xml", outer_cell)) is None


def test_the_first_paragraph_is_the_first_with_text(indexed: Indexed) -> None:
    texts = "<w:p/><w:p><w:r><w:t>甲</w:t></w:r></w:p>"
    index = indexed(f"{texts}<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>").index
    first = index.first_paragraph(Node(_PART, _BODY))
    assert first is not None and first.text == "甲"
    empty = index.first_paragraph(Node(_PART, f"{_BODY}/w:tbl[1]"))
    assert empty is not None and empty.text == ""
    assert index.first_paragraph(Node("word/header1.xml", "")) is None


def test_pieces_give_the_characters_of_their_elements() -> None:
    def pieces(start: int, end: int) -> list[tuple[str, int, int]]:
        return [(p.path, first, last) for p, first, last in pieces_between(_PARAGRAPH, start, end)]

    assert pieces(3, 5) == [("a", 1, 2), ("b", 3, 4)]
    assert pieces(0, 3) == [("a", 0, 1)]
    assert pieces(4, 4) == []
    assert pieces(6, 9) == []


def test_the_piece_beside_a_place_is_the_one_before_it() -> None:
    def path(start: int, end: int) -> str | None:
        piece = piece_beside(_PARAGRAPH, start, end)
        return None if piece is None else piece.path

    assert path(4, 4) == "a"
    assert path(5, 5) == path(6, 6) == "b"
    assert path(2, 2) == "a"  # nothing before it but the number
    assert piece_beside(Paragraph("", Location(_PART, _BODY)), 0, 0) is None
