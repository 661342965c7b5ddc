import re

import pytest

from docxlint.text.zh.numerals import (
    numeral,
    numeral_pattern,
    write_digits,
    write_numeral,
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


@pytest.mark.parametrize("text", ["0", "O", "CEO", "2023"])
def test_a_chinese_numeral_begins_with_a_chinese_character(text: str) -> None:
    assert re.fullmatch(numeral_pattern("十百"), text) is None


@pytest.mark.parametrize(("value", "text"), [(1, "一"), (10, "十"), (12, "十二"), (40, "四十")])
def test_a_written_numeral_reads_back(value: int, text: str) -> None:
    assert write_numeral(value) == text
    assert numeral(text) == value


def test_digits_are_written_in_place() -> None:
    assert write_digits(2023) == "二〇二三"
