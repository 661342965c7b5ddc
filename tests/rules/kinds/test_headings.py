from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.finding import Problem, Unchecked
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.headings import Options, run

Prose = Callable[..., BoundForm]

BODY = "全年主动公开政府信息312条。"

WRONG = [
    (["### （一）主动公开。", BODY], "标题末尾不应加“。”"),
    (["（一）主动公开。", BODY, "（二）依申请公开", BODY], "标题末尾不应加“。”"),
    (["（一）主动公开", BODY, "（二）平台，渠道；", BODY], "标题末尾不应加“；”"),
    (["（一）主动公开", "1.网站。", BODY, "2.专栏", BODY], "标题末尾不应加“。”"),
    (["### {（一）}主动公开.", BODY], "标题末尾不应加“.”"),
    (["### 主动公开方面：", BODY], "标题末尾不应加“：”"),
]

RIGHT = [
    ["（一）主动公开", BODY, "（二）依申请公开", BODY],
    ["（一）主动公开。全年主动公开政府信息312条。", "（二）依申请公开。没有收到申请。"],
    ["（一）加强领导。", "（二）完善制度。", "（三）严格检查。", BODY],
    ["主要问题：", "1.更新不及时。", BODY],
    ["（一）主要问题如下：", "1.更新慢；", "2.形式少。", "（二）改进情况", BODY],
    ["没有收到申请。", BODY],
    ["（一）甲。", "（二）乙。"],
    ["### （一）主动公开。全年公开312条，依申请公开0条，没有差错。", BODY],
]


@pytest.mark.parametrize(("lines", "message"), WRONG)
def test_a_mark_at_the_end_of_a_heading_is_found(
    prose: Prose, lines: list[str], message: str
) -> None:
    (outcome,) = run(prose("## 一、总体情况", *lines), Options())
    assert isinstance(outcome, Problem)
    assert outcome.message.zh == message
    assert outcome.fix is not None
    assert outcome.fix.text == ""


@pytest.mark.parametrize("lines", RIGHT)
def test_run_in_headings_and_lists_may_end_in_marks(prose: Prose, lines: list[str]) -> None:
    assert list(run(prose("## 一、总体情况", *lines), Options())) == []


def test_the_mark_after_a_section_heading_is_located_and_removed(prose: Prose) -> None:
    (outcome,) = run(prose("## 一、总体情况", BODY, "## 三、其他需要报告的事项。 "), Options())
    assert isinstance(outcome, Problem)
    assert outcome.location.paragraph == 4
    assert (outcome.location.start, outcome.location.end) == (11, 12)
    assert outcome.location.section == "三、其他需要报告的事项"


def test_a_document_without_sections_is_unchecked(prose: Prose) -> None:
    (outcome,) = run(prose(BODY), Options())
    assert isinstance(outcome, Unchecked)
