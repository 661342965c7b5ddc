from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from docxlint.core.reference import TableRef
from docxlint.form.bound import BoundForm
from docxlint.rules.engine import Verdict
from docxlint.rules.sums.evaluate import Formulas, evaluate, lines_in
from docxlint.rules.sums.formula import Formula

VerdictOf = Callable[..., Verdict]
Bind = Callable[..., BoundForm]

DIVIDED = (
    "| ^ | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    " | 0 | 1 | 0 | 0 | 0 | 0 | 1 |\n",
    "| ^ | ^ | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
    "| ^ | ^ | 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
)


def undivided(figures: str) -> dict[str, str]:
    """The swaps that put one row, as in the form of 2019, in the place of the three."""
    first, *others = DIVIDED
    return {first: f"| ^ | （六）其他处理 | < | {figures} |\n"} | dict.fromkeys(others, "")


def messages(verdict: Verdict, rule: str) -> list[str]:
    return [finding.message.zh for finding in verdict.findings if finding.rule == rule]


def test_an_undivided_row_counts_once_for_all_its_rows(bound: Bind) -> None:
    options = Formulas(
        Formula.parse("handled = sum(granted..otherwise_3)"), TableRef("requests"), "column"
    )
    document = bound(undivided("0 | 1 | 0 | 0 | 0 | 0 | 1"))
    left, right = evaluate(document, options, options.formulas[0], "total")
    assert (left.value, right.value, right.missing()) == (Decimal(25), Decimal(25), [])
    labels = [cell.location.row for cell in right.cells()]
    assert labels.count("（六）其他处理") == 1


def test_a_formula_about_one_row_applies_to_an_undivided_row_once(bound: Bind) -> None:
    options = Formulas(Formula.parse("total = people + firms"), TableRef("requests"), "row")
    lines = lines_in(bound(undivided("0 | 1 | 0 | 0 | 0 | 0 | 1")), options)
    assert [line for line in lines if line and line.startswith("otherwise")] == ["otherwise_1"]
    assert "otherwise_3" in lines_in(bound(), options)


def test_a_part_of_an_undivided_row_is_not_known(bound: Bind) -> None:
    options = Formulas(
        Formula.parse("handled = otherwise_1 + sum(otherwise_2..otherwise_3)"),
        TableRef("requests"),
        "column",
    )
    document = bound(undivided("0 | 1 | 0 | 0 | 0 | 0 | 1"))
    _, right = evaluate(document, options, options.formulas[0], "total")
    assert len(right.missing()) == 3


@pytest.mark.parametrize(
    ("figures", "row_total", "column_total"),
    [
        ("0 | 1 | 0 | 0 | 0 | 0 | 1", [], []),
        ("0 | 1 | 0 | 0 | 0 | 0 | 2", ["“总计”填的是2，应为1（0 + 1）"],
         ["这处填的是25，与勾稽关系不符；改好“（六）其他处理”行“总计”列后自然相符"]),
        ("0 | 2 | 0 | 0 | 0 | 0 | 1",
         ["这处填的是1，与勾稽关系不符；改好“（六）其他处理”行“商业企业”列后自然相符"],
         ["这处填的是4，与勾稽关系不符；改好“（六）其他处理”行“商业企业”列后自然相符"]),
    ],
)  # fmt: skip
def test_the_sums_over_an_undivided_row_are_judged(
    figures: str, row_total: list[str], column_total: list[str], verdict_of: VerdictOf
) -> None:
    verdict = verdict_of(None, undivided(figures))
    assert len(messages(verdict, "table-superseded")) == 1
    assert messages(verdict, "row-total") == row_total
    assert messages(verdict, "column-total") == column_total
    assert verdict.unchecked == ()


def test_a_blank_in_an_undivided_row_leaves_its_sums_unchecked(verdict_of: VerdictOf) -> None:
    verdict = verdict_of(None, undivided("0 |  | 0 | 0 | 0 | 0 | 1"))
    reasons = {(each.rule, each.reason.zh) for each in verdict.unchecked}
    assert reasons == {
        ("column-total", "“（六）其他处理”没有填写，无法核对"),
        ("row-total", "“商业企业”没有填写，无法核对"),
    }
