from __future__ import annotations

import datetime

import pytest

from docxlint.text.zh import signature_grammar as grammar


@pytest.mark.parametrize(
    ("line", "organ"),
    [
        ("古郊乡人民政府", "古郊乡人民政府"),
        ("发文机关：古郊乡人民政府", "古郊乡人民政府"),
        ("某局（盖章）", "某局"),
        ("古郊信息中心", "古郊信息中心"),
    ],
)
def test_a_line_with_only_an_organ_signs(line: str, organ: str) -> None:
    assert grammar.signed_organ(line, "") == organ


@pytest.mark.parametrize(
    "line", ["我们将继续努力。", "联系人：张三", "2024年1月15日", "局", "abc局"]
)
def test_other_lines_sign_nothing(line: str) -> None:
    assert grammar.signed_organ(line, "") is None


def test_a_name_like_that_of_the_title_signs_whatever_its_ending() -> None:
    assert grammar.signed_organ("古郊开发区管理办", "古郊开发区管理委员会") == "古郊开发区管理办"
    assert grammar.signed_organ("古郊联合体", "古郊联合体") == "古郊联合体"
    assert grammar.signed_organ("古郊联合体", "") is None


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("2024年1月15日", ""),
        ("（二○二四年一月十五日）", ""),
        ("成文日期：2024年1月15日", ""),
        ("古郊乡人民政府 2024年1月15日", "古郊乡人民政府"),
        ("特此报告。古郊乡人民政府2024年1月15日", "古郊乡人民政府"),
    ],
)
def test_a_line_ends_with_its_date(line: str, head: str) -> None:
    closing = grammar.closing_date(line)
    assert closing is not None
    assert (closing[0].date, closing[1]) == (datetime.date(2024, 1, 15), head)


@pytest.mark.parametrize("line", ["2024年1月15日起施行", "1月15日", "古郊乡人民政府"])
def test_a_line_that_goes_on_has_no_closing_date(line: str) -> None:
    assert grammar.closing_date(line) is None


@pytest.mark.parametrize(
    "line", ["2024年", "2024年1月", "二◯二四年  月  日", "xx年xx月xx日", "年 月 日"]
)
def test_a_date_may_be_unfinished(line: str) -> None:
    assert grammar.is_unfinished_date(line)


def test_a_remark_stands_in_brackets() -> None:
    assert grammar.is_remark("（此件公开发布）")
    assert not grammar.is_remark("古郊乡（盖章）")
