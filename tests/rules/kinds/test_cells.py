from collections.abc import Callable

import msgspec
import pytest

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.reference import ColumnRef, FigureRef, TableRef
from docxlint.form.bound import BoundForm
from docxlint.rules.kinds.cells import Options, run
from docxlint.text.values import Figure

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
        ("number", "| 015 | 4 | 2 | 1 | 2 | 1 | 25 |", "“015”应填“15”"),
        ("number", "| 15.0 | 4 | 2 | 1 | 2 | 1 | 25 |", "“15.0”应填“15”"),
        ("number", "| 15 | 4 | 2 | 1 | 2 | 00 | 25 |", "“00”应填“0”"),
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


@pytest.mark.parametrize(
    ("row", "messages"),
    [
        ("| — | — | — | — | 2 | 1 | 25 |", ["有4处填的是“—”，不是数字；没有发生的填“0”"]),
        ("| / | 4 | / | 1 | / | 1 | 25 |", ["有3处填的是“/”，不是数字；没有发生的填“0”"]),
        ("| — | — | 2 | 1 | 2 | 1 | 25 |", ["“—”不是数字；没有发生的填“0”"] * 2),
        (
            "| — | 无 | — | 无 | — | 1 | 25 |",
            ["“无”不是数字；没有发生的填“0”"] * 2 + ["有3处填的是“—”，不是数字；没有发生的填“0”"],
        ),
    ],
)
def test_a_dash_for_every_zero_is_one_problem(bound: Bind, row: str, messages: list[str]) -> None:
    found = problems(bound, row, Options("number"))
    assert sorted(problem.message.zh for problem in found) == sorted(messages)
    dashes = next(problem for problem in found if problem.found == row[2])
    places = (dashes.location, *dashes.related)
    if len(places) > 1:
        assert len(dashes.subjects) == len(places) == row.count(row[2])
        assert dashes.location.column == "自然人"


def test_dashes_of_several_rows_are_one_problem_for_each_table(bound: Bind) -> None:
    zeros = {
        "仍不明确 | 1 | 0 | 0 | 0 | 0 | 0 |": "仍不明确 | 1 | — | — | — | — | — |",
        "重复申请 | 1 | 0 | 0 | 0 | 0 | 0 |": "重复申请 | 1 | — | — | — | — | — |",
        "| 规章 | 0 | 0 | 0 |": "| 规章 | — | — | — |",
    }
    found = [o for o in run(bound(zeros), Options("number")) if isinstance(o, Problem)]
    assert [(problem.location.table, len(problem.related)) for problem in found] == [
        ("proactive", 2),
        ("requests", 9),
    ]


def test_a_blank_cell_is_the_subject_of_its_problem(bound: Bind) -> None:
    (problem,) = problems(bound, "|  | 4 | 2 | 1 | 2 | 1 | 25 |", Options("filled"))
    assert problem.subjects == (FigureRef("requests", "new", "people"),)
    assert (problem.expected, problem.found) == ("0", "")


@pytest.mark.parametrize(("text", "messages"), [("15件", []), ("１5件", ["“１5件”应填“15”"])])
def test_a_column_whose_header_names_no_unit_may_have_one(
    text: str, messages: list[str], bound: Bind
) -> None:
    options = Options("number", units=(ColumnRef("requests", "people"),))
    row = ROW.replace("15", text, 1)
    assert [problem.message.zh for problem in problems(bound, row, options)] == messages
    assert len(problems(bound, row.replace("| 4 |", "| 4件 |"), options)) == len(messages) + 1


def test_only_the_selected_tables_are_checked(bound: Bind) -> None:
    row = "|  | 4 | 2 | 1 | 2 | 1 | 25 |"
    assert problems(bound, row, Options("filled", tables=(TableRef("review"),))) == []
    assert len(problems(bound, row, Options("filled", tables=(TableRef("requests"),)))) == 1


@pytest.mark.parametrize(
    ("row", "labels", "names"),
    [
        ("| 15 | < | 2 | 1 | 2 | 1 | 25 |", "“自然人”、“商业企业”", ["people", "firms"]),
        ("| 15 | 4 | 2 | 1 | 2 | 26 | < |", "“其他”、“总计”", ["others", "total"]),
        ("|  | < | < | 1 | 2 | 1 | 25 |", "“自然人”、“商业企业”、“科研机构”", None),
    ],
)
def test_a_cell_over_several_columns_is_one_problem_and_not_blank(
    bound: Bind, row: str, labels: str, names: list[str] | None
) -> None:
    (problem,) = problems(bound, row, Options("number"))
    assert problem.message.zh == f"一个单元格占了{labels}的位置，应拆分后分别填写"
    assert (problem.expected, problem.fix) == (None, None)
    if names is not None:
        assert problem.subjects == tuple(FigureRef("requests", "new", name) for name in names)
    assert problems(bound, row, Options("filled")) == []


def test_a_cell_over_two_rows_is_one_problem(bound: Bind) -> None:
    below = "数量 | < | < | 2 | 1 | 0 | 0 | 0 | 0 | 3 |"
    document = bound({below: below.replace("| 2 |", "| ^ |")})
    (problem,) = [o for o in run(document, Options("number")) if isinstance(o, Problem)]
    assert "“一、本年新收政府信息公开申请数量”、“二、上年结转" in problem.message.zh


def test_what_is_no_text_is_unchecked_and_not_blank(bound: Bind) -> None:
    document = bound()
    table = document.tables["requests"]
    (block,) = table.blocks
    row = block.rows["new"]
    first = row.figures[0]
    assert first is not None
    drawn = msgspec.structs.replace(first, figure=Figure("", None, plain=False, unread=True))
    row = msgspec.structs.replace(row, figures=(drawn, *row.figures[1:]))
    block = msgspec.structs.replace(block, rows={**block.rows, "new": row})
    table = msgspec.structs.replace(table, blocks=(block,))
    document = msgspec.structs.replace(document, tables={"requests": table})
    options = Options("number", tables=(TableRef("requests"),))
    (outcome,) = run(document, options)
    assert isinstance(outcome, Unchecked)
    assert outcome.causes == (first.ref,)
    assert list(run(document, Options("filled", tables=(TableRef("requests"),)))) == []
