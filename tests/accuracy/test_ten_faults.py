"""The ten faults that clerks make most: each is found once, in place, with the right value."""

from __future__ import annotations

import pytest

from docxlint.core.finding import Finding
from docxlint.rules.rule import Changes

from .advice import follow_advice
from .mutations import GoodReport, Mutation

RECEIVED = "| 一、本年新收政府信息公开申请数量 | < | < | 15 | 4 | 2 | 1 | 2 | 1 |"
NOTICE = "国办公开办函〔2021〕30号"

# What is wrong; the rule that says so; the row or section of the finding; the words that are
# wrong, and what they should be. A value of None means that only the author can know it.
FAULTS: dict[str, tuple[Changes, list[tuple[str, str | None, str | None, str | None]]]] = {
    "a row total": (
        Changes(swap={f"{RECEIVED} 25 |": f"{RECEIVED} 26 |"}),
        [("row-total", "一、本年新收政府信息公开申请数量", "26", "25")],
    ),
    "last year's period": (
        Changes(swap={"2023年1月1日起至2023年12月31日止": "2022年1月1日起至2022年12月31日止"}),
        [("report-year", None, "2022年", "2023年")],
    ),
    "a mistyped label": (
        Changes(swap={"6.属于四类过程性信息": "6.属于四类过程信息"}),
        [("table-row-label", "6.属于四类过程性信息", "6.属于四类过程信息", "6.属于四类过程性信息")],
    ),
    "two blanks": (
        Changes(set={"proactive.penalties.decided": "", "requests.denied_1.total": ""}),
        [
            ("cell-blank", "行政处罚", "", "8"),
            ("cell-blank", "1.属于国家秘密", "", "0"),
        ],
    ),
    "half-width marks": (
        Changes(swap={"全年任务均已按期完成。": "全年任务均已按期完成."}),
        [("punctuation", "一、总体情况", "均已按期完成.", "均已按期完成。")],
    ),
    "a missing section": (
        Changes(drop=("sections.problems",)),
        [
            (
                "section-missing",
                "五、存在的主要问题及改进情况",
                None,
                "五、存在的主要问题及改进情况",
            )
        ],
    ),
    "a day that does not exist": (
        Changes(swap={"2024年1月18日": "2024年2月30日"}),
        [("date-invalid", "六、其他需要报告的事项", "2024年2月30日", None)],
    ),
    "square brackets": (
        Changes(swap={NOTICE: "国办公开办函[2021]30号"}),
        [("document-number", None, "国办公开办函[2021]30号", NOTICE)],
    ),
    "a repeated number": (
        Changes(swap={"### （三）政府信息管理情况": "### （二）政府信息管理情况"}),
        [("heading-numbering", "一、总体情况", "（二）", "（三）")],
    ),
    "a figure in the text": (
        Changes(swap={"全年新收政府信息公开申请25件": "全年新收政府信息公开申请52件"}),
        [("prose-table", "一、总体情况", "全年新收政府信息公开申请52件", "25")],
    ),
}


@pytest.fixture(scope="module")
def report() -> GoodReport:
    return GoodReport()


@pytest.mark.parametrize(("changes", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_once_in_place_with_its_value(
    changes: Changes,
    expected: list[tuple[str, str | None, str | None, str | None]],
    report: GoodReport,
) -> None:
    result = report.check(_mutation(changes), report.write(changes))
    explained = {each for d in result.diagnoses if d.certain for each in d.explains}
    findings = [
        finding
        for finding in result.findings
        if finding.expected is not None or finding.fingerprint not in explained
    ]
    # What follows from a certain fault has no right value of its own.
    follows = {"prose-table"} if result.diagnoses else set()
    assert [_summary(each) for each in findings if each.rule not in follows] == expected


@pytest.mark.parametrize(
    "changes",
    [changes for changes, expected in FAULTS.values() if all(e[2] and e[3] for e in expected)],
    ids=[name for name, (_, expected) in FAULTS.items() if all(e[2] and e[3] for e in expected)],
)
def test_following_the_advice_leaves_a_silent_report(changes: Changes, report: GoodReport) -> None:
    data = report.write(changes)
    repaired = follow_advice(data, report.check(_mutation(changes), data))
    second = report.check(_mutation(changes), repaired)
    assert [finding.message.en for finding in second.findings] == []


def _summary(finding: Finding) -> tuple[str, str | None, str | None, str | None]:
    place = finding.location.row or finding.location.section
    return finding.rule, place, finding.found, finding.expected


def _mutation(changes: Changes) -> Mutation:
    return Mutation("", frozenset(), changes)
