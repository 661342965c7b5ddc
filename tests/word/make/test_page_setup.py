"""The page and the styles of an official document."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from docxlint.author.markdown_parser import parse
from docxlint.word.make.write_document import docx_bytes


def test_the_page_is_a4_with_the_margins_of_an_official_document() -> None:
    (page,) = docx.Document(io.BytesIO(docx_bytes(parse("甲")))).sections
    size = (page.page_width, page.page_height)
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert [round(m.mm) for m in size if m is not None] == [210, 297]
    assert [round(m.mm) for m in margins if m is not None] == [37, 35, 28, 26]


@pytest.mark.parametrize(
    ("style", "font"),
    [
        ("Title", "宋体"),
        ("Heading 1", "黑体"),
        ("Heading 2", "楷体"),
        ("Body Text", "仿宋"),
        ("Signature", "仿宋"),
        ("Table Text", "宋体"),
    ],
)
def test_styles_name_their_chinese_font_and_no_theme_hides_it(style: str, font: str) -> None:
    document = docx.Document(io.BytesIO(docx_bytes(parse("甲"))))
    fonts = document.styles[style].element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    assert fonts.get(qn("w:eastAsia")) == font
    assert not [name for name in fonts.attrib if name.endswith("Theme")]
