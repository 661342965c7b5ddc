"""The equations of the rules of a pack, and the diagnosis of wrong figures from them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from docxlint.author import markdown_parser
from docxlint.core.finding import Problem
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.packs import document, load, shipped
from docxlint.rules.diagnosis.diagnose import DiagnosedEquations, diagnose
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.rule import Kind, Pack
from docxlint.word import read
from docxlint.word.make import write_document

Bind = Callable[..., BoundForm]

GRANTED = "| 三、本年度办理结果 | （一）予以公开 | < | 4 | 1 | 1 | 0 | 1 | 1 | 8 |"


def equations_of_rules(pack: Pack, bound: BoundForm) -> list[Equation]:
    return [
        msgspec.structs.replace(equation, rule=rule.name)
        for rule in pack.rules
        if rule.kind.equations is not None
        for equation in rule.kind.equations(bound, rule.options)
    ]


def test_the_national_form_has_forty_two_equations(national: Pack, bound: Bind) -> None:
    equations = equations_of_rules(national, bound())
    assert len(equations) == 7 + 7 + 25 + 3
    handled = next(e for e in equations if e.stated == "requests.handled.people")
    assert len(handled.addends) == 22
    assert {one.factor for one in handled.addends} == {Decimal(1), Decimal(-1)}
    assert diagnose(equations) == ()


def test_an_entry_has_the_position_of_its_figure(national: Pack, bound: Bind) -> None:
    entries = {
        a.entry.name: a.entry for e in equations_of_rules(national, bound()) for a in e.addends
    }
    people, firms = entries["requests.granted.people"], entries["requests.granted.firms"]
    assert (people.text, people.value, people.places) == ("4", Decimal(4), 0)
    assert (people.row, people.column, firms.row, firms.column) == (2, 0, 2, 1)
    assert people.grid == firms.grid != entries["review.cases.review_total"].grid
    assert (people.location.row, people.location.column) == ("（一）予以公开", "自然人")


SWAPS = [
    {GRANTED: GRANTED.replace("| 4 |", "| 7 |")},
    {"| 15 | 4 | 2 | 1 | 2 | 1 | 25 |": "| 15 | 4 | 2 | 1 | 2 | 1 | 52 |"},
    {"| （七）总计 | < | 16 |": "| （七）总计 | < | 61 |"},
    {"| 2 | 1 | 0 | 1 | 4 |": "| 2 | 1 | 0 | 1 | 3 |"},
]


@pytest.mark.parametrize("swaps", SWAPS)
def test_an_equation_has_the_location_of_its_finding(
    swaps: dict[str, str], national: Pack, bound: Bind
) -> None:
    wrong = bound(swaps)
    problems = {
        (rule.name, outcome.location)
        for rule in national.rules
        if rule.kind.equations is not None
        for outcome in rule.kind.run(wrong, rule.options)
        if isinstance(outcome, Problem)
    }
    diagnoses = diagnose(equations_of_rules(national, wrong))
    assert {(e.rule, e.location) for one in diagnoses for e in one.explains} == problems


def single(diagnoses: tuple[DiagnosedEquations, ...]) -> DiagnosedEquations:
    (one,) = diagnoses
    return one


def test_a_wrong_figure_is_named_in_the_words_of_the_form(national: Pack, bound: Bind) -> None:
    one = single(diagnose(equations_of_rules(national, bound(SWAPS[0]))))
    assert one.message.zh == (
        "“（一）予以公开”行“自然人”列填的是7，应为4；改这一处，两处勾稽关系都能对上"
    )
    assert [e.rule for e in one.explains] == ["column-total", "row-total"]
    assert one.changes[0].entry.location.path.endswith("/w:tc[3]")


@pytest.mark.parametrize(
    ("figures", "start"),
    [("| 4 | 4 | 1 | 1 | 0 | 1 | 1 |", "商业企业"), ("| 1 | 1 | 0 | 1 | 1 | 8 |  |", "自然人")],
)
def test_a_row_pasted_one_cell_off_is_one_diagnosis(
    figures: str, start: str, national: Pack, bound: Bind
) -> None:
    wrong = bound({GRANTED: GRANTED.replace("| 4 | 1 | 1 | 0 | 1 | 1 | 8 |", figures)})
    one = single(diagnose(equations_of_rules(national, wrong)))
    assert one.kind == "shifted"
    assert one.message.zh.startswith(f"“（一）予以公开”一行从“{start}”起整体")
    assert "应为4、1、1、0、1、1、8" in one.message.zh


def test_a_missing_table_has_no_equations(national: Pack, bound: Bind) -> None:
    complete = bound()
    without = msgspec.structs.replace(complete, tables={"review": complete.tables["review"]})
    assert len(equations_of_rules(national, without)) == 3


def test_equations_across_tables_find_the_figure_that_they_share(
    kinds: dict[str, Kind[Any]],
) -> None:
    accounts = load(shipped() / "final-accounts", kinds)
    text = document(accounts)
    good = bind(read.read(write_document.docx_bytes(markdown_parser.parse(text))), accounts.form)
    assert diagnose(equations_of_rules(accounts, good)) == ()
    assert "| 本年收入合计 | 2,250.35" in text
    text = text.replace("| 本年收入合计 | 2,250.35", "| 本年收入合计 | 2,205.35")
    wrong = bind(read.read(write_document.docx_bytes(markdown_parser.parse(text))), accounts.form)
    one = single(diagnose(equations_of_rules(accounts, wrong)))
    assert [(c.entry.name, c.expected, c.slip) for c in one.changes] == [
        ("appropriation.current.received", "2250.35", "transposed")
    ]
    assert one.certain
    assert len({e.rule for e in one.explains}) > 1
