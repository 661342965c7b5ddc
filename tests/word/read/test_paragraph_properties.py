"""The properties of a paragraph: its own, or those of its style."""

from __future__ import annotations

from lxml import etree

from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import W_URI
from docxlint.word.read.list_numbering import Numbering
from docxlint.word.read.paragraph_properties import FORMATTING, PropertiesReader
from docxlint.word.read.scope import Budget, Scope
from docxlint.word.read.styles import NumPr, Styles

STYLES = (
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="v"><w:name w:val="V"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
)


def element(text: str) -> etree._Element:
    return etree.fromstring(text.replace(">", f' xmlns:w="{W_URI}">', 1))


def reader(*, plain: bool = False) -> PropertiesReader:
    styles = Styles(element(f"<w:styles>{STYLES}</w:styles>"))
    limits = Limits()
    numbering = Numbering(None, styles)
    return PropertiesReader(
        Scope("word/document.xml", limits, Budget(limits), styles, numbering, plain)
    )


def paragraph(properties: str) -> etree._Element:
    return element(f"<w:p><w:pPr>{properties}</w:pPr></w:p>")


def test_paragraphs_that_have_only_a_style_share_their_properties() -> None:
    read = reader().read
    first = read(paragraph('<w:pStyle w:val="h"/><w:keepNext/>'))
    assert (first.style.name, first.level) == ("heading 1", 0)
    assert read(paragraph('<w:pStyle w:val="h"/>')) is first
    assert read(element("<w:p><w:r/></w:p>")) is read(paragraph(""))


def test_a_paragraph_overrides_its_style() -> None:
    numbering = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>'
    properties = reader().read(
        paragraph(f'<w:pStyle w:val="h"/>{numbering}<w:outlineLvl w:val="9"/>')
    )
    assert properties.level is None
    assert properties.numbering == NumPr(5, 1)


def test_a_mark_is_hidden_by_style_or_directly() -> None:
    read = reader().read
    assert read(paragraph('<w:pStyle w:val="v"/>')).hidden
    direct = paragraph('<w:pStyle w:val="v"/><w:rPr><w:vanish w:val="0"/></w:rPr>')
    assert not read(direct).hidden


def test_changes_of_the_mark_come_before_those_of_the_formatting() -> None:
    mark = '<w:rPr><w:del w:author="a"/></w:rPr>'
    properties = reader().read(paragraph(f'{mark}<w:pPrChange w:author="b"/>'))
    assert properties.deleted
    assert properties.changes == (
        ("deletion", "a", "w:pPr[1]/w:rPr[1]/w:del[1]"),
        ("formatting", "b", FORMATTING),
    )


def test_in_a_plain_part_marks_are_not_read() -> None:
    assert not reader(plain=True).read(paragraph("<w:rPr><w:vanish/></w:rPr>")).hidden
