"""A blank figure has the value that its sums give, and 0 only where no sum contradicts it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from docxlint.rules.diagnosis.blanks import solve_blanks
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.engine import Verdict

Table = Callable[..., list[Equation]]
VerdictOf = Callable[..., Verdict]
GRANTED = "| （一）予以公开 | < | 4 | 1 | 1 | 0 | 1 | 1 | 8 |"


@pytest.mark.parametrize(
    ("rows", "solved"),
    [
        ([[1, None, 3], [4, 5, 9], [5, 7, 12]], {"/t/0/1": Decimal(2)}),
        ([[1, None, 1], [4, 5, 9], [5, 5, 10]], {"/t/0/1": Decimal(0)}),
        # The row gives 2, the column 3.
        ([[1, None, 3], [4, 5, 9], [5, 8, 12]], {"/t/0/1": None}),
        # No figure is below 0.
        ([[4, None, 3], [4, 5, 9], [5, 4, 12]], {"/t/0/1": None}),
        # Two blanks in every line give nothing.
        ([[None, None, 3], [None, None, 9], [5, 7, 12]], {}),
    ],
)
def test_a_blank_alone_in_an_equation_is_solved(
    rows: list[list[int | None]], solved: dict[str, Decimal | None], table: Table
) -> None:
    assert {path: value for (_, path), value in solve_blanks(table(rows)).items()} == solved


@pytest.mark.parametrize(
    ("changed", "expected", "message"),
    [
        (GRANTED.replace("| 4 |", "|  |"), "4", "没有填写；按勾稽关系应为4"),
        (GRANTED.replace("| 0 |", "|  |"), "0", "没有填写；没有发生的填“0”"),
        (GRANTED.replace("| 8 |", "|  |"), "8", "没有填写；按勾稽关系应为8"),
        # Its row and its column disagree.
        (GRANTED.replace("| 4 | 1 |", "|  | 2 |"), None, "没有填写；没有发生的填“0”"),
        # Of two blanks in a row each column gives its value; neither is 0.
        (
            GRANTED.replace("| 4 | 1 |", "|  |  |"),
            None,
            "没有填写：自然人、商业企业；没有发生的填“0”",
        ),
    ],
)
def test_a_blank_is_advised_to_be_what_the_sums_give(
    changed: str, expected: str | None, message: str, verdict_of: VerdictOf
) -> None:
    verdict = verdict_of(None, {GRANTED: changed})
    (finding,) = (f for f in verdict.findings if f.rule == "cell-blank")
    assert (finding.expected, finding.message.zh) == (expected, message)


@pytest.mark.parametrize(
    ("text", "expected", "message"),
    [
        ("行政强制2件", "2", "没有填写；正文写的是2，请核对"),
        ("行政强制0件", "0", "没有填写；没有发生的填“0”"),
        ("没有其他处理", "0", "没有填写；没有发生的填“0”"),
    ],
)
def test_a_blank_that_no_sum_has_gets_the_value_in_the_text(
    text: str, expected: str, message: str, verdict_of: VerdictOf
) -> None:
    swaps = {"| 行政强制 | 2 |": "| 行政强制 |  |", "行政强制2件": text}
    (finding,) = (f for f in verdict_of(None, swaps).findings if f.rule == "cell-blank")
    assert (finding.expected, finding.message.zh) == (expected, message)


def test_a_blank_that_the_text_states_in_two_ways_stays_0(verdict_of: VerdictOf) -> None:
    swaps = {"| 行政强制 | 2 |": "| 行政强制 |  |", "、行政强制2件": "、行政强制2件。行政强制3件"}
    (finding,) = (f for f in verdict_of(None, swaps).findings if f.rule == "cell-blank")
    assert finding.expected == "0"


def test_blanks_that_the_text_states_have_no_common_value(verdict_of: VerdictOf) -> None:
    swaps = {"| 2 | 1 | 0 | 1 | 4 | 1 |": "|  | 1 | 0 | 1 |  | 1 |"}
    (finding,) = (f for f in verdict_of(None, swaps).findings if f.rule == "cell-blank")
    assert finding.expected is None
