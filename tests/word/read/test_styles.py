"""Styles inherit from each other; bulk that is not read is cut."""

from __future__ import annotations

import pytest
from lxml import etree

from docxlint.word.ooxml.names import W_URI
from docxlint.word.read import run_look
from docxlint.word.read.styles import NumPr, Styles, heading_level, integer, without_unused

STYLE = (
    '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="{}"/>'
    "<w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>"
)
HIDDEN = "<w:vanish/>"


def styles(*texts: str) -> Styles:
    return Styles(etree.fromstring(f'<w:styles xmlns:w="{W_URI}">{"".join(texts)}</w:styles>'))


def test_a_style_inherits_level_and_list() -> None:
    numbering = (
        '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="1"/>'
    )
    known = styles(STYLE.format("a", "A", "", numbering, ""), STYLE.format("b", "B", "a", "", ""))
    style = known.paragraph("b")
    assert (style.name, style.level, style.numbering) == ("B", 1, NumPr(7, 2))
    assert (style.own_level, style.based_on) == (None, "a")
    assert known.base(style) == known.paragraph("a")
    assert known.paragraph("a").own_level == 2


def test_the_nearest_style_that_mentions_a_toggle_decides() -> None:
    known = styles(
        STYLE.format("a", "A", "", "", HIDDEN),
        STYLE.format("b", "B", "a", "", ""),
        STYLE.format("c", "C", "b", "", HIDDEN),
        STYLE.format("d", "D", "c", "", '<w:vanish w:val="0"/><w:strike/>'),
    )
    flags = [known.character_look(name).flags for name in ("a", "b", "c", "d", "unknown", None)]
    assert flags == [run_look.HIDDEN] * 3 + [run_look.STRUCK, 0, 0]
    assert known.remarkable == {"a", "b", "c", "d"}


def test_the_look_of_the_default_style_concerns_every_paragraph() -> None:
    default = '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:rPr><w:strike/></w:rPr></w:style>'
    assert "" in styles(default).remarkable
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    known = styles(defaults)
    assert known.remarkable == {""}
    assert known.paragraph_look(known.paragraph(None)) == run_look.HIDDEN


def test_styles_based_on_each_other_end() -> None:
    known = styles(STYLE.format("a", "A", "b", "", ""), STYLE.format("b", "B", "a", "", HIDDEN))
    assert known.paragraph("a").look.flags == run_look.HIDDEN
    assert known.base(known.paragraph("b")) is None


def test_a_long_chain_of_styles_is_resolved_once() -> None:
    count = 20_000
    chain = [STYLE.format(n, n, n + 1, "", "") for n in range(count)]
    known = styles(*chain, STYLE.format(count, count, "", "", HIDDEN))
    assert known.paragraph("0").look.flags == run_look.HIDDEN
    assert len(known.remarkable) == count + 1


@pytest.mark.parametrize(
    ("name", "level"),
    [("heading 1", 0), ("标题 2", 1), ("Heading3", 2), ("heading 10", None), ("Title", None)],
)
def test_a_heading_style_is_known_by_its_name(name: str, level: int | None) -> None:
    assert heading_level(name) == level


@pytest.mark.parametrize(
    ("value", "number"), [("12", 12), ("-1", -1), ("x", None), ("", None), ("1" * 13, None)]
)
def test_an_integer_is_read_or_none(value: str, number: int | None) -> None:
    assert integer(etree.Element("x", a=value), "a") == number
    assert integer(None, "a") is None


TABLE = b'<w:style w:type="table" w:styleId="t"><w:rPr/></w:style>'
OTHER = b'<w:style w:type="paragraph" w:styleId="p"></w:style>'
LATENT = b"<w:latentStyles><w:lsdException/></w:latentStyles>"


def test_table_styles_and_latent_styles_are_cut() -> None:
    data = b"<?xml version='1.0'?><w:styles>" + LATENT + TABLE + OTHER + TABLE + b"</w:styles>"
    assert without_unused(data) == b"<?xml version='1.0'?><w:styles>" + OTHER + b"</w:styles>"


@pytest.mark.parametrize("odd", [b"<!-- -->", b"<?pi?>", b"<![CDATA[x]]>"])
def test_nothing_is_cut_where_text_may_only_look_like_a_style(odd: bytes) -> None:
    data = b"<w:styles>" + odd + TABLE + b"</w:styles>"
    assert without_unused(data) == data


def test_a_style_that_does_not_end_is_kept() -> None:
    data = b'<w:styles><w:style w:type="table"></w:styles>'
    assert without_unused(data) == data
