from __future__ import annotations

from collections.abc import Callable

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.reference import ColumnRef, TableRef
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.at_least import Options, run, verify

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
