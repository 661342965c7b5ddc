"""One fault is one finding; rules that depend on it are unchecked and explained."""

from collections.abc import Callable

import pytest

from docxlint.rules.engine import Verdict

VerdictOf = Callable[..., Verdict]

SPLIT_ROW = "| ^ | ^ | 2.重复申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"


def table_rows(good: str, first: str) -> str:
    """The Markdown of the table whose first row begins with `first`."""
    start = good.index(first)
    return good[start : good.index("\n\n", start)]


def names(verdict: Verdict) -> list[str]:
    return [finding.rule for finding in verdict.findings]


def test_the_good_document_has_no_findings(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None)
    assert (verdict.findings, verdict.unchecked, verdict.broken) == ((), (), ())


def test_a_missing_section_with_its_table_is_one_finding(verdict_of: VerdictOf, good: str) -> None:
    start = good.index("## 四、")
    verdict = verdict_of(None, {good[start : good.index("## 五、")]: ""})
    assert names(verdict) == ["section-missing"]
    assert {u.rule for u in verdict.unchecked} >= {"table-missing", "review-total", "cell-blank"}
    assert all(unchecked.explained for unchecked in verdict.unchecked)


@pytest.mark.parametrize("first", ["| 第二十条第（一）项", "| （本列数据", "| 行政复议"])
def test_a_missing_table_is_one_finding(verdict_of: VerdictOf, good: str, first: str) -> None:
    verdict = verdict_of(None, {table_rows(good, first): ""})
    assert names(verdict) == ["table-missing"]
    assert verdict.unchecked
    assert all(unchecked.explained for unchecked in verdict.unchecked)


def test_a_missing_row_is_one_finding(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None, {SPLIT_ROW: ""})
    assert names(verdict) == ["table-row-missing"]
    assert {unchecked.rule for unchecked in verdict.unchecked} == {"column-total", "row-total"}
    assert all(unchecked.explained for unchecked in verdict.unchecked)


def test_a_missing_column_is_one_finding(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(
        None,
        {
            "| 本年制发件数 | 本年废止件数 | 现行有效件数 |": "| 本年制发件数 | 现行有效件数 | < |",
            "| 行政规范性文件 | 2 | 1 | 5 |": "| 行政规范性文件 | 2 | 5 | < |",
            "| 规章 | 0 | 0 | 0 |": "| 规章 | 0 | 0 | < |",
        },
    )
    assert names(verdict) == ["table-header"]


def test_a_missing_row_of_a_group_is_one_finding_for_each_group(verdict_of: VerdictOf) -> None:
    row = "| 行政复议 | < | < | < | < | 行政诉讼 | < | < | < | < | < | < | < | < | < |\n"
    verdict = verdict_of(None, {row: ""})
    assert [f.message.zh for f in verdict.findings] == [
        "表头缺少“行政复议”",
        "表头缺少“行政诉讼”",
    ]
    twice = verdict_of(None, {row: row + row})
    assert [f.message.zh for f in twice.findings] == [
        "表头“行政复议”、“行政诉讼”应各为一个单元格，现在各分成了几格"
    ]
    assert not verdict.unchecked and not twice.unchecked


@pytest.mark.parametrize(("written", "rule"), [("", "cell-blank"), ("无", "cell-number")])
def test_the_first_figure_of_a_table_without_labels_is_none(
    verdict_of: VerdictOf, written: str, rule: str
) -> None:
    verdict = verdict_of(None, {"| 2 | 1 | 0 | 1 | 4 |": f"| {written} | 1 | 0 | 1 | 4 |"})
    assert names(verdict) == [rule]
    assert all(unchecked.explained for unchecked in verdict.unchecked)


def test_a_missing_row_of_a_table_without_labels_is_one_finding(
    verdict_of: VerdictOf, good: str
) -> None:
    start = good.index("| 2 | 1 | 0 | 1 | 4 |")
    verdict = verdict_of(None, {good[start : good.index("\n", start) + 1]: ""})
    assert [f.message.zh for f in verdict.findings] == ["缺少填数字的那一行"]


def test_a_column_before_a_table_without_labels_is_one_finding(
    verdict_of: VerdictOf, good: str
) -> None:
    old = table_rows(good, "| 行政复议")
    first, *remaining = old.split("\n")
    new = "\n".join([f"| 备注 {first}", *(f"|  {row}" for row in remaining)])
    assert [f.message.zh for f in verdict_of(None, {old: new}).findings] == [
        "规定格式中没有“备注”这一列"
    ]


def test_a_blank_figure_is_one_finding_and_its_sums_are_unchecked(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None, {"| 15 | 4 | 2 | 1 | 2 | 1 | 25 |": "|  | 4 | 2 | 1 | 2 | 1 | 25 |"})
    assert names(verdict) == ["cell-blank"]
    assert sorted(u.rule for u in verdict.unchecked) == ["balance", "row-total"]
    assert all(unchecked.explained for unchecked in verdict.unchecked)


def test_a_dash_for_a_figure_is_one_finding_and_its_sums_are_unchecked(
    verdict_of: VerdictOf,
) -> None:
    verdict = verdict_of(
        None, {"| 15 | 4 | 2 | 1 | 2 | 1 | 25 |": "| — | 4 | 2 | 1 | 2 | 1 | 25 |"}
    )
    assert names(verdict) == ["cell-number"]
    assert all(unchecked.explained for unchecked in verdict.unchecked)


def test_a_wrong_title_is_one_finding(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None, {"# 2023年政府信息公开工作年度报告": "# 2023年政务公开工作总结"})
    assert names(verdict) == ["title"]
    assert all(unchecked.explained for unchecked in verdict.unchecked)


def test_a_missing_part_of_a_table_is_one_finding(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(
        None,
        {
            "| 第二十条第（五）项 | < | < | < |\n": "",
            "| 信息内容 | 本年处理决定数量 | < | < |\n| 行政许可 | 46 | < | < |\n": "",
        },
    )
    assert names(verdict) == ["table-row-missing"]
    assert all(unchecked.explained for unchecked in verdict.unchecked)


def test_a_superseded_block_is_one_finding(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(
        None,
        {
            "| 信息内容 | 本年处理决定数量 | < | < |\n| 行政许可 | 46 | < | < |\n": "| 信息内容"
            " | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n| 行政许可 | 40 | +3 | 46 |\n"
            "| 其他对外管理服务事项 | — | / |  |\n"
        },
    )
    assert names(verdict) == ["table-superseded"]
    assert all(unchecked.explained for unchecked in verdict.unchecked)


def test_a_wrong_figure_is_reported_only_by_the_sums_that_it_breaks(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None, {"| （一）予以公开 | < | 4 |": "| （一）予以公开 | < | 7 |"})
    assert sorted(names(verdict)) == ["column-total", "row-total"]
    assert not verdict.unchecked
