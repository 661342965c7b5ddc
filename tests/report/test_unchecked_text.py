"""Unchecked rules: each reason once, with its rules and places."""

from __future__ import annotations

from docxlint.report.report import Report
from docxlint.report.unchecked_text import unchecked_groups


def test_what_no_finding_explains_comes_first(full: Report) -> None:
    unexplained, explained = unchecked_groups(full.unchecked)
    assert unexplained.title.zh == "无法核对（不等于没有问题，请人工核对）"
    assert explained.title.zh == "因上述问题无法核对（改正后再检查）"


def test_a_reason_has_all_its_rules_and_one_line_a_section(full: Report) -> None:
    unexplained, explained = unchecked_groups(full.unchecked)
    (reason,) = unexplained.reasons
    assert reason.rules == ("fee-statement", "prose-sum")
    assert [place.zh for place in reason.places] == ["六、其他需要报告的事项"]
    (line,) = explained.reasons[0].places
    assert line.zh.endswith("“法律服务机构”列；“其他”列等7处")


def test_nothing_unchecked_gives_no_group() -> None:
    assert list(unchecked_groups(())) == []
