from collections.abc import Callable
from typing import Any

import pytest

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.reference import SectionRef
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.sections import Options, run

Bind = Callable[..., BoundForm]
FIRST, SECOND, THIRD = "## 一、总体情况", "## 二、存在的主要问题", "## 三、其他需要报告的事项"


def problems(bound: BoundForm, require: Any) -> list[Problem]:
    return [o for o in run(bound, Options(require)) if isinstance(o, Problem)]


@pytest.mark.parametrize(
    ("require", "lines", "messages"),
    [
        ("present", (FIRST, "甲", SECOND, "乙"), ["缺少“三、其他需要报告的事项”这一部分"]),
        ("present", (FIRST, "甲", SECOND, "乙", THIRD, "丙"), []),
        (
            "order",
            (SECOND, "乙", FIRST, "甲", THIRD, "丙"),
            ["“二、存在的主要问题”的位置不对，应在“一、总体情况”之后"],
        ),
        (
            "wording",
            ("## 总体情况", "甲", SECOND, "乙"),
            ["标题应为“一、总体情况”，现为“总体情况”"],
        ),
        ("content", (FIRST, SECOND, "乙"), ["“一、总体情况”下面没有内容；没有需要报告的也要写明"]),
        ("content", (FIRST, "甲", SECOND, "乙"), []),
    ],
)
def test_each_requirement_has_its_message(
    prose: Bind, require: str, lines: tuple[str, ...], messages: list[str]
) -> None:
    assert [p.message.zh for p in problems(prose(*lines), require)] == messages


def test_a_section_that_the_form_does_not_have_is_reported(prose: Bind) -> None:
    (problem,) = problems(prose(FIRST, "甲", "## 四、下一步打算", "丁"), "only")
    assert problem.message.zh == "规定格式中没有“四、下一步打算”这一部分"


def test_a_missing_section_is_the_subject_of_its_problem(prose: Bind) -> None:
    first, second = problems(prose(FIRST, "甲"), "present")
    assert first.subjects == (SectionRef("problems"),)
    assert second.expected == "三、其他需要报告的事项"


def test_without_any_heading_the_order_is_unchecked(prose: Bind) -> None:
    (outcome,) = run(prose("正文"), Options("order"))
    assert isinstance(outcome, Unchecked)
    assert len(outcome.causes) == 3
    assert not isinstance(outcome, NotApplicable)
