from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from docxlint.author.apply_changes import GoodDocument, apply_changes, read_good_document
from docxlint.author.faults import ChangeFault, MarkdownFault
from docxlint.rules.rule import Example, Insertion, Pack, Place
from docxlint.word.make.blocks import NewBlock, NewParagraph, NewTable, plain

Toy: TypeAlias = Callable[..., Pack]


@pytest.fixture
def basis(toy: Toy, good_file: str) -> GoodDocument:
    return read_good_document(good_file, toy().form)


def lines(blocks: tuple[NewBlock, ...]) -> list[str]:
    """One line for each paragraph, and for each row of a table."""
    out = []
    for block in blocks:
        if isinstance(block, NewParagraph):
            out.append((block.number.text if block.number else "") + plain(block.inline))
        else:
            out += ["|".join(s.merge or plain(s.inline) for s in row) for row in block.rows]
    return out


def changed(basis: GoodDocument, **changes: object) -> list[str]:
    return lines(apply_changes(basis, Example(finds=(), **changes)))  # type: ignore[arg-type]


def fault(basis: GoodDocument, **changes: object) -> str:
    with pytest.raises(ChangeFault) as caught:
        changed(basis, **changes)
    return caught.value.message.zh


def test_no_changes_give_the_good_document(basis: GoodDocument) -> None:
    assert apply_changes(basis, Example(finds=())) == basis.blocks


def test_a_swap_replaces_every_occurrence(basis: GoodDocument) -> None:
    assert changed(basis, swap={"甲镇": "乙镇"}).count("乙镇人民政府") == 2


def test_swaps_are_applied_in_order(basis: GoodDocument) -> None:
    assert "全年收到五件。" in changed(basis, swap={"3件": "四件", "四件": "五件"})


def test_a_figure_is_set_by_its_name(basis: GoodDocument) -> None:
    result = changed(basis, set={"sums.old.firms": "８", "sums.done.total": ""})
    assert result[6:10] == [
        "一年之内|<|自然人|企业|总计",
        "一、收到|新收|1|2|3",
        "^|结转|4|８|9",
        "二、办结|<|6|7|",
    ]


def test_a_figure_is_set_where_a_swap_has_changed_its_label(basis: GoodDocument) -> None:
    result = changed(basis, swap={"新收": "完全不同的行名"}, set={"sums.new.people": "0"})
    assert "一、收到|完全不同的行名|0|2|3" in result


def test_a_figure_is_set_where_a_swap_has_moved_the_table(basis: GoodDocument) -> None:
    result = changed(basis, swap={"前言。": "前言。\n再言。"}, set={"sums.new.people": "0"})
    assert "一、收到|新收|0|2|3" in result


def test_a_set_figure_may_be_a_tracked_change(basis: GoodDocument) -> None:
    (table,) = (
        b
        for b in apply_changes(basis, Example(finds=(), set={"sums.new.people": "{~~1~>0~~}"}))
        if isinstance(b, NewTable)
    )
    assert [span.mark for span in table.rows[1][2].inline] == ["deleted", "inserted"]


def test_dropping_a_section_removes_all_its_blocks(basis: GoodDocument) -> None:
    assert changed(basis, drop=("sections.second",)) == [
        "甲镇人民政府",
        "2023年年度报告",
        "前言。",
        "一、总体情况",
        "全年收到3件。",
        "三、改进情况",
        "继续努力。",
        "甲镇人民政府",
        "2024年1月18日",
    ]


def test_the_closing_lines_stay_when_the_last_section_is_dropped(basis: GoodDocument) -> None:
    result = changed(basis, drop=("sections.third",))
    assert result[-3:] == ["二、办结|<|6|7|13", "甲镇人民政府", "2024年1月18日"]


def test_a_dropped_table_leaves_its_section(basis: GoodDocument) -> None:
    result = changed(basis, drop=("tables.sums",))
    assert result[5:7] == ["二、收到的申请", "三、改进情况"]


def test_a_merged_cell_of_a_dropped_row_begins_in_the_next_row(
    basis: GoodDocument,
) -> None:
    result = changed(basis, drop=("tables.sums.new",))
    assert result[6:9] == [
        "一年之内|<|自然人|企业|总计",
        "一、收到|结转|4|5|9",
        "二、办结|<|6|7|13",
    ]


