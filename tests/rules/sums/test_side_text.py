from collections.abc import Callable
from decimal import Decimal

import pytest

from docxlint.core.message import Message
from docxlint.core.reference import TableRef
from docxlint.form.bound import BoundForm
from docxlint.rules.sums.evaluate import Formulas, SideValue, Summand, evaluate
from docxlint.rules.sums.formula import Formula
from docxlint.rules.sums.side_text import sides_text, sum_text

Bind = Callable[..., BoundForm]


def sides(bound: BoundForm, text: str) -> tuple[SideValue, SideValue]:
    formula = Formula.parse(text)
    options = Formulas(formula)
    return evaluate(bound, options, formula, None)


@pytest.mark.parametrize(
    ("formula", "texts"),
    [
        ("requests.new.people = 3 + 2", ["15", "3 + 2"]),
        ("2 * requests.new.people - requests.new.firms = 1", ["2 × 15 − 4", "1"]),
        ("sum(requests.new.people, requests.denied_1.people) = 0", ["15", "0"]),
    ],
)
def test_a_sum_in_numbers_leaves_out_zeros_within_a_sum(
    bound: Bind, formula: str, texts: list[str]
) -> None:
    assert [sum_text(side).en for side in sides(bound(), formula)] == texts


def test_a_figure_of_last_year_is_named_as_such() -> None:
    side = SideValue((Summand(Decimal(-1), Decimal(5), last_year=True),))
    assert sum_text(side) == Message("−上年5", "−last year's 5")


def test_figures_are_named_by_the_numbers_of_their_rows(bound: Bind) -> None:
    document = bound()
    formula = Formula.parse("new + carried_in = handled - carried_out")
    options = Formulas(formula, TableRef("requests"), "column")
    left, right = evaluate(document, options, formula, "people")
    assert [text.zh for text in sides_text(document, "column", left, right)] == [
        "第一项加第二项为17",
        "第三项减第四项为15",
    ]
    assert sides_text(document, "column", left, right)[0].en == "item 1 plus item 2 is 17"


@pytest.mark.parametrize(
    ("formula", "texts"),
    [
        ("requests.new.people = 3", ["15", "3"]),
        ("2 * requests.new.people = 3", ["2 × 15 = 30", "3"]),
    ],
)
def test_a_side_with_numbers_or_factors_is_written_in_numbers(
    bound: Bind, formula: str, texts: list[str]
) -> None:
    document = bound()
    both = sides_text(document, None, *sides(document, formula))
    assert all(text in side.zh for text, side in zip(texts, both, strict=True))
