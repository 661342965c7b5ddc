"""Each sample has exactly these findings; only informational ones may come in addition."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from docxlint.api import linter
from docxlint.core.finding import Finding, Severity
from docxlint.report.report import Report

SAMPLES = Path(__file__).parents[2] / "sample_docs"

EXPECTED = {
    "000": {
        "title-wording": 1,
        "superseded-citation": 1,
        "heading-numbering": 3,
        "punctuation": 1,
        "fee-statement": 1,
    },
    "001": {
        "cell-blank": 22,
        "date-format": 1,
        "section-empty": 1,
        "signature-missing": 1,
        "punctuation": 13,
    },
    "002": {
        "title": 1,
        "section-title": 2,
        "section-extra": 1,
        "subsection-missing": 1,
        "table-superseded": 2,
        "punctuation": 2,
        "fee-statement": 1,
        "signature-missing": 1,
    },
    "003": {
        "prose-sum": 1,
        "date-format": 1,
        "broken-paragraph": 2,
        "punctuation": 2,
        "signature-missing": 1,
    },
    "004": {"table-header": 1, "table-row-label": 2, "cell-extra": 1, "stale-year": 1},
    "005": {},
}


@cache
def report(number: str) -> Report:
    (path,) = SAMPLES.glob(f"{number} *.docx")
    return linter().lint(path)


def warnings_and_errors(number: str) -> list[Finding]:
    return [f for f in report(number).findings if f.severity is not Severity.INFO]


def findings_of(number: str, rule: str) -> list[Finding]:
    return [finding for finding in warnings_and_errors(number) if finding.rule == rule]


@pytest.mark.parametrize("number", list(EXPECTED))
def test_a_sample_has_exactly_its_findings(number: str) -> None:
    assert Counter(finding.rule for finding in warnings_and_errors(number)) == EXPECTED[number]


@pytest.mark.parametrize("number", list(EXPECTED))
def test_the_pack_is_chosen_from_the_title_and_no_rule_breaks(number: str) -> None:
    result = report(number)
    assert result.pack is not None
    assert result.pack.name == "annual-report"
    assert result.year == (2021 if number == "001" else 2023)
    assert result.broken == ()


@pytest.mark.parametrize("number", list(EXPECTED))
def test_a_finding_explains_each_unchecked_rule(number: str) -> None:
    assert [u for u in report(number).unchecked if not u.explained] == []


def test_only_heading_punctuation_is_informational() -> None:
    infos = {
        (number, finding.rule)
        for number in EXPECTED
        for finding in report(number).findings
        if finding.severity is Severity.INFO
    }
    assert infos <= {("002", "heading-punctuation"), ("004", "heading-punctuation")}


def test_the_clean_report_has_no_findings_and_no_unchecked_rules() -> None:
    assert (report("005").findings, report("005").unchecked) == ((), ())


def test_jiyizhuang_gets_the_right_numbers_and_the_right_title() -> None:
    assert [f.expected for f in findings_of("000", "heading-numbering")] == [
        "（三）",
        "（四）",
        "（五）",
    ]
    (title,) = findings_of("000", "title-wording")
    assert title.expected == "繁峙县集义庄乡人民政府2023年政府信息公开工作年度报告"
    (marks,) = findings_of("000", "punctuation")
    assert "8处" in marks.message.zh


def test_gujiao_gets_each_blank_row_once_and_no_wrong_sum() -> None:
    rows = [finding.location.row for finding in findings_of("001", "cell-blank")]
    assert len(set(rows)) == 22
    assert (rows[0], rows[-1]) == ("（一）予以公开", "（七）总计")
    unchecked = Counter(u.rule for u in report("001").unchecked)
    assert (unchecked["row-total"], unchecked["column-total"], unchecked["balance"]) == (22, 7, 7)
    assert unchecked["fee-statement"] == 1
    (date,) = findings_of("001", "date-format")
    assert (date.found, date.expected) == ("2022-01-21", "2022年1月21日")


def test_fengshou_gets_each_superseded_table_once() -> None:
    tables = [finding.location.table for finding in findings_of("002", "table-superseded")]
    assert tables == ["proactive", "requests"]
    titles = {(f.found, f.expected) for f in findings_of("002", "section-title")}
    assert titles == {
        ("五、存在的主要问题", "五、存在的主要问题及改进情况"),
        ("七、其他需要报告的事项。", "六、其他需要报告的事项"),
    }
    (extra,) = findings_of("002", "section-extra")
    assert extra.found == "六、下一步工作打算"


def test_jiaocha_gets_the_cut_sentences_and_the_right_date() -> None:
    (date,) = findings_of("003", "date-format")
    assert (date.found, date.expected) == ("2023 年 12 月 31 日", "2023年12月31日")
    assert len({f.location.paragraph for f in findings_of("003", "broken-paragraph")}) == 2
    assert all("〈" in finding.message.zh for finding in findings_of("003", "punctuation"))


def test_jiaocha_gets_the_total_that_contradicts_its_parts() -> None:
    (total,) = findings_of("003", "prose-sum")
    assert (total.found, total.expected) == ("1009", "1004")
    assert total.message.zh == ("写的是1009条，所列各项之和为105 + 3 + 518 + 276 + 102 = 1004")
    places = ["105 条", "3 条", "518 条", "276 条", "102 条"]
    assert [place.text for place in total.related] == places


def test_fengming_gets_the_right_header_and_labels() -> None:
    (header,) = findings_of("004", "table-header")
    assert (header.found, header.expected) == ("本年制作件数", "本年制发件数")
    assert [(f.found, f.expected) for f in findings_of("004", "table-row-label")] == [
        ("规范性文件", "行政规范性文件"),
        (
            "2.重申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        ),
    ]
    (extra,) = findings_of("004", "cell-extra")
    assert extra.location.row == "行政事业性收费"
    (plan,) = findings_of("004", "stale-year")
    assert (plan.found, plan.expected) == ("2023年", "2024年")
