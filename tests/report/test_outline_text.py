"""The outline of a document as text."""

from __future__ import annotations

from typing import Any

import msgspec

from docxlint.report.json_text import tool
from docxlint.report.outline_data import Cell, Outline, Paragraph, Story, TableGrid
from docxlint.report.outline_text import render


def paragraph(text: str, **more: Any) -> Paragraph:
    fields = {"role": "text", "section": None, "paragraph": 1, "number": "", "level": None}
    return Paragraph(**{**fields, "style": None, "box": False, "path": "", "text": text, **more})


def outline(*blocks: Paragraph | TableGrid) -> Outline:
    return Outline(
        schema=1,
        tool=tool(),
        path="a.docx",
        pack=None,
        year=None,
        title=None,
        blocks=blocks,
        stories=(),
        changes=2,
        unread=(),
    )


def cell(text: str, row: int, column: int, **more: Any) -> Cell:
    fields = {"rows": 1, "columns": 1, "name": None, "path": "", "tables": ()}
    return Cell(row=row, column=column, text=text, **{**fields, **more})


def test_what_is_missing_is_said_at_the_top() -> None:
    assert render(outline(), "zh").splitlines()[:6] == [
        "a.docx",
        "  规则包：（没有适用的规则包）",
        "  标题：（未找到）",
        "  机关：（未找到）",
        "  年度：（未找到）",
        "  修订：2",
    ]


def test_an_automatic_number_has_braces_and_a_text_box_its_word() -> None:
    lines = render(outline(paragraph("情况", number="一、"), paragraph("框", box=True)), "en")
    assert "     1  {一、}情况\n" in lines
    assert "     1  <text box> 框\n" in lines


def test_a_merged_cell_points_to_the_cell_that_it_belongs_to() -> None:
    cells = (cell("甲", 0, 0, columns=2), cell("乙", 1, 0), cell("1", 1, 1, name="t.new.people"))
    table = TableGrid(
        section=None, name="t", rows=2, columns=2, row_names=(None, "new"), cells=cells, path=""
    )
    lines = render(outline(table), "zh").splitlines()
    assert lines[-3].split() == ["|", "甲", "|", "←"]
    assert lines[-2].split() == ["|", "|", "[people]"]
    assert lines[-1].split() == ["[new]", "|", "乙", "|", "1"]


def test_control_characters_are_visible_and_stories_follow_the_body() -> None:
    story = Story("header", None, (paragraph("页\x1b眉"),))
    text = render(msgspec.structs.replace(outline(), stories=(story,)), "zh")
    assert text.endswith("  页眉：\n     1  页\\x1b眉\n")
