"""The outline of a document as data."""

from __future__ import annotations

import pytest

from docxlint.author import markdown_parser
from docxlint.core.finding import PackId
from docxlint.linting.linter import make_linter
from docxlint.report.outline_data import Outline, Paragraph, TableGrid, outline
from docxlint.word.make import write_document
from docxlint.word.source import open_document

TEXT = """\
# 某镇2023年政府信息公开工作年度报告
## {一、}总体情况
一切如常。
| 项目 | 数量 |
| 收到 | 1 |
"""


@pytest.fixture
def small() -> Outline:
    """The outline of a short report."""
    document = open_document(write_document.docx_bytes(markdown_parser.parse(TEXT))).document
    assert document is not None
    _, bound = make_linter("annual-report").bind(document)
    return outline(bound, "a\udcff.docx", PackId("annual-report", "1.0.0"))


def test_the_outline_has_the_title_the_year_and_the_pack(small: Outline) -> None:
    assert small.title is not None
    assert (small.title.organ, small.title.year, small.year) == ("某镇", 2023, 2023)
    assert small.pack is not None
    assert (small.pack.name, small.path) == ("annual-report", "a\\xff.docx")


def test_a_paragraph_has_its_role_its_section_and_its_automatic_number(small: Outline) -> None:
    title, heading, text = (block for block in small.blocks if isinstance(block, Paragraph))
    assert (title.role, heading.role, text.role) == ("title", "heading", "text")
    assert (heading.number, heading.text) == ("一、", "总体情况")
    assert text.section == heading.section == "overview"


def test_a_table_that_the_form_does_not_have_is_a_grid_without_names(small: Outline) -> None:
    (table,) = (block for block in small.blocks if isinstance(block, TableGrid))
    assert (table.rows, table.columns, table.name) == (2, 2, None)
    assert [cell.text for cell in table.cells] == ["项目", "数量", "收到", "1"]
    assert table.row_names == (None, None)
