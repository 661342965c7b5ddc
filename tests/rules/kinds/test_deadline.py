from collections.abc import Callable

import pytest

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.reference import SIGNATURE_ORGAN, TITLE
from docxlint.core.regex import InvalidOption, Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.engine import Verdict
from docxlint.rules.kinds.deadline import KIND, MonthDay, Options, Window
from docxlint.rules.rule import Pack

Bind = Callable[..., BoundForm]
VerdictOf = Callable[..., Verdict]
JANUARY = (MonthDay(1, 1), MonthDay(1, 31))


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
def test_the_period_depends_on_the_organ(
    verdict_of_lines: VerdictOf, organ: str, date: str, late: bool
) -> None:
    title = [f"{organ}2023年政府信息公开工作年度报告"]
    verdict = verdict_of_lines("date-deadline", title=title, end=[organ, date])
    assert verdict.unchecked == ()
    assert [finding.found for finding in verdict.findings] == ([date] if late else [])


def test_an_office_may_sign_for_the_government_in_the_title(verdict_of_lines: VerdictOf) -> None:
    title = ["陵川县2023年政府信息公开工作年度报告"]
    end = ["陵川县人民政府办公室", "2024年3月1日"]
    assert verdict_of_lines("date-deadline", title=title, end=end).findings == ()


def test_without_a_date_in_the_signature_the_deadline_is_unchecked(
    verdict_of_lines: VerdictOf,
) -> None:
    for end in ([], ["古郊乡人民政府"], ["古郊乡人民政府", "2024年2月30日"]):
        verdict = verdict_of_lines("date-deadline", end=end)
        assert verdict.findings == ()
        assert [u.reason.zh for u in verdict.unchecked] == [
            "落款没有完整、有效的成文日期，无法核对期限"
        ]


def test_a_date_outside_the_period_is_a_problem_with_both_ends_of_it(bound: Bind) -> None:
    swaps = {"2024年1月18日": "2024年2月1日"}
    (outcome,) = KIND.run(bound(swaps), Options((Window(*JANUARY),)))
    assert isinstance(outcome, Problem)
    assert outcome.message.zh == (
        "成文日期“2024年2月1日”不在规定时间内：2023年度的报告应在2024年1月1日至2024年1月31日之间成文"
    )
    assert (outcome.found, outcome.expected) == ("2024年2月1日", None)
    assert outcome.location.text == "2024年2月1日"


@pytest.mark.parametrize(("years", "late"), [(0, True), (1, False), (2, True)])
def test_the_period_is_some_years_after_the_report_year(
    bound: Bind, years: int, late: bool
) -> None:
    outcomes = list(KIND.run(bound(), Options((Window(*JANUARY, years=years),))))
    assert bool(outcomes) is late


def test_the_first_period_for_the_organ_counts(bound: Bind) -> None:
    march = Window(MonthDay(3, 1), MonthDay(3, 31), organ=Regex.parse("镇人民政府$"))
    assert len(list(KIND.run(bound(), Options((march, Window(*JANUARY)))))) == 1
    assert list(KIND.run(bound(), Options((Window(*JANUARY), march)))) == []


def test_an_organ_without_a_period_is_unchecked(bound: Bind) -> None:
    (outcome,) = KIND.run(bound(), Options((Window(*JANUARY, organ=Regex.parse("^没有$")),)))
    assert isinstance(outcome, Unchecked)
    assert outcome.reason.zh.startswith("没有为“")
    assert outcome.causes == (SIGNATURE_ORGAN,)


def test_without_the_report_year_the_deadline_is_unchecked(bound: Bind) -> None:
    swaps = {
        "# 2023年政府信息公开工作年度报告": "# 政府信息公开工作年度报告",
        "自2023年1月1日起至2023年12月31日止": "自2022年1月1日起至2022年12月31日止",
    }
    (outcome,) = KIND.run(bound(swaps), Options((Window(*JANUARY),)))
    assert isinstance(outcome, Unchecked)
    assert (outcome.reason.zh, outcome.causes) == ("不知道报告年度", (TITLE,))


def test_a_month_and_day_is_written_as_it_is_read() -> None:
    assert str(MonthDay.parse("01-31")) == "01-31"
    assert MonthDay.parse("12-01").of(2024).isoformat() == "2024-12-01"


@pytest.mark.parametrize("text", ["1-31", "02-30", "02-29", "13-01", "1月31日", ""])
def test_a_day_that_is_not_in_every_year_is_invalid(text: str) -> None:
    with pytest.raises(InvalidOption):
        MonthDay.parse(text)


def test_missing_reversed_and_unused_periods_are_option_faults(national: Pack) -> None:
    first, last = MonthDay.parse("01-01"), MonthDay.parse("01-31")
    any_organ = Window(first, last)
    some = Window(first, last, organ=Regex.parse("县$"))
    assert list(KIND.verify(Options((some, any_organ)), national.form)) == []
    faults = {
        "none": Options(()),
        "turned": Options((Window(last, first),)),
        "unreached": Options((any_organ, some)),
    }
    paths = {k: [f.path for f in KIND.verify(v, national.form)] for k, v in faults.items()}
    assert paths == {
        "none": [("windows",)],
        "turned": [("windows", 0, "until")],
        "unreached": [("windows", 1)],
    }
