from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from docxlint.text.values import Figure, Quantity, Squeezed, WrittenDate


def date(year: int | None, month: int, day: int | None, *, inherited: bool = False) -> WrittenDate:
    return WrittenDate(0, 1, "x", year, month, day, inherited)


@pytest.mark.parametrize(
    ("written", "exists"),
    [
        (date(2024, 2, 29), True),
        (date(2023, 2, 29), False),
        (date(None, 2, 29), True),
        (date(2023, 4, 31), False),
        (date(2023, 13, 1), False),
        (date(2023, 0, None), False),
        (date(0, 1, 1), False),
    ],
)
def test_a_date_exists_if_the_calendar_has_it(written: WrittenDate, exists: bool) -> None:
    assert written.exists is exists


def test_only_a_full_date_that_exists_is_a_date() -> None:
    assert date(2024, 1, 15).date == datetime.date(2024, 1, 15)
    assert date(None, 1, 15).date is None
    assert date(2023, 2, 30).date is None


def test_a_date_with_the_year_of_another_is_not_full() -> None:
    assert date(2024, 1, 15).full
    assert not date(2024, 1, 15, inherited=True).full
    assert not date(None, 1, 15).full


def test_a_month_that_does_not_exist_has_no_days() -> None:
    assert (date(2023, 13, 1).days, date(2023, 2, 1).days, date(2024, 2, 1).days) == (0, 28, 29)


def test_a_figure_is_blank_without_text() -> None:
    assert Figure("", None, plain=False).blank
    assert not Figure("-", None, plain=False).blank


def test_a_rounded_quantity_has_half_a_step_of_slack() -> None:
    assert Quantity(0, 1, Decimal(5), "件").slack == 0
    assert Quantity(0, 1, Decimal(68000), "次", step=Decimal(1000)).slack == 500


def test_places_of_a_squeezed_text_are_those_of_the_text_with_blanks() -> None:
    squeezed = Squeezed("公开105条", " 公 开\n105 条")
    assert list(squeezed.originals([(0, 2), (2, 6)])) == [(1, 4), (5, 10)]
    assert list(squeezed.originals([])) == []


def test_a_text_without_blanks_keeps_its_places() -> None:
    assert list(Squeezed("公开", "公开").originals([(0, 1)])) == [(0, 1)]
