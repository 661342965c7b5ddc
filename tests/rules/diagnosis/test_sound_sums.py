from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from docxlint.core.finding import Finding, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, BoundPrevious
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.diagnosis.sound_sums import gives_another_number, keep_sums
from docxlint.rules.engine import judge
from docxlint.rules.rule import Pack

TableOf = Callable[..., list[Equation]]
Bind = Callable[..., BoundForm]

SOUND = [[1, 2, 3], [4, 5, 9], [5, 7, 12]]


def finding(found: str, expected: str | None, row: int = 0, column: int = 0) -> Finding:
    place = Location(
        "word/document.xml", f"/t/{row}/{column}", row=f"行{row}", column=f"列{column}"
    )
    return Finding(
        rule="carry-over",
        severity=Severity.ERROR,
        message=Message.same("错"),
        location=place,
        expected=expected,
        found=found,
    )


def test_a_right_value_that_breaks_sums_is_none(table: TableOf) -> None:
    advised = keep_sums(finding("1", "2"), table(SOUND))
    assert (advised.expected, advised.fix) == (None, None)
    assert advised.message.zh == "错；改成2，这处的勾稽关系反而对不上，请核对是哪一个填错"
    assert advised.message.en.startswith("错; with 2 its sums")


def test_a_right_value_that_repairs_sums_stays(table: TableOf) -> None:
    wrong = [[2, 2, 3], *SOUND[1:]]
    assert keep_sums(finding("2", "1"), table(wrong)) == finding("2", "1")


def test_a_right_value_stays_where_it_repairs_as_many_sums_as_it_breaks(table: TableOf) -> None:
    half = [[2, 2, 4], [4, 5, 9], [5, 7, 12]]  # the row comes out, the column does not
    assert keep_sums(finding("2", "1"), table(half)).expected == "1"


def test_sums_that_do_not_come_out_anyway_say_nothing(table: TableOf) -> None:
    wrong = [[1, 2, 30], [4, 5, 9], [50, 7, 12]]
    assert keep_sums(finding("1", "2"), table(wrong)).expected == "2"


def test_a_figure_without_sums_keeps_its_right_value(table: TableOf) -> None:
    assert keep_sums(finding("1", "2", row=7), table(SOUND)).expected == "2"


def test_a_blank_figure_in_a_sum_makes_it_say_nothing(table: TableOf) -> None:
    blank = [[1, None, 3], [4, 5, 9], [None, 7, 12]]
    assert keep_sums(finding("1", "2"), table(blank)).expected == "2"


@pytest.mark.parametrize(
    ("found", "expected", "other"),
    [("1", "2", True), ("１", "1", False), ("—", "0", False), ("1", None, False), ("", "0", False)],
)
def test_a_finding_gives_another_number(found: str, expected: str | None, other: bool) -> None:
    assert gives_another_number(finding(found, expected)) is other


def test_a_finding_about_text_gives_no_figure() -> None:
    text = msgspec.structs.replace(finding("1", "2"), location=Location("a", "/p", paragraph=3))
    assert not gives_another_number(text)


@pytest.mark.parametrize(
    ("now", "last", "expected"),
    [
        # this year's sums come out as they are, so last year's report may be the wrong one
        ({}, "| 5 | 1 | 0 | 0 | 0 | 0 | 6 |", [None, None]),
        # this year's do not: last year's figure is right
        ({"数量 | < | < | 2 | 1 | 0 | 0 | 0 | 0 | 3": "数量 | < | < | 5 | 1 | 0 | 0 | 0 | 0 | 3"},
         "| 2 | 1 | 0 | 0 | 0 | 0 | 3 |", ["2"]),
    ],
)  # fmt: skip
def test_last_years_report_is_no_right_value_where_this_years_sums_hold(
    now: dict[str, str], last: str, expected: list[str | None], bound: Bind, national: Pack
) -> None:
    row = "| 四、结转下年度继续办理 | < | < "
    swaps: dict[str, Any] = {f"{row}| 1 | 1 | 1 | 0 | 0 | 0 | 3 |": row + last}
    report = BoundPrevious("", bound(swaps))
    verdict = judge(msgspec.structs.replace(bound(now), previous=report), national.rules)
    carried = [f for f in verdict.findings if f.rule == "carry-over"]
    assert [f.expected for f in carried] == expected
