from collections.abc import Callable

import pytest

from docxlint.core.finding import Problem
from docxlint.core.reference import FigureRef, TableRef
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.cells import Options, run

Bind = Callable[..., BoundForm]
ROW = "| 15 | 4 | 2 | 1 | 2 | 1 | 25 |"


def problems(bound: Bind, row: str, options: Options) -> list[Problem]:
    return [o for o in run(bound({ROW: row}), options) if isinstance(o, Problem)]


@pytest.mark.parametrize(
    ("require", "row", "message"),
    [
        ("filled", "|  | 4 | 2 | 1 | 2 | 1 | 25 |", "没有填写；没有发生的填“0”"),
        ("filled", "|  |  | 2 | 1 | 2 | 1 | 25 |", "没有填写：自然人、商业企业；没有发生的填“0”"),
        ("filled", "|  |  |  |  |  |  |  |", "整行没有填写；没有发生的填“0”"),
        ("number", "| 无 | 4 | 2 | 1 | 2 | 1 | 25 |", "“无”不是数字；没有发生的填“0”"),
        ("number", "| 15件 | 4 | 2 | 1 | 2 | 1 | 25 |", "“15件”应填“15”"),
        ("number", "| 1.5 | 4 | 2 | 1 | 2 | 1 | 25 |", "“1.5”应为整数"),
        ("number", ROW, None),
    ],
)
def test_each_requirement_has_its_message(
    bound: Bind, require: str, row: str, message: str | None
) -> None:
    options = Options(require)  # type: ignore[arg-type]
    assert [p.message.zh for p in problems(bound, row, options)] == (
        [] if message is None else [message]
    )


def test_a_blank_cell_is_the_subject_of_its_problem(bound: Bind) -> None:
    (problem,) = problems(bound, "|  | 4 | 2 | 1 | 2 | 1 | 25 |", Options("filled"))
    assert problem.subjects == (FigureRef("requests", "new", "people"),)
    assert (problem.expected, problem.found) == ("0", "")


def test_only_the_selected_tables_are_checked(bound: Bind) -> None:
    row = "|  | 4 | 2 | 1 | 2 | 1 | 25 |"
    assert problems(bound, row, Options("filled", tables=(TableRef("review"),))) == []
    assert len(problems(bound, row, Options("filled", tables=(TableRef("requests"),)))) == 1
