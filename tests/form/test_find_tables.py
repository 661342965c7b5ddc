from collections.abc import Callable

import pytest

from docxlint.form.bound import BoundForm, BoundTable

Fill = Callable[..., BoundForm]


def table(bound: BoundForm, name: str) -> BoundTable:
    bound_table = bound.tables[name]
    assert bound_table.form.name == name
    return bound_table


def values(bound_table: BoundTable, row: str) -> list[str | None]:
    filled_row = bound_table.row(row)
    assert filled_row is not None
    return [cell.figure.text if cell is not None else None for cell in filled_row.figures]


def test_every_figure_of_the_good_document_is_bound(bound: Fill) -> None:
    bound_table = bound()
    assert sum(len(t.cells) for t in bound_table.tables.values()) == 10 + 175 + 15
    assert not [t.unknown for t in bound_table.tables.values() if t.unknown]
    assert not [b.headers for t in bound_table.tables.values() for b in t.blocks if b.headers]
    assert not [b.missing for t in bound_table.tables.values() for b in t.blocks if b.missing]


def test_a_figure_carries_the_printed_labels(bound: Fill) -> None:
    cell = table(bound(), "review").cell("cases", "direct_total")
    assert cell is not None
    assert cell.figure.text == "3"
    assert cell.location.section == "四、政府信息公开行政复议、行政诉讼情况"
    assert cell.location.table == "review"
    assert cell.location.row is None
    assert cell.location.column == "未经复议直接起诉 › 总计"
    assert str(cell.ref) == "review.cases.direct_total"


def test_a_label_of_one_line_is_given_without_its_groups(bound: Fill) -> None:
    cell = table(bound(), "requests").cell("denied_4", "law_firms")
    assert cell is not None
    assert (cell.location.row, cell.location.column) == ("4.保护第三方合法权益", "法律服务机构")


def test_a_missing_row_is_missed_and_the_others_keep_their_names(bound: Fill) -> None:
    bound_table = table(
        bound({"| ^ | ^ | 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n": ""}), "requests"
    )
    assert [line.name for line in bound_table.blocks[0].missing] == ["rejected_2"]
    assert values(bound_table, "rejected_3") == ["0"] * 7
    assert values(bound_table, "rejected_5") == ["1", "0", "0", "0", "0", "0", "1"]


def test_a_mistyped_label_is_still_its_row(bound: Fill) -> None:
    bound_table = table(bound({"6.属于四类过程性信息": "6.四类过程信息"}), "requests")
    assert not bound_table.blocks[0].missing
    row = bound_table.row("denied_6")
    assert row is not None
    assert row.labels[-1][0].text == "6.四类过程信息"
    assert row.labels[-1][1] == "6.属于四类过程性信息"


def test_a_row_that_the_form_does_not_print_is_unknown(bound: Fill) -> None:
    extra = "| ^ | ^ | 9.属于其他情形 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
    anchor = "| ^ | （四）无法提供 |"
    bound_table = table(bound({anchor: extra + anchor}), "requests")
    assert [unknown.found for unknown in bound_table.unknown] == ["9.属于其他情形"]
    assert not bound_table.blocks[0].missing


def test_a_column_that_is_not_there_does_not_shift_the_others(bound: Fill) -> None:
    bound_table = table(
        bound(
            {
                "| 本年制发件数 | 本年废止件数 | 现行有效件数 |": "| 本年制发件数 | 现行有效件数 | < |",
                "| 行政规范性文件 | 2 | 1 | 5 |": "| 行政规范性文件 | 2 | 5 | < |",
                "| 规章 | 0 | 0 | 0 |": "| 规章 | 0 | 0 | < |",
            }
        ),
        "proactive",
    )
    assert values(bound_table, "documents") == ["2", None, "5"]
    assert [(m.expected, m.columns) for m in bound_table.blocks[0].headers] == [
        ("本年废止件数", ("repealed",))
    ]


