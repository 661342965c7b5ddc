"""Automatic numbers, put before the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.document import Document, Paragraph, Table
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.read import read

Texts = Callable[..., list[str]]
Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]


def lvl(
    index: int, fmt: str = "decimal", text: str | None = None, extra: str = "", start: int = 1
) -> str:
    visible = f"%{index + 1}." if text is None else text
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>'
        f'{extra}<w:lvlText w:val="{visible}"/></w:lvl>'
    )


NOTHING = '<w:suff w:val="nothing"/>'
SPACE = '<w:suff w:val="space"/>'


def abstract(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, definition: int, *overrides: str) -> str:
    return (
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="{definition}"/>'
        f"{''.join(overrides)}</w:num>"
    )


def restart(level: int, start: int = 1) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def p(text: str, number: int | None = None, level: int | None = None, extra: str = "") -> str:
    parts = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    parts += "" if number is None else f'<w:numId w:val="{number}"/>'
    numbering = f"<w:numPr>{parts}</w:numPr>" if parts else ""
    return f"<w:p><w:pPr>{numbering}{extra}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


ONE = abstract(0, lvl(0), lvl(1, text="%1.%2."), lvl(2, text="%1.%2.%3.")) + num(1, 0)


@pytest.mark.parametrize(
    ("fmt", "text", "suffix", "visible"),
    [
        ("chineseCounting", "%1、", NOTHING, ["一、甲", "二、乙"]),
        ("chineseCountingThousand", "（%1）", NOTHING, ["（一）甲", "（二）乙"]),
        ("ideographDigital", "%1、", SPACE, ["一、 甲", "二、 乙"]),
        ("japaneseCounting", "%1、", "", ["一、\t甲", "二、\t乙"]),
        ("decimal", "%1.", '<w:suff w:val="tab"/>', ["1.\t甲", "2.\t乙"]),
        ("decimalFullWidth", "%1．", NOTHING, ["１．甲", "２．乙"]),
        ("decimalEnclosedParen", "%1", NOTHING, ["⑴甲", "⑵乙"]),
        ("upperRoman", "%1)", SPACE, ["I) 甲", "II) 乙"]),
        ("lowerLetter", "%1)", SPACE, ["a) 甲", "b) 乙"]),
        ("none", "附：", NOTHING, ["附：甲", "附：乙"]),
        ("none", "", NOTHING, ["甲", "乙"]),
        ("bullet", "●", "", ["甲", "乙"]),
    ],
)
def test_a_number_has_its_format_and_suffix(
    fmt: str, text: str, suffix: str, visible: list[str], texts: Texts
) -> None:
    numbering = abstract(0, lvl(0, fmt, text, suffix)) + num(1, 0)
    assert texts(p("甲", 1, 0) + p("乙", 1, 0), numbering=numbering) == visible


def test_the_number_is_told_apart_from_the_text(docx: Docx, reading: Reading) -> None:
    numbering = abstract(0, lvl(0, "chineseCounting", "%1、")) + num(1, 0)
    (paragraph,) = reading(docx(p("总体情况", 1), numbering=numbering)).blocks
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.number, paragraph.text) == ("一、", "一、\t总体情况")
    assert [(x.start, x.end) for x in paragraph.pieces] == [(3, 7)]


def test_levels_nest_and_start_anew(texts: Texts) -> None:
    body = p("a", 1, 0) + p("b", 1, 1) + p("c", 1, 1) + p("d", 1, 2) + p("e", 1, 0) + p("f", 1, 1)
    assert texts(body, numbering=ONE) == [
        "1.\ta", "1.1.\tb", "1.2.\tc", "1.2.1.\td", "2.\te", "2.1.\tf",
    ]  # fmt: skip


def test_a_level_used_before_its_parent_uses_up_the_parents_start(texts: Texts) -> None:
    assert texts(p("a", 1, 1) + p("b", 1, 0), numbering=ONE) == ["1.1.\ta", "2.\tb"]


def test_several_lists_count_apart(texts: Texts) -> None:
    numbering = abstract(0, lvl(0)) + abstract(1, lvl(0, "upperLetter")) + num(1, 0) + num(2, 1)
    body = p("a", 1) + p("b", 2) + p("c", 1) + p("d", 2)
    assert texts(body, numbering=numbering) == ["1.\ta", "A.\tb", "2.\tc", "B.\td"]


def test_instances_of_one_definition_continue_each_other(texts: Texts) -> None:
    numbering = abstract(0, lvl(0)) + num(1, 0) + num(2, 0)
    assert texts(p("a", 1) + p("b", 2) + p("c", 1), numbering=numbering) == [
        "1.\ta", "2.\tb", "3.\tc",
    ]  # fmt: skip


def test_a_start_override_restarts_once(texts: Texts) -> None:
    numbering = abstract(0, lvl(0)) + num(1, 0) + num(2, 0, restart(0)) + num(3, 0, restart(0, 7))
    body = p("a", 1) + p("b", 1) + p("c", 2) + p("d", 2) + p("e", 3) + p("f", 3)
    assert texts(body, numbering=numbering) == [
        "1.\ta", "2.\tb", "1.\tc", "2.\td", "7.\te", "8.\tf",
    ]  # fmt: skip


def test_a_start_of_a_level_counts(texts: Texts) -> None:
    numbering = abstract(0, lvl(0, start=3), lvl(1, text="%1-%2", start=0)) + num(1, 0)
    body = p("a", 1, 0) + p("b", 1, 1) + p("c", 1, 1)
    assert texts(body, numbering=numbering) == ["3.\ta", "3-0\tb", "3-1\tc"]


def test_level_restart_is_honoured(texts: Texts) -> None:
    never = '<w:lvlRestart w:val="0"/>'
    first = '<w:lvlRestart w:val="1"/>'
    numbering = abstract(
        0, lvl(0), lvl(1, text="%2)", extra=never), lvl(2, text="%3]", extra=first)
    ) + num(1, 0)
    body = "".join(
        [p("a", 1, 0), p("b", 1, 1), p("c", 1, 2), p("d", 1, 1), p("e", 1, 2),
         p("f", 1, 0), p("g", 1, 1), p("h", 1, 2)]
    )  # fmt: skip
    assert texts(body, numbering=numbering) == [
        "1.\ta", "1)\tb", "1]\tc", "2)\td", "2]\te", "2.\tf", "3)\tg", "1]\th",
    ]  # fmt: skip


def test_legal_numbering_is_decimal_throughout(texts: Texts) -> None:
    levels = (
        lvl(0, "chineseCounting", "第%1章"),
        lvl(1, "upperRoman", "%1.%2", "<w:isLgl/>"),
        lvl(2, "decimal", "%1.%2.%3"),
    )
    body = p("a", 1, 0) + p("b", 1, 1) + p("c", 1, 2)
    assert texts(body, numbering=abstract(0, *levels) + num(1, 0)) == [
        "第一章\ta", "1.1\tb", "一.I.1\tc",
    ]  # fmt: skip


def test_a_level_override_replaces_the_level(texts: Texts) -> None:
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperRoman", "%1:", start=5)}</w:lvlOverride>'
    numbering = abstract(0, lvl(0)) + num(1, 0, override)
    assert texts(p("a", 1) + p("b", 1), numbering=numbering) == ["V:\ta", "VI:\tb"]


@pytest.mark.parametrize(
    "broken", ["", abstract(0, lvl(0)), num(1, 0), num(1, 8), abstract(0) + num(1, 0)]
)
def test_a_list_that_is_not_defined_numbers_nothing(broken: str, texts: Texts) -> None:
    assert texts(p("a", 1, 0), numbering=broken) == ["a"]
    assert texts(p("a", 1, 0)) == ["a"]


def test_deleted_and_hidden_paragraphs_do_not_count(texts: Texts) -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    deleted = (
        f"<w:p><w:pPr>{numbered}<w:rPr><w:del/></w:rPr></w:pPr>"
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    )
    hidden = (
        f"<w:p><w:pPr>{numbered}<w:rPr><w:vanish/></w:rPr></w:pPr>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>"
    )
    body = p("a", 1, 0) + deleted + hidden + p("b", 1, 0)
    assert texts(body, numbering=ONE) == ["1.\ta", "2.\tb"]


def test_an_empty_numbered_paragraph_counts_and_shows_its_number(texts: Texts) -> None:
    assert texts(p("a", 1) + p("", 1) + p("b", 1), numbering=ONE) == ["1.\ta", "2.\t", "3.\tb"]


def test_lists_run_on_through_tables_but_not_through_swallowed_cells(
    docx: Docx, reading: Reading
) -> None:
    def cell(content: str, merge: str = "") -> str:
        return f"<w:tr><w:tc><w:tcPr>{merge}</w:tcPr>{content}</w:tc></w:tr>"

    table = (
        "<w:tbl>"
        + cell(p("b", 1), '<w:vMerge w:val="restart"/>')
        + cell(p("藏", 1), "<w:vMerge/>")
        + cell(p("c", 1))
        + "</w:tbl>"
    )
    _, middle, last = reading(docx(p("a", 1) + table + p("d", 1), numbering=ONE)).blocks
    assert isinstance(middle, Table)
    assert [c.text for c in middle.cells()] == ["2.\tb", "3.\tc"]
    assert isinstance(last, Paragraph)
    assert last.number == "4."


def test_a_hidden_number_counts_and_does_not_show(texts: Texts) -> None:
    level = lvl(0).replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    numbering = abstract(0, level, lvl(1, text="%1.%2")) + num(1, 0)
    assert texts(p("a", 1, 0) + p("b", 1, 1), numbering=numbering) == ["a", "1.1\tb"]


@pytest.mark.parametrize(
    ("custom", "number"),
    [("001, 002, 003, ...", "001"), ("00001, 00002, ...", "00001"), ("Ⅰ", "01")],
)
def test_a_custom_format_has_leading_zeros_or_its_fallback(
    custom: str, number: str, texts: Texts
) -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        f'<w:numFmt w:val="custom" w:format="{custom}"/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1"/></w:lvl>'
    )
    assert texts(p("a", 1), numbering=abstract(0, level) + num(1, 0)) == [f"{number}\ta"]


def test_a_legal_number_keeps_leading_zeros(texts: Texts) -> None:
    levels = (
        lvl(0, "upperRoman", "Article %1."),
        lvl(1, "decimalZero", "Section %1.%2", "<w:isLgl/>"),
    )
    shown = texts(p("a", 1, 0) + p("b", 1, 1), numbering=abstract(0, *levels) + num(1, 0))
    assert shown == ["Article I.\ta", "Section 1.01\tb"]


def test_a_very_long_level_text_is_refused(docx: Callable[..., bytes]) -> None:
    numbering = abstract(0, lvl(0, text="%1" * 40_000)) + num(1, 0)
    with pytest.raises(Unreadable) as caught:
        read(docx(p("a", 1), numbering=numbering))
    assert caught.value.code == Code.TOO_COMPLEX


def test_an_empty_paragraph_counts_unless_it_only_ends_a_section(texts: Texts) -> None:
    section = '<w:sectPr><w:pgSz w:w="1" w:h="1"/></w:sectPr>'
    empty = p("", 1).replace("<w:r><w:t></w:t></w:r>", "")
    assert texts(p("a", 1) + empty + p("b", 1), numbering=ONE) == ["1.\ta", "2.\t", "3.\tb"]
    ends = empty.replace("</w:pPr>", f"{section}</w:pPr>")
    assert texts(p("a", 1) + ends + p("b", 1), numbering=ONE) == ["1.\ta", "", "2.\tb"]
    full = p("x", 1, extra=section)
    assert texts(p("a", 1) + full + p("b", 1), numbering=ONE) == ["1.\ta", "2.\tx", "3.\tb"]


def test_the_lists_of_text_boxes_and_of_the_body_count_apart(texts: Texts) -> None:
    box = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{p('x', 1)}{p('y', 1)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    assert texts(p("a", 1) + box + p("b", 1), numbering=ONE) == [
        "1.\ta", "", "1.\tx", "2.\ty", "2.\tb",
    ]  # fmt: skip
