from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.form.bound import BoundForm

Bind = Callable[..., BoundForm]

FIRST = (
    "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | < | < | 申请人情况"
    " | < | < | < | < | < | < |"
)
GROUPS = "| ^ | ^ | ^ | 自然人 | 法人或其他组织 | < | < | < | < | 总计 |"
KINDS = "| ^ | ^ | ^ | ^ | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ^ |"
CASES = "| 行政复议 | < | < | < | < | 行政诉讼 | < | < | < | < | < | < | < | < | < |"
WAYS = (
    "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | < | < | < | < "
    "| 复议后起诉 | < | < | < | < |"
)
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def split(bound: BoundForm, name: str) -> list[str]:
    """The labels of a table that are not merged; no other difference may be there."""
    table = bound.tables[name]
    assert [(f.expected, f.found) for block in table.blocks for f in block.headers] == []
    assert [unknown.found for unknown in table.unknown] == []
    assert all(row.extra == () and None not in row.figures for row in table.rows())
    return [each.label for block in table.blocks for each in block.split]


@pytest.mark.parametrize("name", ["proactive", "requests", "review"])
def test_a_header_as_printed_has_no_split_label(name: str, bound: Bind) -> None:
    assert split(bound(), name) == []


@pytest.mark.parametrize(
    ("swaps", "labels"),
    [
        # blank cells beside, below and on both sides
        ({GROUPS: GROUPS.replace("<", "")}, ["法人或其他组织"]),
        ({FIRST: FIRST.replace("| 申请人情况 | <", "| 申请人情况 | ")}, ["申请人情况"]),
        ({KINDS: "| ^ | ^ | ^ |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |"},
         ["自然人", "总计"]),
        ({GROUPS: "|  | < | < | 自然人 | 法人或其他组织 | < | < | < | < | 总计 |"}, [CORNER]),
        # the label in the lowest of its cells
        ({GROUPS: "| ^ | ^ | ^ |  | 法人或其他组织 |  |  |  |  |  |",
          KINDS: "| ^ | ^ | ^ | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他"
          " | 总计 |"}, ["自然人", "法人或其他组织", "总计"]),
        # the label in each of them
        ({GROUPS: "| ^ | ^ | ^ | 自然人 " + "| 法人或其他组织 " * 5 + "| 总计 |"},
         ["法人或其他组织"]),
        # pieces, in a row of their own and in the rows of the form
        ({KINDS: "| ^ | ^ | ^ | ^ | 商业 | 科研 | 社会公益组织 | 法律服务机构 | 其他 | ^ |\n"
          "| ^ | ^ | ^ | ^ | 企业 | 机构 | ^ | ^ | ^ | ^ |"}, ["商业企业", "科研机构"]),
        ({GROUPS: GROUPS.replace("自然人", "自然").replace("总计", "总"),
          KINDS: "| ^ | ^ | ^ | 人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 计 |"},
         ["自然人", "总计"]),
        ({FIRST: FIRST.replace("情况", "") + "\n| ^ | ^ | ^ | 情况 | < | < | < | < | < | < |"},
         ["申请人情况"]),
        ({FIRST: FIRST.replace("等于第三项加第四项之和）", ""),
          GROUPS: "| 等于第三项加第四项之和） | < | < | 自然人 | 法人或其他组织 | < | < | < | < |"
          " 总计 |"}, [CORNER]),
    ],
)  # fmt: skip
def test_a_label_in_several_cells_is_read_and_named(
    swaps: dict[str, str], labels: list[str], bound: Bind
) -> None:
    assert split(bound(swaps), "requests") == labels


def test_the_groups_of_a_table_without_row_labels(bound: Bind) -> None:
    swaps = {each: each.replace("<", "") for each in (CASES, WAYS)}
    labels = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
    assert sorted(split(bound(swaps), "review")) == sorted(labels)


def test_a_title_over_a_block_that_is_not_merged(bound: Bind) -> None:
    swaps = {"| 第二十条第（一）项 | < | < | < |": "| 第二十条第（一）项 |  |  |  |"}
    assert split(bound(swaps), "proactive") == ["第二十条第（一）项"]


def test_a_label_in_pieces_side_by_side(bound: Bind, good: str) -> None:
    start = good.index(FIRST)
    table = good[start : good.index("\n\n", start)]
    lines = table.split("\n")
    wide = [_with_cell(line, 5, "<") for line in lines]
    wide[2] = KINDS.replace("商业企业", "商业 | 企业")
    assert split(bound({table: "\n".join(wide)}), "requests") == ["商业企业"]


def _with_cell(line: str, at: int, text: str) -> str:
    """A line of a table with one cell more after cell number `at`."""
    cells = line.strip("|").split("|")
    return "|" + "|".join([*cells[:at], f" {text} ", *cells[at:]]) + "|"


def test_the_location_is_the_cell_with_the_label(bound: Bind) -> None:
    form = bound({GROUPS: GROUPS.replace("<", "")})
    (label,) = form.tables["requests"].blocks[0].split
    assert (label.location.text, label.location.table) == ("法人或其他组织", "requests")
    assert label.location.section is not None


def test_a_wrong_label_is_named_beside_a_group_that_is_not_merged(bound: Bind) -> None:
    kinds = KINDS.replace("科研机构", "科研院所")
    (block,) = bound({GROUPS: GROUPS.replace("<", ""), KINDS: kinds}).tables["requests"].blocks
    assert [(f.expected, f.found) for f in block.headers] == [("科研机构", "科研院所")]
    assert [each.label for each in block.split] == ["法人或其他组织"]


def test_a_wrong_label_below_the_words_of_a_group_that_is_not_merged(bound: Bind) -> None:
    kinds = KINDS.replace("商业企业", "企业单位")
    (block,) = bound({GROUPS: GROUPS.replace("<", ""), KINDS: kinds}).tables["requests"].blocks
    assert [(f.expected, f.found) for f in block.headers] == [("商业企业", "企业单位")]
    assert [(each.label, each.location.text) for each in block.split] == [
        ("法人或其他组织", "法人或其他组织")
    ]


def test_a_row_of_other_words_below_a_header_is_no_part_of_it(bound: Bind) -> None:
    row = "| 备注 | < | < | 自 | 商 | 科 | 社 | 法 | 其 | 总 |"
    table = bound({KINDS: f"{KINDS}\n{row}"}).tables["requests"]
    assert [unknown.found for unknown in table.unknown] == ["总"]
    assert table.blocks[0].split == ()
