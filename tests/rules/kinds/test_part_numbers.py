from collections.abc import Callable

from docxlint.core.finding import Problem
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.numbering import KIND, Options


def test_parts_of_a_section_must_be_in_order(prose: Callable[..., BoundForm]) -> None:
    lines = ("## 一、总体情况", "第一部分 甲事", "一、小事", "略", "第三部分：乙事", "略")
    found = list(KIND.run(prose(*lines), Options()))
    assert [each.message.zh for each in found if isinstance(each, Problem)] == [
        "序号不连续：“第一部分”后应为“第二部分”，现为“第三部分：”"
    ]


def test_parts_in_order_are_right(prose: Callable[..., BoundForm]) -> None:
    lines = (
        "## 一、总体情况",
        "第一部分 甲事",
        "一、小事",
        "略",
        "第二部分 乙事",
        "一、小事",
        "略",
    )
    assert list(KIND.run(prose(*lines), Options())) == []
