"""Grids become tables with merged cells."""

from __future__ import annotations

import io

import docx
from docx.oxml.ns import qn

from docxlint.author.markdown_parser import parse
from docxlint.core import document
from docxlint.word import read
from docxlint.word.make.write_document import docx_bytes

MERGED = """\
| 甲 | < | 乙 |
| ^ | ^ | 丙<br>丁 |
| 1 |  | 2 |
"""


def written(text: str) -> document.Document:
    return read.read(docx_bytes(parse(text)))


def test_merged_cells_are_one_cell_in_all_their_slots() -> None:
    (table,) = (b for b in written(MERGED).blocks if isinstance(b, document.Table))
    corner = table.grid[0][0]
    assert corner is not None
    assert (corner.text, corner.rows, corner.columns) == ("甲", 2, 2)
    assert all(table.grid[r][c] is corner for r in (0, 1) for c in (0, 1))
    assert [[c.text if c else None for c in row] for row in table.grid] == [
        ["甲", "甲", "乙"],
        ["甲", "甲", "丙\n丁"],
        ["1", "", "2"],
    ]


def test_a_cell_merged_over_rows_and_columns_beside_another_reads_as_written() -> None:
    (table,) = (
        b
        for b in written("| a | < | b |\n| ^ | ^ | ^ |\n| c | d | < |").blocks
        if isinstance(b, document.Table)
    )
    shapes = [(cell.text, cell.rows, cell.columns) for cell in table.cells()]
    assert shapes == [("a", 2, 2), ("b", 2, 1), ("c", 1, 1), ("d", 1, 2)]


def test_tables_are_of_one_width_whatever_their_columns() -> None:
    text = "|甲|\n\n|" + "甲乙|" * 15 + "\n\n|一二三四五六七八九十一二三四五六七八|1|"
    document = docx.Document(io.BytesIO(docx_bytes(parse(text))))
    for table in document.tables:
        widths = [int(column.get(qn("w:w")) or 0) for column in table._tbl.iter(qn("w:gridCol"))]
        assert 8800 < sum(widths) <= 8845
        assert min(widths) > 300