def test_a_table_cut_in_two_is_read_as_one(bound: Fill) -> None:
    anchor = "| ^ | （四）无法提供 |"
    cut = {
        f"{anchor} 1.本机关不掌握相关政府信息 |": "\n（续表）\n\n"
        "| 三、本年度办理结果 | （四）无法提供 | 1.本机关不掌握相关政府信息 |"
    }
    bound_table = table(bound(cut), "requests")
    assert len(bound_table.tables) == 2
    assert len(bound_table.cells) == 175
    assert not bound_table.unknown
    assert values(bound_table, "carried_out") == ["1", "1", "1", "0", "0", "0", "3"]


def test_a_header_repeated_in_the_second_half_is_no_unknown_row(bound: Fill) -> None:
    head = "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | < | < | 申请人情况 "
    again = head + "| < | < | < | < | < | < |\n| 三、本年度办理结果 | （四）无法提供 |"
    cut = {"| ^ | （四）无法提供 |": f"\n（续表）\n\n{again}"}
    bound_table = table(bound(cut), "requests")
    assert len(bound_table.cells) == 175
    assert not bound_table.unknown
    assert not bound_table.blocks[0].headers


def test_a_table_is_known_by_its_labels_where_its_section_is_not_there(bound: Fill) -> None:
    bound_table = bound({"## 三、收到和处理政府信息公开申请情况": "申请情况如下。"})
    assert bound_table.section("requests") is None
    assert len(table(bound_table, "requests").cells) == 175


def test_another_table_in_the_section_is_not_taken_for_the_form(bound: Fill) -> None:
    other = (
        "| 村 | 总计 |\n| 甲村 | 12 |\n| 乙村 | 9 |\n\n下表为法定表格。\n\n| 第二十条第（一）项 |"
    )
    bound_table = table(bound({"| 第二十条第（一）项 |": other}), "proactive")
    assert len(bound_table.tables) == 1
    assert len(bound_table.cells) == 10


def test_a_block_in_the_words_of_the_former_form_is_superseded(bound: Fill) -> None:
    bound_table = table(bound({"本年制发件数": "本年新制作数量"}), "proactive")
    assert [bool(b.superseded_rows) for b in bound_table.blocks] == [True, False, False, False]
    assert [use.words for use in bound_table.blocks[0].superseded_uses] == ["本年新制作数量"]
    assert bound_table.row("documents") is None
    assert bound_table.row("licences") is not None


@pytest.mark.parametrize("split", [False, True])
def test_an_undivided_row_of_the_former_form_stands_for_its_rows(bound: Fill, split: bool) -> None:
    rows = [
        "| ^ | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
        " | 0 | 1 | 0 | 0 | 0 | 0 | 1 |\n",
        "| ^ | ^ | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
        " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
        "| ^ | ^ | 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
    ]
    one = "| ^ | （六）其他处理 | < | 0 | 1 | 0 | 0 | 0 | 0 | 1 |\n"
    bound_table = table(
        bound({rows[0]: one, rows[1]: "", rows[2]: ""} if not split else {}), "requests"
    )
    expected = set() if split else {"otherwise_1", "otherwise_2", "otherwise_3"}
    assert bound_table.blocks[0].superseded_rows == expected
    assert not bound_table.blocks[0].missing
    assert values(bound_table, "handled")[-1] == "25"


def test_a_group_that_covers_a_column_too_few_is_a_fault_of_the_header(bound: Fill) -> None:
    bound_table = table(
        bound(
            {
                "| 法人或其他组织 | < | < | < | < | 总计 |": "| 法人或其他组织 | < | < | < | 其他 | 总计 |",
                "| 法律服务机构 | 其他 | ^ |": "| 法律服务机构 | ^ | ^ |",
            }
        ),
        "requests",
    )
    assert [(m.expected, m.found) for m in bound_table.blocks[0].headers] == [
        ("申请人情况 › 法人或其他组织 › 其他", "申请人情况 › 其他")
    ]
    assert len(bound_table.cells) == 175
