"""The levels of lists in a numbering part."""

from __future__ import annotations

import pytest
from lxml import etree

from docxlint.word.ooxml.names import w
from docxlint.word.ooxml.unreadable import Unreadable
from docxlint.word.read.list_levels import LEVELS, Level, put_level

W = w("")[1:-1]
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def _level(inner: str, attributes: str = 'w:ilvl="0"') -> Level | None:
    lvl = etree.fromstring(
        f'<w:lvl xmlns:w="{W}" xmlns:mc="{MC}" {attributes}>{inner}</w:lvl>',
        etree.XMLParser(resolve_entities=False),
    )
    levels: list[Level | None] = [None] * LEVELS
    put_level(levels, lvl)
    return next((level for level in levels if level), None)


def test_a_level_has_the_defaults_of_the_standard() -> None:
    assert _level("") == Level(start=0, fmt="decimal", text="", suffix="\t")


def test_a_level_is_read_with_all_that_it_may_say() -> None:
    inner = (
        '<w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlRestart w:val="0"/>'
        '<w:pStyle w:val="H1"/><w:isLgl/><w:suff w:val="space"/><w:lvlText w:val="%1)"/>'
        "<w:rPr><w:vanish/></w:rPr>"
    )
    assert _level(inner) == Level(
        3, "upperRoman", "%1)", " ", restart=0, legal=True, style="H1", hidden=True
    )


@pytest.mark.parametrize("place", ["-1", "9", "x"])
def test_a_level_outside_of_the_nine_is_none(place: str) -> None:
    assert _level("", f'w:ilvl="{place}"') is None


@pytest.mark.parametrize(
    ("number_format", "read"),
    [
        ('<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>', "custom:3"),
        ('<w:numFmt w:val="custom" w:format="00001, 00002"/>', "custom:5"),
        ('<w:numFmt w:val="custom" w:format="I, II, III"/>', "custom"),
        (
            '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"'
            ' w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
            "</mc:Fallback></mc:AlternateContent>",
            "custom:2",
        ),
        (
            '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"'
            ' w:format="x"/></mc:Choice><mc:Fallback><w:numFmt w:val="lowerRoman"/>'
            "</mc:Fallback></mc:AlternateContent>",
            "lowerRoman",
        ),
    ],
)
def test_a_custom_format_is_one_of_digits_or_its_fallback(number_format: str, read: str) -> None:
    level = _level(number_format)
    assert level is not None
    assert level.fmt == read


def test_a_text_far_longer_than_word_writes_is_refused() -> None:
    assert _level(f'<w:lvlText w:val="{"x" * 1_000}"/>') is not None
    with pytest.raises(Unreadable):
        _level(f'<w:lvlText w:val="{"x" * 1_001}"/>')
