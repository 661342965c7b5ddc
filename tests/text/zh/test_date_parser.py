import datetime

import pytest

from docxlint.text.values import WrittenDate
from docxlint.text.zh.date_parser import is_standard_date, write_date, written_dates


def only(text: str) -> WrittenDate:
    (date,) = written_dates(text)
    return date


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月15日",
        "2024年01月15日",
        "2024 年 1 月 15 日",
        "2024　年　1　月　15　日",
        "２０２４年１月１５日",
        "2024年元月15日",
        "2024年1月15号",
        "24年1月15日",
        "二〇二四年一月十五日",
        "二O二四年一月十五日",
        "二○二四年一月十五日",
        "二零二四年一月十五日",
        "二0二四年一月十五日",
        "二◯二四年一月十五日",
        "两〇二四年一月十五日",
        "2O24年1月15日",
        "2024-1-15",
        "2024-01-15",
        "2024.1.15",
        "2024. 1. 15",
        "2024/1/15",
        "２０２４－１－１５",
    ],
)
def test_a_date_is_known_in_any_writing(text: str) -> None:
    date = only(f"（发布时间：{text}）")
    assert (date.text, date.date) == (text, datetime.date(2024, 1, 15))
    assert is_standard_date(date.text) is (text == "2024年1月15日")


@pytest.mark.parametrize(
    "text",
    [
        "2023 年，交岔乡",
        "截至 12 月底",
        "2023年12月",
        "二〇二三年",
        "每月30日",
        "13个月31日",
        "农历二月三十日",
        "民国24年1月15日",
        "国办公开办函〔2021〕30号",
        "DB51/T 2660—2019",
        "GB/T 9704—2012",
        "1.2.3",
        "版本2023.1.15.2",
        "V2023.1.15",
        "192.168.2023.1",
        "2001.1.2.3",
        "10.20.2024.1.15",
        "http://www.example.gov.cn/art/2024/1/15/art_1.html",
        "https://example.cn/a?d=2024-01-15",
        "报告2024-01-15.docx",
        "report_2024-01-15_v2",
        "第2024-1-15号",
        "编号：2024-1-15",
        "0951-7012345",
        "2023-13-45",
        "3.12月31日",
        "共2024.15万元",
        "2023年11月31文",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert list(written_dates(text)) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("11月31日", "11月31日"),
        ("于2023年2月29日召开", "2023年2月29日"),
        ("2月30日", "2月30日"),
        ("13月5日", "13月5日"),
        ("截至2023年13月", "2023年13月"),
        ("2023年0月", "2023年0月"),
        ("2023年00月00日", "2023年00月00日"),
        ("十一月三十一日", "十一月三十一日"),
        ("二〇二三年二月三十日", "二〇二三年二月三十日"),
        ("2024-02-30", "2024-02-30"),
        ("2024.13.1", "2024.13.1"),
        ("1900年2月29日", "1900年2月29日"),
    ],
)
def test_a_date_that_the_calendar_does_not_have_does_not_exist(text: str, written: str) -> None:
    date = only(text)
    assert (date.text, date.exists, date.date) == (written, False, None)


@pytest.mark.parametrize("text", ["2月29日", "2024年2月29日", "1949年10月1日", "2000年2月29日"])
def test_a_date_that_may_be_exists(text: str) -> None:
    assert only(text).exists


def test_a_day_in_a_range_takes_the_year_before_it() -> None:
    first, last = written_dates("2023年1月1日起至2月29日")
    assert first.exists
    assert first.full
    assert not last.exists
    assert not last.full


def test_a_day_in_another_sentence_takes_no_year() -> None:
    assert [date.exists for date in written_dates("2023年1月1日施行，2月29日开会")] == [True, True]


@pytest.mark.parametrize(
    "text", ["2023.1.1-2023.12.31", "2023-01-01—2023-12-31", "2023/1/1至2023/12/31"]
)
def test_both_ends_of_a_range_are_dates(text: str) -> None:
    dates = [date.date for date in written_dates(text)]
    assert dates == [datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)]


def test_a_written_date_is_standard() -> None:
    assert write_date(2024, 1, 15) == "2024年1月15日"
    assert is_standard_date(write_date(2024, 1, 15))


def test_a_line_break_inside_a_date_is_no_fault() -> None:
    assert is_standard_date(only("2024年\n1月15日").text)


def test_positions_count_characters_of_the_text() -> None:
    text = "古郊乡𠮷 二〇二四年一月十五日。"
    date = only(text)
    assert text[date.start : date.end] == "二〇二四年一月十五日"


def test_dates_among_codes_are_distinguished() -> None:
    text = "a1 2024-1-5 v2024-1-6 b.cn/2024-1-7 2024-1-8，LED2024-1-9"
    assert [date.text for date in written_dates(text)] == ["2024-1-5", "2024-1-8"]


@pytest.mark.parametrize(
    "text", ["自2023年1月1日起至2023年12月31止", "自2023年1月1至2023年12月31日止"]
)
def test_a_day_in_a_period_is_read_without_its_mark(text: str) -> None:
    first, second = written_dates(text)
    assert (first.month, first.day, second.month, second.day) == (1, 1, 12, 31)


@pytest.mark.parametrize("text", ["2023年2月3起案件", "2023年5月1至6件", "2023年12月31件"])
def test_a_number_behind_a_month_is_no_day(text: str) -> None:
    assert written_dates(text) == ()
