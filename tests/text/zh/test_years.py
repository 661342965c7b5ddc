import re

import pytest

from docxlint.text.zh.numerals import ZEROS
from docxlint.text.zh.years import (
    YEAR,
    clause_after_year,
    last_year_named,
    may_name_year,
    names_year,
    write_year,
    year_value,
)


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


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023", 2023),
        ("２０２３", 2023),
        ("二〇二三", 2023),
        ("二O二三", 2023),
        ("2O23", 2023),
        ("24", 2024),
        ("98", 1998),
        ("二三", 2023),
        ("二十三", None),
        ("20", 2020),
        ("202", None),
        ("甲乙丙丁", None),
        ("", None),
    ],
)
def test_a_year_is_read_in_place(text: str, year: int | None) -> None:
    assert year_value(text) == year


@pytest.mark.parametrize("text", ["2023年", "在二〇二三年", "今年", "本年度"])
def test_a_text_names_a_year_in_digits_or_words(text: str) -> None:
    assert names_year(text, 2023)


def test_a_text_that_names_another_year_does_not_name_this_one() -> None:
    assert not names_year("2022年", 2023)


def test_the_last_year_of_a_text_is_read_however_its_zero_is_typed() -> None:
    assert last_year_named("2021年至二○二二年收到") == 2022
    assert last_year_named("收到20件") is None


def test_a_clause_begins_behind_the_year_and_ends_at_a_comma() -> None:
    sentence = "2023 年度，我镇公开信息，收到申请"
    assert clause_after_year(sentence, 4) == "我镇公开信息"


def test_a_text_without_the_word_for_year_names_none() -> None:
    assert may_name_year(write_year(2023))
    assert not may_name_year("2023")
