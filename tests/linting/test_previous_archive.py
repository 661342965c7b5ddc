"""Which of last year's reports belongs to a document, by what their titles say."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.linting.previous_archive import Archive, Entry, organ_of, same_organ

TOWN = "青石县云溪镇人民政府"


def entry(path: str, organ: str = TOWN, year: int | None = 2022, kind: str = "annual") -> Entry:
    return Entry(path, sha256=path, organ=organ, year=year, kinds=(kind,))


def partner(*entries: Entry, unread: tuple[str, ...] = (), year: int | None = 2023) -> str | None:
    """The path of the partner of the town's report, or the message if there is none."""
    reasons = dict.fromkeys(unread, Message("坏", "bad"))
    found = Archive(entries, reasons).partner(TOWN, year, "annual")
    return found.zh if isinstance(found, Message) else None if found is None else found.path


def test_the_report_of_the_same_organ_for_the_year_before_is_the_one() -> None:
    others = (entry("b", "青石县白马镇人民政府"), entry("c", year=2021), entry("d", year=2023))
    assert partner(entry("a"), *others) == "a"


def test_a_report_of_another_kind_is_none() -> None:
    assert partner(entry("a", kind="accounts")) is None


def test_a_report_without_a_year_is_taken_where_there_is_no_better() -> None:
    assert partner(entry("a", year=None)) == "a"
    assert partner(entry("a", year=None), entry("b")) == "b"


def test_two_reports_for_one_year_are_not_chosen_between() -> None:
    assert partner(entry("x/a"), entry("y/b")) == "上年报告有2份，无法确定是哪一份：a、b"


def test_copies_of_one_report_are_one() -> None:
    first = entry("a")
    assert partner(first, msgspec.structs.replace(first, path="b")) == "a"


def test_reports_for_other_years_are_named() -> None:
    message = "没有2022年的报告，只有这个机关其他年份的：a"
    assert partner(entry("a", year=2021), entry("b", year=2023)) == message


def test_this_years_report_alone_is_no_report_of_last_year() -> None:
    assert partner(entry("a", year=2023)) is None


def test_without_any_report_there_is_none() -> None:
    assert partner(entry("b", "青石县白马镇人民政府")) is None


def test_it_may_be_one_that_was_not_read() -> None:
    message = "未找到上年报告，可能是以下无法读取的文档：b.docx"
    assert partner(unread=("a/b.docx",)) == message
    assert partner(entry("a"), unread=("a/b.docx",)) == "a"


def test_a_document_without_a_year_takes_its_organs_only_report() -> None:
    assert partner(entry("a", year=2021), year=None) == "a"
    assert partner(entry("a"), entry("b", year=2021), year=None) == (
        "上年报告有2份，无法确定是哪一份：a、b"
    )


def test_a_document_without_an_organ_has_no_partner_and_gets_a_reason() -> None:
    found = Archive((entry("a", organ=""),)).partner("", 2023, "annual")
    assert isinstance(found, Message)
    assert found.zh == "标题中没有机关名称，无法查找上年报告"


def test_an_organ_called_without_its_county_is_the_same_unless_one_is_called_in_full() -> None:
    short = entry("a", "云溪镇人民政府")
    assert partner(short) == "a"
    assert partner(short, entry("b")) == "b"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (TOWN, TOWN, True),
        (TOWN, "云溪镇人民政府", True),
        ("青石县人民政府", "青石县人民政府办公室", False),
        ("甲县城关镇人民政府", "乙县城关镇人民政府", False),
        ("", TOWN, False),
    ],
)
def test_organs_are_told_apart(one: str, other: str, same: bool) -> None:
    assert same_organ(one, other) is same
    assert same_organ(other, one) is same


@pytest.mark.parametrize(
    ("title", "organ"),
    [
        ("青石县云溪镇人民政府2023年政府信息公开工作年度报告", TOWN),
        ("青石县云溪镇人民政府 ２０２３ 年政府信息公开工作年度报告", TOWN),
        ("2023年青石县云溪镇人民政府政府信息公开工作年度报告", TOWN),
        ("2023年度青石县云溪镇人民政府政府信息公开工作年度报告", TOWN),
        ("青石县云溪镇人民政府政府信息公开工作年度报告", TOWN),
        ("2023年政府信息公开工作年度报告", ""),
    ],
)
def test_the_organ_is_what_the_title_says_whatever_its_order(
    bound: Callable[..., BoundForm], title: str, organ: str
) -> None:
    lines = "# 青石县云溪镇人民政府\n# 2023年政府信息公开工作年度报告"
    assert organ_of(bound({lines: f"# {title}"})) == organ
