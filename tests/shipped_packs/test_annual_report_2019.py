"""Faults in reports for 2019 and 2020, and features that are right only in them."""

from collections.abc import Callable

from docxlint.report.report import Report

FORMER = "annual-report-2019"
Linted = Callable[..., Report]


def findings_of(report: Report) -> list[tuple[str, str]]:
    assert report.pack is not None
    assert report.pack.name == FORMER
    return [(finding.rule, finding.message.zh) for finding in report.findings]


def test_a_table_of_2021_is_one_finding(linted: Linted) -> None:
    report = linted(
        FORMER,
        {
            "本年新制作数量": "本年制发件数",
            "本年新公开数量": "本年废止件数",
            "对外公开总数量": "现行有效件数",
        },
    )
    assert findings_of(report) == [
        (
            "table-later-form",
            "表格用了2021年度才启用的格式：“本年制发件数”、“本年废止件数”、“现行有效件数”",
        )
    ]
    assert all(unchecked.explained for unchecked in report.unchecked)


def test_the_divided_row_of_2021_is_one_finding_and_leaves_sums_unchecked(linted: Linted) -> None:
    row = "| ^ | （六）其他处理 | < | 0 | 1 | 0 | 0 | 0 | 0 | 1 |"
    label = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    divided = (
        f"| ^ | （六）其他处理 | {label} | 0 | 1 | 0 | 0 | 0 | 0 | 1 |\n"
        "| ^ | ^ | 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
    )
    report = linted(FORMER, {row: divided})
    assert [rule for rule, _ in findings_of(report)] == ["table-later-form"]
    assert {u.rule for u in report.unchecked} >= {"column-total"}
    assert all(unchecked.explained for unchecked in report.unchecked)


def test_the_sum_includes_the_undivided_row(linted: Linted) -> None:
    report = linted(FORMER, set={"requests.otherwise.firms": "2"})
    assert findings_of(report) == [
        (
            "row-total",
            "这处填的是1，与勾稽关系不符；改好“（六）其他处理”行“商业企业”列后自然相符",
        ),
        (
            "column-total",
            "这处填的是4，与勾稽关系不符；改好“（六）其他处理”行“商业企业”列后自然相符",
        ),
    ]


def test_the_row_for_purchases_is_required(linted: Linted) -> None:
    report = linted(FORMER, drop=["tables.proactive.purchases"])
    assert [rule for rule, _ in findings_of(report)] == ["table-row-missing"]


def test_a_change_may_have_a_sign(linted: Linted) -> None:
    report = linted(
        FORMER, set={"proactive.licences.change": "＋12", "proactive.fees.change": "减1"}
    )
    assert findings_of(report) == []


def test_the_notice_of_2021_cannot_be_cited_in_an_earlier_report(linted: Linted) -> None:
    report = linted(FORMER, {"国办公开办函〔2019〕60号": "国办公开办函〔2021〕30号"})
    assert [rule for rule, _ in findings_of(report)] == ["superseded-citation"]


def test_the_same_table_is_superseded_in_a_report_for_2021(linted: Linted) -> None:
    report = linted(FORMER, {"2021年": "2022年", "2020年": "2021年"})
    assert report.pack is not None
    assert report.pack.name == "annual-report"
    rules = [finding.rule for finding in report.findings]
    assert rules.count("table-superseded") == 2
    assert "superseded-citation" in rules
    assert "table-header" not in rules
