from collections.abc import Callable, Mapping

import pytest

from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import TITLE, RowRef, TableRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.must_be_zero import Options, run

Bind = Callable[..., BoundForm]

WHY = Message(zh="无权制定规章", en="may not make regulations")
OPTIONS = Options(TableRef("proactive"), RowRef.parse("regulations"), Regex.parse("镇"), why=WHY)


def outcomes(bound: Bind, changes: Mapping[str, str], options: Options = OPTIONS) -> list[object]:
    return list(run(bound(dict(changes)), options))


def test_figures_of_zero_are_right(bound: Bind) -> None:
    assert outcomes(bound, {}) == []


def test_the_finding_names_the_organ_the_reason_the_row_and_the_figures(bound: Bind) -> None:
    (problem,) = outcomes(bound, {"| 规章 | 0 | 0 | 0 |": "| 规章 | 0 | 0 | 3 |"})
    assert isinstance(problem, Problem)
    organ = "青石县云溪镇人民政府"
    assert problem.message.zh == f"{organ}无权制定规章，“规章”一行应填0，现填3"
    assert (problem.expected, problem.found, problem.related) == ("0", "3", ())
    assert problem.location.column == "现行有效件数"


def test_several_figures_are_one_problem_of_the_row_without_one_right_value(bound: Bind) -> None:
    (problem,) = outcomes(bound, {"| 规章 | 0 | 0 | 0 |": "| 规章 | 3 | 0 | 3 |"})
    assert isinstance(problem, Problem)
    assert problem.message.zh.endswith("“规章”一行应填0，现填3、3")
    assert (problem.expected, problem.found) == (None, "3、3")
    assert (problem.location.row, problem.location.column) == ("规章", None)
    assert [place.column for place in problem.related] == ["本年制发件数", "现行有效件数"]


@pytest.mark.parametrize(("organ", "unless"), [("县$", None), ("镇", Regex.parse("人民政府"))])
def test_other_organs_may_have_figures(bound: Bind, organ: str, unless: Regex | None) -> None:
    options = Options(OPTIONS.table, OPTIONS.row, Regex.parse(organ), unless)
    (outcome,) = outcomes(bound, {}, options)
    assert isinstance(outcome, NotApplicable)


def test_without_an_organ_in_title_and_signature_this_is_unchecked(bound: Bind) -> None:
    swaps = {"# 青石县云溪镇人民政府\n": "", "> 青石县云溪镇人民政府\n": ""}
    (outcome,) = outcomes(bound, swaps)
    assert isinstance(outcome, Unchecked)
    assert outcome.causes == (TITLE,)
