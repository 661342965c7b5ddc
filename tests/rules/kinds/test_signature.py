from collections.abc import Callable

import pytest

from docxlint.rules.engine import Verdict

VerdictOf = Callable[..., Verdict]


@pytest.mark.parametrize(
    "end",
    [
        ["古郊乡人民政府", "2024年1月15日"],
        ["", "  古郊乡人民政府 ", "2024年1月15日 ", "", "  "],
        ["古郊乡人民政府\n2024年1月15日"],
        ["古郊乡人民政府  2024年1月15日"],
        ["古郊乡人民政府（2024年1月15日）"],
        ["古郊乡人民政府（盖章）", "2024-01-15"],
        ["古郊乡人民政府", "（盖章）", "二〇二四年一月十五日"],
        ["古郊乡人民政府", "2024 年 1 月 15 日"],
        ["古郊乡人民政府", "2024年2月30日"],
        ["陵川县古郊乡", "2024年1月15日"],
        ["陵川县教育局", "陵川县财政局", "2024年1月15日"],
        ["古 郊 乡 人 民 政 府", "2024年1月15日"],
        ["成文机关：古郊乡人民政府", "成文日期：2024年1月15日"],
        ["古郊乡人民政府", "2024年1月15日", "（此件公开发布）"],
        ["古郊乡人民政府", "2024年1月15日", "附件：1.统计表", "联系人：张三  电话：0356-6201001"],
        ["古郊乡人民政府", "2024年1月15日", "责任编辑：李四"],
        ["古郊乡人民政府", "2024年1月15日", "古郊乡党政综合办公室 2024年1月16日印发"],
        ["特此报告。", "古郊乡人民政府", "2024年1月15日"],
        ["特此报告。古郊乡人民政府 2024年1月15日"],
        ["陵川县政务服务中心", "2024年1月15日"],
    ],
)
def test_a_signature_is_recognised(verdict_of_lines: VerdictOf, end: list[str]) -> None:
    verdict = verdict_of_lines("signature-missing", end=end)
    assert (verdict.findings, verdict.unchecked, verdict.broken) == ((), (), ())


@pytest.mark.parametrize(
    ("end", "message"),
    [
        ([], "文末没有落款，应写明机关名称和成文日期"),
        (
            ["本年度没有其他需要报告的事项，截至2023年12月31日。"],
            "文末没有落款，应写明机关名称和成文日期",
        ),
        (["古郊乡人民政府"], "落款“古郊乡人民政府”后面没有成文日期"),
        (["古郊乡人民政府", "2024年1月"], "成文日期不完整：“2024年1月”，应写明年、月、日"),
        (["古郊乡人民政府", "年  月  日"], "成文日期不完整：“年 月 日”，应写明年、月、日"),
        (["2024年1月15日"], "成文日期“2024年1月15日”前面没有机关名称"),
        (["没有其他需要报告的事项", "2024年1月15日"], "成文日期“2024年1月15日”前面没有机关名称"),
        (
            ["2024年1月15日", "古郊乡人民政府"],
            "落款的次序不对：机关名称“古郊乡人民政府”应在成文日期“2024年1月15日”之前",
        ),
    ],
)
def test_an_incomplete_signature_is_one_finding(
    verdict_of_lines: VerdictOf, end: list[str], message: str
) -> None:
    assert [f.message.zh for f in verdict_of_lines("signature-missing", end=end).findings] == [
        message
    ]


def test_a_date_before_the_last_section_is_no_signature(verdict_of_lines: VerdictOf) -> None:
    front = ["古郊乡人民政府", "2024年1月15日"]
    (finding,) = verdict_of_lines("signature-missing", front=front, end=[]).findings
    assert finding.location.section == "六、其他需要报告的事项"


def test_an_impossible_date_in_the_signature_is_one_finding_of_all_rules(
    verdict_of: VerdictOf,
) -> None:
    verdict = verdict_of(None, {"2024年1月18日": "2024年2月30日"})
    assert [finding.rule for finding in verdict.findings] == ["date-invalid"]
    assert [(u.rule, u.explained) for u in verdict.unchecked] == [("date-deadline", True)]


@pytest.mark.parametrize(
    ("swaps", "rules"),
    [
        ({"2024年1月18日": "2024年01月18日"}, ["date-format"]),
        ({"> 2024年1月18日": ""}, ["signature-missing"]),
        ({"2024年1月18日": "2024年2月18日"}, ["date-deadline"]),
        ({"# 2023年政府信息公开": "# 2023年度政府信息公开"}, ["title-wording"]),
        ({"# 青石县云溪镇人民政府": ""}, ["title-wording"]),
        ({"# 2023年政府信息公开工作年度报告": "# 政府信息公开工作年度报告"}, ["title"]),
        ({"自2023年1月1日起至2023年12月": "自2022年1月1日起至2022年12月"}, ["report-year"]),
        ({"2024年，我镇将": "2023年，我镇将"}, ["stale-year"]),
    ],
)
def test_one_fault_of_title_date_or_year_is_one_finding(
    verdict_of: VerdictOf, swaps: dict[str, str], rules: list[str]
) -> None:
    assert [finding.rule for finding in verdict_of(None, swaps).findings] == rules
