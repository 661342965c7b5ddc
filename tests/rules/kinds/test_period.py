from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.finding import NotApplicable, Problem
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.period import Options, run

Bind = Callable[..., BoundForm]
OPTIONS = Options(Regex.parse("统计|期限"), Regex.parse("相比"))
PERIOD = "报告所列数据的统计期限自2023年1月1日起至2023年12月31日止"


@pytest.mark.parametrize(
    "period",
    [
        PERIOD,
        "统计期限为2023年1月1日至12月31日",
        "统计期限为2023年1月1日—2023年12月31日",
        "统计数据与2022年2月1日至2022年3月31日相比有所增长。统计期限自2023年1月1日至2023年12月31日",
    ],
)
def test_a_whole_year_is_right(bound: Bind, period: str) -> None:
    assert list(run(bound({PERIOD: period}), OPTIONS)) == []


@pytest.mark.parametrize(
    ("period", "found", "expected"),
    [
        ("统计期限自2023年1月1日起至2023年11月30日止", "2023年11月30日", "2023年12月31日"),
        ("统计期限自2023年2月1日起至2023年12月31日止", "2023年2月1日", "2023年1月1日"),
        ("统计期限为2023年1月1日至12月30日", "12月30日", "2023年12月31日"),
    ],
)
def test_another_day_is_a_problem_with_the_right_one(
    bound: Bind, period: str, found: str, expected: str
) -> None:
    (problem,) = run(bound({PERIOD: period}), OPTIONS)
    assert isinstance(problem, Problem)
    assert (problem.found, problem.expected) == (found, expected)
    assert problem.location.text == found


def test_a_report_without_a_period_is_not_judged(bound: Bind) -> None:
    (outcome,) = run(bound({PERIOD: "数据截至年底"}), OPTIONS)
    assert isinstance(outcome, NotApplicable)
