from __future__ import annotations

import pickle

import pytest

from docxlint.core.regex import InvalidOption
from docxlint.rules.text_patterns import NumberPattern, YearPattern
from docxlint.text.zh import LANGUAGE


@pytest.mark.parametrize("number", ["12", "1,009", "３５", "三十五", "1.2万", "二○", "一0五"])
def test_a_number_may_be_in_any_writing(number: str) -> None:
    regex = NumberPattern.parse("收到{n}件").regex(LANGUAGE)
    text = f"共收到{number}件"
    assert [text[start:end] for start, end in regex.spans(text)] == [number]


@pytest.mark.parametrize("year", ["2023", "２０２３", "二〇二三", "二◯二三", "二0二三"])
def test_a_year_may_be_in_any_writing(year: str) -> None:
    regex = YearPattern.parse("本报告是{year}的").regex(LANGUAGE)
    text = f"本报告是{year} 年的"
    assert [text[start:end] for start, end in regex.spans(text)] == [year]


def test_only_the_first_year_is_captured() -> None:
    regex = YearPattern.parse("{year}至{year}").regex(LANGUAGE)
    assert list(regex.spans("2021年至2023年")) == [(0, 4)]


@pytest.mark.parametrize("text", ["收到件", "{n}件{n}", "(收到){n}件", "[{n}", "(?P<a>x){n}"])
def test_a_number_pattern_needs_one_number_and_no_group(text: str) -> None:
    with pytest.raises(InvalidOption):
        NumberPattern.parse(text)


@pytest.mark.parametrize("text", ["本报告", "(本){year}", "[{year}"])
def test_a_year_pattern_needs_a_year_and_no_group(text: str) -> None:
    with pytest.raises(InvalidOption):
        YearPattern.parse(text)


def test_an_expression_is_compiled_once_for_a_language() -> None:
    pattern = NumberPattern.parse("{n}件")
    assert pattern.regex(LANGUAGE) is pattern.regex(LANGUAGE)


def test_patterns_are_equal_if_their_sources_are() -> None:
    pattern = NumberPattern.parse("{n}件")
    assert pattern == NumberPattern.parse("{n}件") == pickle.loads(pickle.dumps(pattern))  # noqa: S301 - our own
    assert hash(pattern) == hash(NumberPattern.parse("{n}件"))
    assert pattern != NumberPattern.parse("{n}条")
    assert YearPattern.parse("{year}") != NumberPattern.parse("{n}")
