"""Outline levels, from the paragraph or by its style."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.document import Document, Paragraph

Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]


def style(name: str, title: str, properties: str = "", based: str = "", extra: str = "") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}" {extra}><w:name w:val="{title}"/>{on}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


STYLES = (
    style("a", "Normal", extra='w:default="1"')
    + style("1", "heading 1")
    + style("22", "Heading 2", based="a")
    + style("t3", "标题 3")
    + style("mine", "公文一级", '<w:outlineLvl w:val="0"/>')
    + style("child", "派生", based="mine")
    + style("flat", "正文样式", '<w:outlineLvl w:val="9"/>', based="mine")
    + style("title", "Title")
    + style("x", "X", based="y")
    + style("y", "Y", based="x")
    + style("self", "S", based="self")
    + style("lost", "L", based="nowhere")
)


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ("", None),
        ('<w:pStyle w:val="1"/>', 0),
        ('<w:pStyle w:val="22"/>', 1),
        ('<w:pStyle w:val="t3"/>', 2),
        ('<w:pStyle w:val="mine"/>', 0),
        ('<w:pStyle w:val="child"/>', 0),
        ('<w:pStyle w:val="flat"/>', None),
        ('<w:pStyle w:val="title"/>', None),
        ('<w:outlineLvl w:val="2"/>', 2),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', None),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="3"/>', 3),
        ('<w:outlineLvl w:val="much"/>', None),
        ('<w:pStyle w:val="x"/>', None),
        ('<w:pStyle w:val="self"/>', None),
        ('<w:pStyle w:val="lost"/>', None),
        ('<w:pStyle w:val="unknown"/>', None),
    ],
)
def test_a_level_is_the_paragraphs_own_or_its_styles(
    properties: str, level: int | None, docx: Docx, reading: Reading
) -> None:
    (block,) = reading(docx(f"<w:p><w:pPr>{properties}</w:pPr></w:p>", styles=STYLES)).blocks
    assert isinstance(block, Paragraph)
    assert block.level == level


@pytest.mark.parametrize("name", ["Heading1", "heading 1", "标题1", "标题 1"])
def test_without_a_styles_part_the_id_names_the_heading(
    name: str, docx: Docx, reading: Reading
) -> None:
    source = docx(f'<w:p><w:pPr><w:pStyle w:val="{name}"/></w:pPr></w:p>')
    (block,) = reading(source).blocks
    assert isinstance(block, Paragraph)
    assert (block.level, block.style) == (0, name)


def test_a_paragraph_knows_the_name_of_its_style(docx: Docx, reading: Reading) -> None:
    body = "<w:p/>" + '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr></w:p>'
    blocks = reading(docx(body, styles=STYLES)).blocks
    assert [b.style for b in blocks if isinstance(b, Paragraph)] == ["Normal", "heading 1"]


def test_table_styles_are_no_obstacle(docx: Docx, reading: Reading) -> None:
    table = '<w:style w:type="table" w:styleId="t"><w:name w:val="T"/></w:style>'
    for styles in (table + STYLES, table + "<!-- <w:style> -->" + STYLES + table):
        source = docx('<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr></w:p>', styles=styles)
        (block,) = reading(source).blocks
        assert isinstance(block, Paragraph)
        assert block.level == 0
