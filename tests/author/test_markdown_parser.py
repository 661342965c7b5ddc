from __future__ import annotations

import pytest

from docxlint.author.faults import MarkdownFault
from docxlint.author.markdown_parser import parse
from docxlint.word.make.blocks import (
    Merge,
    NewParagraph,
    NewTable,
    Number,
    ParagraphRole,
    Slot,
    Span,
    SpanMark,
    plain,
)


def paragraph(text: str) -> NewParagraph:
    (block,) = parse(text)
    assert isinstance(block, NewParagraph)
    return block


def table(text: str) -> NewTable:
    (block,) = parse(text)
    assert isinstance(block, NewTable)
    return block


def fault(text: str) -> MarkdownFault:
    with pytest.raises(MarkdownFault) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("# 标题", ParagraphRole.TITLE),
        ("## 标题", ParagraphRole.HEADING_1),
        ("### 标题", ParagraphRole.HEADING_2),
        ("**标题**", ParagraphRole.BOLD),
        ("> 标题", ParagraphRole.RIGHT),
        ("标题", ParagraphRole.BODY),
    ],
)
def test_each_mark_gives_its_role(line: str, role: ParagraphRole) -> None:
    assert paragraph(line) == NewParagraph(role, (Span("标题"),))


def test_blank_lines_and_comment_lines_are_ignored() -> None:
    assert parse("\n甲\n\n<!-- 说明 -->\n乙\n") == parse("甲\n乙")


def test_a_full_width_blank_at_the_start_of_a_line_is_text() -> None:
    assert plain(paragraph("　　甲").inline) == "　　甲"


def test_windows_line_ends_and_a_byte_order_mark_are_not_text() -> None:
    assert parse("\ufeff# 甲\r\n乙\r\n") == parse("# 甲\n乙")


@pytest.mark.parametrize(
    ("written", "level"), [("一、", 0), ("（一）", 1), ("1.", 2), ("（1）", 3)]
)
def test_an_automatic_number_has_the_level_of_its_shape(written: str, level: int) -> None:
    assert paragraph(f"## {{{written}}}总体情况") == NewParagraph(
        ParagraphRole.HEADING_1, (Span("总体情况"),), Number(level, written)
    )


def test_numbers_restart_after_a_higher_level_and_continue_on_the_same_level() -> None:
    text = "{一、}甲\n{（一）}乙\n{（二）}丙\n{二、}丁\n{（一）}戊\n{1.}己\n{2.}庚"
    numbers = [b.number.text for b in parse(text) if isinstance(b, NewParagraph) and b.number]
    assert numbers == ["一、", "（一）", "（二）", "二、", "（一）", "1.", "2."]


def test_a_number_that_word_would_not_show_is_a_fault_with_its_line() -> None:
    error = fault("{一、}甲\n\n{三、}乙")
    assert error.line == 3
    assert error.message.zh == "第3行：Word 在这里显示的自动编号是“二、”，不是“三、”"


def test_numbers_of_a_fragment_are_not_compared_with_those_of_word() -> None:
    (block,) = parse("{三、}乙", fragment=True)
    assert isinstance(block, NewParagraph)
    assert block.number == Number(0, "三、")


def test_critic_markup_becomes_spans() -> None:
    assert paragraph("前{++加++}中{--删--}后{~~旧~>新~~}{>>批注<<}").inline == (
        Span("前"),
        Span("加", SpanMark.INSERTED),
        Span("中"),
        Span("删", SpanMark.DELETED),
        Span("后"),
        Span("旧", SpanMark.DELETED),
        Span("新", SpanMark.INSERTED),
        Span("批注", SpanMark.COMMENT),
    )


def test_plain_text_has_insertions_but_no_deletions_or_comments() -> None:
    assert plain(paragraph("前{++加++}{--删--}{~~旧~>新~~}{>>批注<<}后").inline) == "前加新后"


def test_a_paragraph_may_begin_with_a_tracked_change() -> None:
    assert paragraph("{++加++}后") == NewParagraph(
        ParagraphRole.BODY, (Span("加", SpanMark.INSERTED), Span("后"))
    )


def test_a_cell_that_is_empty_is_blank_and_a_line_break_is_kept() -> None:
    assert table("| a<br>b |  |").rows == ((Slot((Span("a\nb"),)), Slot()),)


def test_special_characters_may_be_escaped() -> None:
    (row,) = table(r"| a\|b | \< | \^ | \\ | \<br> |").rows
    assert [plain(slot.inline) for slot in row] == ["a|b", "<", "^", "\\", "<br>"]
    assert all(slot.merge is Merge.NONE for slot in row)


def test_a_separator_line_is_not_a_row() -> None:
    assert table("| a | b |\n|---|:---:|\n| c | d |") == table("| a | b |\n| c | d |")


def test_a_table_ends_with_any_other_line() -> None:
    assert [len(b.rows) for b in parse("|a|\n|b|\n\n|c|") if isinstance(b, NewTable)] == [2, 1]


def test_a_merged_rectangle_belongs_to_its_first_slot() -> None:
    origins = table("| a | < | b |\n| ^ | ^ | c |").origins()
    assert origins == (((0, 0), (0, 0), (0, 2)), ((0, 0), (0, 0), (1, 2)))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("甲\n#### 乙", 2, "标题只有"),
        ("#乙", 1, "标题只有"),
        ("##  ", 1, "只有标记，没有文字"),
        (">", 1, "只有标记，没有文字"),
        ("{A.}甲", 1, "不能写成“A.”"),
        ("{1、}甲", 1, "不能写成“1、”"),
        ("甲{++乙", 1, "“{++”没有结束标记"),
        ("甲{~~乙~~}", 1, "“{~~”没有结束标记"),
        ("{>>乙<<}甲", 1, "批注前面没有"),
        ("甲\x07", 1, "不能有字符 U+0007"),
        ("|a|b|\n|c|", 2, "这一行有1个单元格，表格的第一行有2个"),
        ("|a|b", 1, "要以 | 结束"),
        ("|", 1, "要以 | 结束"),
        ("甲\n|---|", 2, "表格没有行"),
        ("|<|a|", 1, "“<”左边没有"),
        ("|a|b|\n|^|<|", 2, "“<”左边没有"),
        ("|^|a|", 1, "“^”上面没有"),
        ("|a|<|\n|^|b|", 2, "不成矩形"),
        ("|a|<|b|\n|^|^|c|\n|^|d|e|", 3, "不成矩形"),
    ],
)
def test_a_fault_names_its_line(text: str, line: int, message: str) -> None:
    error = fault(text)
    assert error.line == line
    assert message in error.message.zh
    assert error.message.en.startswith(f"line {line}: ")
