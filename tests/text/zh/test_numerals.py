import re

import pytest

from docxlint.text.zh.numerals import (
    YEAR,
    ZEROS,
    numeral,
    numeral_pattern,
    write_digits,
    write_numeral,
    year_value,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("二〇二三", 2023), ("二十三", 23), ("一百零五", 105), ("十", 10), ("○", 0), ("四七", 47)],
)
def test_chinese_numerals_have_their_value(text: str, value: int) -> None:
    assert numeral(text) == value


def test_what_is_no_numeral_has_no_value() -> None:
    assert numeral("") is None
    assert numeral("甲") is None


@pytest.mark.parametrize("zero", ZEROS)
def test_a_year_may_have_any_zero_that_people_type(zero: str) -> None:
    year = f"二{zero}二三"
    assert re.fullmatch(YEAR, year)
    assert year_value(year) == 2023


@pytest.mark.parametrize("year", ["2023", "２０２３", "两〇二三", "2○23", "二０二三"])
def test_a_year_may_mix_arabic_and_chinese_digits(year: str) -> None:
    assert re.fullmatch(YEAR, year)
    assert year_value(year) == 2023


def test_a_year_of_the_last_century_is_a_year() -> None:
    assert re.fullmatch(YEAR, "一九九八")
    assert (year_value("一九九八"), year_value("98"), year_value("24")) == (1998, 1998, 2024)


@pytest.mark.parametrize("text", ["一二三四", "三〇二三", "二〇二", "CEO年"])
def test_other_digits_are_no_year(text: str) -> None:
    assert re.fullmatch(YEAR, text) is None


@pytest.mark.parametrize("text", ["0", "O", "CEO", "2023"])
def test_a_chinese_numeral_begins_with_a_chinese_character(text: str) -> None:
    assert re.fullmatch(numeral_pattern("十百"), text) is None


@pytest.mark.parametrize(("value", "text"), [(1, "一"), (10, "十"), (12, "十二"), (40, "四十")])
def test_a_written_numeral_reads_back(value: int, text: str) -> None:
    assert write_numeral(value) == text
    assert numeral(text) == value


def test_digits_are_written_in_place() -> None:
    assert write_digits(2023) == "二〇二三"
