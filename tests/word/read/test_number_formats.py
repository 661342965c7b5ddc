"""Number formats, against the sequences of ECMA-376 Part 1, 17.18.59."""

from __future__ import annotations

import pytest

from docxlint.word.read.number_formats import numeral


@pytest.mark.parametrize(
    ("fmt", "values"),
    [
        ("decimal", {1: "1", 0: "0", 123: "123"}),
        ("decimalZero", {1: "01", 9: "09", 10: "10", 100: "100"}),
        ("decimalFullWidth", {1: "１", 20: "２０"}),
        ("decimalFullWidth2", {13: "１３"}),
        ("decimalHalfWidth", {13: "13"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "21"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {3: "③"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛", 21: "21"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
        ("upperRoman", {1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 1999: "MCMXCIX"}),
        ("lowerRoman", {3: "iii", 8: "viii"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB", 53: "AAA"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa"}),
        ("russianUpper", {1: "А", 10: "К", 29: "Я"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 21: "21st", 112: "112th"}),
        ("hex", {10: "A", 255: "FF"}),
        ("chicago", {1: "*", 2: "†", 5: "**"}),
        ("numberInDash", {1: "- 1 -"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一〇〇"}),
        ("taiwaneseCounting", {1: "一", 19: "十九", 35: "三十五", 101: "一○一"}),
        (
            "chineseCountingThousand",
            {7: "七", 10: "十", 12: "十二", 30: "三十", 100: "一百", 101: "一百○一", 110: "一百一十",
             1001: "一千○一", 12000: "一万二千"},
        ),
        ("taiwaneseCountingThousand", {10: "十", 101: "一百零一", 111: "一百一十一"}),
        ("ideographDigital", {1: "一", 10: "一〇", 23: "二三", 100: "一〇〇"}),
        ("taiwaneseDigital", {10: "一○", 23: "二三"}),
        ("japaneseDigitalTenThousand", {10: "一〇"}),
        ("japaneseCounting", {1: "一", 10: "十", 11: "十一", 100: "百", 101: "百一", 1000: "千"}),
        ("japaneseLegal", {1: "壱", 10: "壱拾", 23: "弐拾参"}),
        ("koreanDigital", {10: "일영"}),
        ("koreanCounting", {10: "십", 21: "이십일"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 11: "壹拾壹", 105: "壹佰零伍"}),
        ("ideographLegalTraditional", {2: "貳", 10: "壹拾", 21: "貳拾壹"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥", 61: "甲子"}),
        ("ganada", {1: "가", 14: "하"}),
        ("chosung", {1: "ㄱ"}),
        ("aiueoFullWidth", {1: "ア", 6: "カ"}),
        ("aiueo", {1: "ｱ"}),
        ("irohaFullWidth", {1: "イ", 3: "ハ"}),
        ("bullet", {1: ""}),
        ("none", {1: ""}),
        ("thaiCounting", {7: "7"}),
        ("no such format", {7: "7"}),
    ],
)  # fmt: skip
def test_numerals_are_those_of_the_standard(fmt: str, values: dict[int, str]) -> None:
    assert {value: numeral(value, fmt) for value in values} == values


@pytest.mark.parametrize("fmt", ["upperRoman", "lowerLetter", "chineseCounting", "japaneseLegal"])
@pytest.mark.parametrize("value", [0, -1, 10**9])
def test_values_that_a_system_does_not_write_are_decimal(fmt: str, value: int) -> None:
    assert numeral(value, fmt) == str(value)
