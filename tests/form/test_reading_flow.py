"""Blocks in the order in which a person reads them: frames, banners, line breaks, body text."""

from __future__ import annotations

import pytest

from docxlint.core.document import Block, Cell, Paragraph, Table
from docxlint.core.location import Location
from docxlint.form.reading_flow import reading_flow
from docxlint.form.schema import Form, SectionForm, TitleForm

PART = "word/document.xml"
FORM = Form(
    TitleForm("工作报告", "{organ}{year}年工作报告"),
    (SectionForm("overview", "一、总体情况"), SectionForm("other", "二、其他需要报告的事项")),
)


def paragraph(text: str, level: int | None = None, number: str = "") -> Paragraph:
    return Paragraph(text, Location(PART, f"/p[{hash(text)}]"), number, level)


def cell(row: int, column: int, *blocks: Block, columns: int = 1) -> Cell:
    return Cell(
        "\n".join(b.text for b in blocks if isinstance(b, Paragraph)),
        row,
        column,
        Location(PART, f"/tbl/tr[{row}]/tc[{column}]"),
        columns=columns,
        paragraphs=tuple(b for b in blocks if isinstance(b, Paragraph)),
        tables=tuple(b for b in blocks if isinstance(b, Table)),
        blocks=blocks if any(isinstance(b, Table) for b in blocks) else (),
    )


def table(*rows: tuple[Cell, ...]) -> Table:
    width = max(sum(c.columns for c in row) for row in rows)
    grid = []
    for row in rows:
        slots = [c for c in row for _ in range(c.columns)]
        grid.append((*slots, *[None] * (width - len(slots))))
    return Table(tuple(grid), Location(PART, "/tbl"))


def texts(*blocks: Block) -> list[str]:
    return [
        b.text if isinstance(b, Paragraph) else "|".join(c.text for c in b.cells())
        for b in reading_flow(blocks, FORM)
    ]


SMALL = table((cell(0, 0, paragraph("项目")), cell(0, 1, paragraph("3"))))
HEADING = paragraph("一、总体情况")


def test_a_frame_gives_its_content_in_order() -> None:
    frame = table((cell(0, 0, HEADING, SMALL, paragraph("说明")),))
    assert texts(frame) == ["一、总体情况", "项目|3", "说明"]
    assert texts(table((cell(0, 0, frame),))) == ["一、总体情况", "项目|3", "说明"]


def test_a_box_with_a_word_is_no_frame() -> None:
    assert texts(table((cell(0, 0, paragraph("内部资料")),))) == ["内部资料"]
    (block,) = reading_flow([table((cell(0, 0, paragraph("内部资料")),))], FORM)
    assert isinstance(block, Table)


def test_whole_sentences_in_a_frame_are_text() -> None:
    sentence = paragraph("全年主动公开政府信息共计三十条。")
    assert list(reading_flow([table((cell(0, 0, sentence),))], FORM)) == [sentence]


def test_a_heading_in_its_own_row_parts_the_table() -> None:
    rows = (
        (cell(0, 0, HEADING, columns=2),),
        (cell(1, 0, paragraph("正文")), cell(1, 1, paragraph("1"))),
        (cell(2, 0, paragraph("二、其他需要报告事项"), columns=2),),
        (cell(3, 0, paragraph("费用")), cell(3, 1, paragraph("2"))),
    )
    flow = reading_flow([table(*rows)], FORM)
    assert texts(table(*rows)) == ["一、总体情况", "正文|1", "二、其他需要报告事项", "费用|2"]
    assert all(c.row == 0 for b in flow if isinstance(b, Table) for c in b.cells())
    assert len({c.location.path for b in flow if isinstance(b, Table) for c in b.cells()}) == 4


def test_text_in_rows_of_its_own_below_a_heading_is_text() -> None:
    rows = ((cell(0, 0, HEADING),), (cell(1, 0, paragraph("全年公开")),))
    assert all(isinstance(block, Paragraph) for block in reading_flow([table(*rows)], FORM))


def test_a_line_break_parts_a_heading_from_its_text() -> None:
    whole = paragraph("前文\n二、其他需要报告的事项\n没有收费。\n也没有别的。")
    flow = reading_flow([whole], FORM)
    assert [b.text for b in flow if isinstance(b, Paragraph)] == [
        "前文",
        "二、其他需要报告的事项",
        "没有收费。\n也没有别的。",
    ]
    for block in flow:
        assert isinstance(block, Paragraph)
        start, end = block.location.start, block.location.end
        assert whole.text[start:end] == block.text
        assert block.location.path == whole.location.path


@pytest.mark.parametrize("text", ["甲\n乙", "一、总体情况", "他说\n（一）总体情况"])
def test_other_paragraphs_stay_whole(text: str) -> None:
    block = paragraph(text)
    assert list(reading_flow([block], FORM)) == [block]


@pytest.mark.parametrize(
    ("blocks", "levels"),
    [
        ([("标题", 0), ("我镇公开信息，按期办理。", 1)], [0, None]),
        ([("我镇公开。全年顺利", 1)], [None]),
        ([("全年公开。", 1), ("按期办理。", 1)], [None, None]),
        ([("全年公开。", 1), ("按期办理。", 2)], [1, 2]),
        ([("（一）主动公开。", 1), ("（二）其他。", 1)], [1, 1]),
        ([("遵循公开为常态的原则，主动公开", 2)], [2]),
        ([("一、总体情况", 0)], [0]),
    ],
)
def test_body_text_has_no_outline_level(
    blocks: list[tuple[str, int]], levels: list[int | None]
) -> None:
    flow = reading_flow([paragraph(text, level) for text, level in blocks], FORM)
    assert [b.level for b in flow if isinstance(b, Paragraph)] == levels
