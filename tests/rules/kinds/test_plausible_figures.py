from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import msgspec
import pytest

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.reference import ColumnRef, FigureRef, TableRef
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.plausible_figures import Amount, Options, run, verify
from docxlint.rules.text_patterns import NumberPattern

Bind = Callable[..., BoundForm]
OPTIONS = Options(TableRef("proactive"), ColumnRef(None, "valid"), ColumnRef(None, "made"))
ROW = "| 行政规范性文件 | 2 | 1 | 5 |"


def test_a_smaller_figure_is_a_problem_at_its_cell(bound: Bind) -> None:
    assert list(run(bound(), OPTIONS)) == []
    assert list(run(bound({ROW: ROW.replace("5", "2")}), OPTIONS)) == []
    (problem,) = run(bound({ROW: ROW.replace("5", "1")}), OPTIONS)
    assert isinstance(problem, Problem)
    assert (problem.location.row, problem.location.column) == ("行政规范性文件", "现行有效件数")
    assert problem.expected is None


def test_a_missing_figure_is_unchecked(bound: Bind) -> None:
    (outcome,) = run(bound({ROW: ROW.replace("5", "无")}), OPTIONS)
    assert isinstance(outcome, Unchecked)
    assert len(outcome.causes) == 2


def test_a_column_is_not_compared_with_itself(bound: Bind) -> None:
    same = Options(TableRef("proactive"), ColumnRef(None, "made"), ColumnRef(None, "made"))
    (fault,) = verify(same, bound().form)
    assert fault.path == ("least",)
    assert list(verify(OPTIONS, bound().form)) == []


FEES = Amount((NumberPattern.parse("收费{n}(?:万)?元"),), FigureRef.parse("proactive.fees.charged"))
IN_TEN_THOUSANDS = msgspec.structs.replace(FEES, unit=Decimal(10_000))
SENTENCE = "全年组织业务培训3次"


def amounts(
    bound: Bind, words: str, figure: str, amount: Amount = IN_TEN_THOUSANDS
) -> list[Problem]:
    options = msgspec.structs.replace(OPTIONS, amounts=(amount,))
    row = {"| 行政事业性收费 | 1.26 |": f"| 行政事业性收费 | {figure} |", SENTENCE: words}
    return [each for each in run(bound(row), options) if isinstance(each, Problem)]


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("收费12600元", "1.26"),
        ("收费1.26万元", "1.26"),
        ("收费12612元", "1.26"),
        ("收费1.3万元", "1.26"),
        ("收费约2万元", "1.26"),
        ("收费比上年增加300元", "1.26"),
        ("2022年收费900元", "1.26"),
        ("收费12600元", "无"),
        ("收费0元", "0"),
    ],
)
def test_an_amount_in_another_unit_is_right(bound: Bind, words: str, figure: str) -> None:
    assert amounts(bound, words, figure) == []


def test_another_amount_is_a_problem_at_the_words(bound: Bind) -> None:
    (problem,) = amounts(bound, "收费126000元", "1.26")
    assert (problem.location.text, problem.expected) == ("收费126000元", None)
    assert problem.message.zh.endswith("填的是1.26，按表头的单位是12600元，请核对")
    assert [place.row for place in problem.related] == ["行政事业性收费"]


def test_a_figure_in_the_unit_of_the_text_is_a_problem_at_its_cell(bound: Bind) -> None:
    (problem,) = amounts(bound, "收费12600元", "12600")
    assert (problem.location.row, problem.expected) == ("行政事业性收费", "1.26")
    assert problem.message.zh.endswith("填的是12600，应按表头的单位填1.26")


def test_without_another_unit_the_amounts_are_compared_as_they_are(bound: Bind) -> None:
    assert amounts(bound, "收费5元", "5", FEES) == []
    assert len(amounts(bound, "收费5元", "6", FEES)) == 1
