"""What is in a document twice is reported once, and both are judged."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.rules.engine import Verdict

Verdicts = Callable[..., Verdict]

_ROW = "| 行政处罚 | 8 | < | < |"


def _table(good: str, first: str) -> str:
    """The Markdown of the table that begins with the words `first`."""
    start = good.index(f"| {first}")
    return good[start : good.index("\n\n", start)]


def _rules(verdict: Verdict) -> list[str]:
    return [finding.rule for finding in verdict.findings]


def test_a_good_document_has_nothing_twice(verdict_of: Verdicts) -> None:
    assert _rules(verdict_of("twice")) == []


def test_a_row_that_comes_again_is_no_unknown_row(verdict_of: Verdicts) -> None:
    verdict = verdict_of(None, {_ROW: f"{_ROW}\n{_ROW.replace('8', '９')}"})
    assert _rules(verdict) == ["twice", "cell-number"]
    twice, number = verdict.findings
    assert twice.location.row == number.location.row == "行政处罚"
    assert twice.related[0].path < twice.location.path
    assert number.location.path.startswith(twice.location.path.rpartition("/")[0])


def test_each_copy_of_several_has_their_number(verdict_of: Verdicts, good: str) -> None:
    rows = verdict_of("twice", {_ROW: f"{_ROW}\n{_ROW}\n{_ROW}"}).findings
    assert [f.message.zh for f in rows] == ["“行政处罚”这一行在表中出现了3次，应只保留一行"] * 2
    table = _table(good, "行政复议")
    tables = verdict_of("twice", {table: f"{table}\n\n甲：\n\n{table}\n\n乙：\n\n{table}"}).findings
    assert len(tables) == 2
    assert all("在文中出现了3次" in finding.message.zh for finding in tables)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("第二十条第（一）项", "| 8 |", "| ８ |"),
        ("（本列数据", "（七）总计 | < | 16 |", "（七）总计 | < | １6 |"),
        ("行政复议", "\n| 2 |", "\n| ２ |"),
    ],
)
def test_a_table_that_comes_again_is_judged_too(
    name: str, old: str, new: str, verdict_of: Verdicts, good: str
) -> None:
    table = _table(good, name)
    wrong = table.replace(old, new)
    assert wrong != table
    verdict = verdict_of(None, {table: f"{table}\n\n另表如下：\n\n{wrong}"})
    assert _rules(verdict)[0] == "twice"
    assert {"twice", "cell-number"} <= set(_rules(verdict))
    assert all(f.location.path > verdict.findings[0].related[0].path for f in verdict.findings)


def test_the_table_in_its_own_section_counts(verdict_of: Verdicts, good: str) -> None:
    table = _table(good, "（本列数据")
    first = "## 二、主动公开政府信息情况"
    verdict = verdict_of(None, {first: f"上年情况：\n\n{table}\n\n{first}"})
    (finding,) = verdict.findings
    assert (finding.rule, finding.location.section) == ("twice", "一、总体情况")
    assert finding.related[0].section == "三、收到和处理政府信息公开申请情况"


def test_a_second_report_is_one_finding(verdict_of: Verdicts, good: str) -> None:
    body = good[good.index("## 一、总体情况") :]
    verdict = verdict_of(None, {body: f"{body}\n\n{body.replace('| 8 |', '| ８ |', 1)}"})
    rules = _rules(verdict)
    assert rules.count("twice") == 1
    assert "cell-number" in rules
    assert "section-extra" not in rules
    assert verdict.findings[rules.index("twice")].message.zh.startswith("文中有两份报告")


def test_a_heading_that_comes_again_at_once_is_one_finding(verdict_of: Verdicts) -> None:
    heading = "## 五、存在的主要问题及改进情况"
    assert _rules(verdict_of(None, {heading: f"{heading}\n\n{heading}"})) == ["twice"]


def test_a_table_of_contents_repeats_nothing(verdict_of: Verdicts, good: str) -> None:
    headings = [line[3:] for line in good.splitlines() if line.startswith("## ")]
    listed = "\n\n".join(headings)
    assert _rules(verdict_of(None, {"## 一、总体情况": f"{listed}\n\n## 一、总体情况"})) == []
