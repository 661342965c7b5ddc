from collections.abc import Callable

from docxlint.core.finding import Problem
from docxlint.core.reference import TableRef
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.header import Options, run

Bind = Callable[..., BoundForm]
OTHER = {"本年制发件数": "本年制作件数"}


def test_the_headers_of_the_form_pass(bound: Bind) -> None:
    assert list(run(bound(), Options())) == []


def test_another_header_is_compared_with_that_of_the_form(bound: Bind) -> None:
    (problem,) = run(bound(OTHER), Options())
    assert isinstance(problem, Problem)
    assert problem.message.zh == "表头应为“本年制发件数”，现为“本年制作件数”"
    assert problem.fix is not None
    assert problem.fix.text == "本年制发件数"


def test_only_the_selected_tables_are_checked(bound: Bind) -> None:
    assert list(run(bound(OTHER), Options(tables=(TableRef("requests"),)))) == []


def test_the_path_of_a_column_is_no_right_value(bound: Bind) -> None:
    swaps = {
        "| 自然人 | 法人或其他组织 | < | < | < | < | 总计 |": "| 自然人 | 法人或其他组织 | < | < | < |"
        " 其他 | 总计 |",
        "| 法律服务机构 | 其他 | ^ |": "| 法律服务机构 | ^ | ^ |",
    }
    (problem,) = run(bound(swaps), Options())
    assert isinstance(problem, Problem)
    assert "法人或其他组织 › 其他" in problem.message.zh
    assert (problem.expected, problem.fix) == (None, None)
