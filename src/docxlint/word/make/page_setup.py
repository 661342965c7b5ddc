"""The page and the styles of a Chinese official document (GB/T 9704—2012, 5 and 7)."""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.parfmt import ParagraphFormat
from lxml.etree import _Element

from docxlint.word.make.blocks import ParagraphRole

# 字号 in points: 二号, 三号 and 小五.
_TITLE, _BODY, _CELL = Pt(22), Pt(16), Pt(9)
_LINE = Pt(29)
_LATIN = "Times New Roman"

CELL = "Table Text"
_SIGNATURE = "Signature"
STYLES = {
    ParagraphRole.TITLE: "Title",
    ParagraphRole.HEADING_1: "Heading 1",
    ParagraphRole.HEADING_2: "Heading 2",
    ParagraphRole.BOLD: "Body Text",
    ParagraphRole.BODY: "Body Text",
    ParagraphRole.RIGHT: _SIGNATURE,
}


def lay_out(document: Document) -> None:
    """Give a new document an A4 page and the styles of an official document."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.top_margin, page.bottom_margin = Mm(37), Mm(35)
    page.left_margin, page.right_margin = Mm(28), Mm(26)
    _defaults(document)
    for name, builtin in ((CELL, False), (_SIGNATURE, True)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=builtin)
        cast(ParagraphStyle, style).base_style = document.styles["Normal"]
    _style(document, "Normal", "仿宋", _BODY)
    _style(document, "Title", "宋体", _TITLE, bold=True).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _style(document, "Body Text", "仿宋", _BODY, indent=2)
    _style(document, "Heading 1", "黑体", _BODY, indent=2)
    _style(document, "Heading 2", "楷体", _BODY, indent=2)
    _style(document, _SIGNATURE, "仿宋", _BODY).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    cell = _style(document, CELL, "宋体", _CELL)
    cell.alignment = WD_ALIGN_PARAGRAPH.CENTER
    cell.line_spacing_rule = WD_LINE_SPACING.SINGLE


def _defaults(document: Document) -> None:
    """Set Chinese as the East Asian language, and fonts by name instead of by theme."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    for fonts in defaults.iter(qn("w:rFonts")):
        _fonts(fonts, "仿宋")
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def _style(
    document: Document, name: str, font: str, size: Length, *, indent: int = 0, bold: bool = False
) -> ParagraphFormat:
    """Set a paragraph style and return its paragraph format."""
    style = cast(ParagraphStyle, document.styles[name])
    style.font.size = size
    style.font.bold = bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    for tag in ("w:spacing", "w:kern"):
        for element in properties.findall(qn(tag)):
            properties.remove(element)
    style.font.name = _LATIN
    _fonts(properties.find(qn("w:rFonts")), font)
    layout: ParagraphFormat = style.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing = _LINE
    layout.widow_control = False
    paragraph = style.element.get_or_add_pPr()
    for tag in ("w:pBdr", "w:contextualSpacing"):
        for element in paragraph.findall(qn(tag)):
            paragraph.remove(element)
    if indent:
        layout.first_line_indent = Length(indent * size)
        paragraph.find(qn("w:ind")).set(qn("w:firstLineChars"), str(100 * indent))
    return layout


def _fonts(fonts: _Element, east_asian: str) -> None:
    fonts.attrib.clear()
    for attribute in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(attribute), _LATIN)
    fonts.set(qn("w:eastAsia"), east_asian)