def test_rows_are_dropped_from_one_table_in_any_order(basis: GoodDocument) -> None:
    names = ("tables.sums.new", "tables.sums.done", "tables.sums.old")
    assert changed(basis, drop=names) == changed(basis, drop=names[::-1])
    assert changed(basis, drop=names)[6:8] == ["一年之内|<|自然人|企业|总计", "三、改进情况"]


def test_a_section_moves_before_another(basis: GoodDocument) -> None:
    result = changed(basis, move={"third": Place(before="first")})
    assert result[2:5] == ["前言。", "三、改进情况", "继续努力。"]
    assert result[5] == "一、总体情况"
    assert result[-2:] == ["甲镇人民政府", "2024年1月18日"]


def test_a_section_moves_after_all_blocks_of_another(basis: GoodDocument) -> None:
    result = changed(basis, move={"first": Place(after="second")})
    assert result[3] == "二、收到的申请"
    assert result[8:11] == ["一、总体情况", "全年收到3件。", "三、改进情况"]


def test_markdown_is_inserted_after_the_block_with_the_words(basis: GoodDocument) -> None:
    text = "### {（三）}其三\n| 甲 | 乙 |"
    result = changed(basis, insert=(Insertion(text, after="全年收到"),))
    assert result[4:7] == ["全年收到3件。", "（三）其三", "甲|乙"]


def test_markdown_is_inserted_before_the_table_with_the_words(basis: GoodDocument) -> None:
    result = changed(basis, insert=(Insertion("表前。", before="一年之内"),))
    assert result[5:8] == ["二、收到的申请", "表前。", "一年之内|<|自然人|企业|总计"]


def test_insertions_are_applied_in_order(basis: GoodDocument) -> None:
    result = changed(
        basis, insert=(Insertion("其一", after="前言"), Insertion("其二", after="其一"))
    )
    assert result[2:5] == ["前言。", "其一", "其二"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"swap": {"没有的话": ""}}, "swap：范本里没有“没有的话”"),
        ({"swap": {"": "甲"}}, "swap：范本里没有“”"),
        (
            {"set": {"sums.new.peple": "1"}},
            "set：在范本里找不到“sums.new.peple”；你是不是想写“sums.new.people”？",
        ),
        ({"set": {"zzz": "1"}}, "set：在范本里找不到“zzz”"),
        (
            {"set": {"sums.new.people": "{++1"}},
            "set：“sums.new.people”的内容有误：“{++”没有结束标记",
        ),
        (
            {"drop": ("sections.frist",)},
            "drop：在范本里找不到“sections.frist”；你是不是想写“sections.first”？",
        ),
        (
            {"drop": ("tables.sums.nwe",)},
            "drop：在范本里找不到“tables.sums.nwe”；你是不是想写“tables.sums.new”？",
        ),
        (
            {"move": {"secnd": Place(before="first")}},
            "move：在范本里找不到“secnd”；你是不是想写“second”？",
        ),
        (
            {"move": {"second": Place(before="frist")}},
            "move：在范本里找不到“frist”；你是不是想写“first”？",
        ),
        ({"move": {"second": Place(after="second")}}, "move：“second”不能移到自己旁边"),
        ({"move": {"second": Place()}}, "move：after 和 before 必须写一个，只能写一个"),
        (
            {"drop": ("sections.first",), "move": {"first": Place(after="second")}},
            "move：“first”已经去掉了",
        ),
        (
            {"drop": ("sections.second",), "move": {"first": Place(after="second")}},
            "move：“second”已经去掉了",
        ),
        (
            {"insert": (Insertion("甲", after="没有的话"),)},
            "insert：没有哪个段落或表格含有“没有的话”",
        ),
        (
            {"insert": (Insertion("甲", after="甲镇"),)},
            "insert：有2个段落或表格含有“甲镇”，无法确定是哪一个",
        ),
        (
            {"insert": (Insertion("甲", after="前言", before="前言"),)},
            "insert：after 和 before 必须写一个，只能写一个",
        ),
        ({"insert": (Insertion("甲\n|乙", after="前言"),)}, "insert：第2行：表格的行要以 | 结束"),
    ],
)
def test_a_change_that_cannot_be_applied_is_a_fault(
    basis: GoodDocument, changes: dict[str, object], message: str
) -> None:
    assert fault(basis, **changes) == message


def test_a_swap_that_breaks_the_markdown_is_a_fault_with_its_line(basis: GoodDocument) -> None:
    with pytest.raises(MarkdownFault) as caught:
        changed(basis, swap={"前言。": "#### 前言"})
    assert caught.value.line == 3
