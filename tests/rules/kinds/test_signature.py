from collections.abc import Callable

import pytest

from docxlint.rules.engine import Verdict

Say = Callable[..., Verdict]


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
def test_a_signature_is_recognised(of_lines: Say, end: list[str]) -> None:
    verdict = of_lines("signature-missing", end=end)
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
def test_what_a_signature_lacks_is_one_finding(of_lines: Say, end: list[str], message: str) -> None:
    assert [f.message.zh for f in of_lines("signature-missing", end=end).findings] == [message]


def test_a_date_before_the_last_section_does_not_sign(of_lines: Say) -> None:
    front = ["古郊乡人民政府", "2024年1月15日"]
    (finding,) = of_lines("signature-missing", front=front, end=[]).findings
    assert finding.location.section == "六、其他需要报告的事项"


@pytest.mark.parametrize(
    ("organ", "date", "late"),
    [
        ("古郊乡人民政府", "2024年1月1日", False),
        ("古郊乡人民政府", "2024年1月31日", False),
        ("古郊乡人民政府", "2024-01-31", False),
        ("古郊乡人民政府", "2024年2月1日", True),
        ("古郊乡人民政府", "2023年12月31日", True),
        ("古郊乡人民政府", "2023年1月15日", True),
        ("古郊镇人民政府", "2024年3月1日", True),
        ("陵川县教育局", "2024年3月1日", True),
        ("陵川县人民政府办公室", "2024年3月1日", True),
        ("陵川县城关街道办事处", "2024年3月1日", True),
        ("陵川县人民政府", "2024年3月31日", False),
        ("陵川县人民政府", "2024年4月1日", True),
        ("晋城市人民政府", "2024年3月1日", False),
        ("晋城市城区人民政府", "2024年3月1日", False),
        ("山西省人民政府", "2024年3月1日", False),
        ("宁夏回族自治区人民政府", "2024年3月1日", False),
        ("阿鲁科尔沁旗人民政府", "2024年3月1日", False),
    ],
)
def test_the_window_depends_on_the_organ(of_lines: Say, organ: str, date: str, late: bool) -> None:
    title = [f"{organ}2023年政府信息公开工作年度报告"]
    verdict = of_lines("date-deadline", title=title, end=[organ, date])
    assert verdict.unchecked == ()
    assert [finding.found for finding in verdict.findings] == ([date] if late else [])


def test_the_office_signs_for_the_government_that_the_title_names(of_lines: Say) -> None:
    title = ["陵川县2023年政府信息公开工作年度报告"]
    end = ["陵川县人民政府办公室", "2024年3月1日"]
    assert of_lines("date-deadline", title=title, end=end).findings == ()


def test_without_a_closing_date_nothing_is_judged_of_it(of_lines: Say) -> None:
    for end in ([], ["古郊乡人民政府"], ["古郊乡人民政府", "2024年2月30日"]):
        verdict = of_lines("date-deadline", end=end)
        assert verdict.findings == ()
        assert [u.reason.zh for u in verdict.unchecked] == [
            "落款没有完整、有效的成文日期，无法核对期限"
        ]


def test_an_impossible_closing_date_is_one_finding_of_all_rules(said: Say) -> None:
    verdict = said(None, {"2024年1月18日": "2024年2月30日"})
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
    said: Say, swaps: dict[str, str], rules: list[str]
) -> None:
    assert [finding.rule for finding in said(None, swaps).findings] == rules
