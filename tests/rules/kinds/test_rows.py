from collections.abc import Callable

from docxlint.core.finding import Problem
from docxlint.core.reference import RowRef, TableRef
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.rows import Options, run

Bind = Callable[..., BoundForm]


def problems(document: BoundForm, options: Options) -> list[Problem]:
    return [outcome for outcome in run(document, options) if isinstance(outcome, Problem)]


def test_a_complete_table_passes(bound: Bind) -> None:
    assert problems(bound(), Options("present")) == []
    assert problems(bound(), Options("wording")) == []


def test_a_missing_row_is_the_subject_of_its_problem(bound: Bind) -> None:
    document = bound({"| 规章 | 0 | 0 | 0 |\n": ""})
    (problem,) = problems(document, Options("present"))
    assert problem.message.zh == "缺少“规章”这一行"
    assert problem.subjects == (RowRef("proactive", "regulations"),)


def test_another_label_is_compared_with_that_of_the_form(bound: Bind) -> None:
    document = bound({"| 行政规范性文件 |": "| 规范性文件 |"})
    (problem,) = problems(document, Options("wording"))
    assert problem.message.zh == "项目名称应为“行政规范性文件”，现为“规范性文件”"
    assert problem.fix is not None
    assert problem.fix.text == "行政规范性文件"
    assert problems(document, Options("wording", tables=(TableRef("requests"),))) == []


def test_rows_out_of_order_are_judged_by_their_labels(bound: Bind) -> None:
    one, two = "| 行政处罚 | 8 | < | < |", "| 行政强制 | 2 | < | < |"
    document = bound({f"{one}\n{two}": f"{two}\n{one}"})
    (problem,) = problems(document, Options("order"))
    assert (problem.location.row, problem.expected, problem.fix) == ("行政处罚", None, None)
    assert problems(document, Options("present")) == []
    assert problems(document, Options("wording")) == []
    figures = document.tables["proactive"].cells
    values = {cell.location.row: cell.figure.text for cell in figures.values()}
    assert (values["行政处罚"], values["行政强制"]) == ("8", "2")
    assert problems(bound(), Options("order")) == []


def test_the_only_row_of_a_block_in_another_place_has_the_title_of_its_block(bound: Bind) -> None:
    row, other = "| 行政许可 | 46 | < | < |\n", "| 行政事业性收费 | 1.26 | < | < |\n"
    document = bound({row: "", other: f"{other}{row}"})
    (problem,) = problems(document, Options("order"))
    assert problem.message.zh == "“行政许可”这一行的位置不对，应在“第二十条第（五）项”的下面"
