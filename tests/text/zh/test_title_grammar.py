import pytest

from docxlint.text.values import TitleParts
from docxlint.text.zh import title_grammar as grammar

NAME = "工作年度报告"


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("某乡2023年工作年度报告", TitleParts("某乡", 2023)),
        ("某乡二○二三年度工作年度报告", TitleParts("某乡", 2023)),
        ("某乡工作年度报告", TitleParts("某乡", None)),
        ("工作年度报告", TitleParts("", None)),
        ("某乡2023工作年度报告", TitleParts("某乡", 2023)),
        ("2023工作年度报告", TitleParts("", 2023)),
        ("某厂7012工作年度报告", TitleParts("某厂7012", None)),
        ("某乡2023工作总结", TitleParts("某乡2023工作总结", None)),
    ],
)
def test_the_organ_stands_before_the_year_or_the_name(title: str, parts: TitleParts) -> None:
    assert grammar.read_title(title, NAME) == parts


@pytest.mark.parametrize(
    "line",
    [
        "2023年工作年度报告",
        "工作年度报告",
        "年工作年度报告",
        "2023",
        "二◯二三年度",
        "2023工作年度报告",
    ],
)
def test_a_line_without_an_organ_needs_the_line_before(line: str) -> None:
    assert grammar.needs_line_before(line, NAME)


def test_a_line_with_an_organ_needs_no_line_before() -> None:
    assert not grammar.needs_line_before("某乡2023年工作年度报告", NAME)


def test_years_are_taken_out_of_a_title_however_often_they_are_there() -> None:
    assert grammar.without_years("某乡2023年2023年度二0二三年报告") == "某乡报告"


def test_what_stands_before_the_year_is_taken_out() -> None:
    assert grammar.without_year_before("2023年度某乡") == "某乡"
    assert grammar.without_year_before("某乡") == "某乡"


def test_an_organ_is_printed_with_full_width_brackets_and_without_title_marks() -> None:
    assert grammar.write_organ("《某局(中医药管理局)") == "某局（中医药管理局）"


def test_a_town_may_be_named_with_or_without_its_county() -> None:
    assert grammar.is_same_organ("某县某乡人民政府", "某乡人民政府")
    assert grammar.is_same_organ("某乡人民政府", "某县某乡人民政府")
    assert not grammar.is_same_organ("某乡人民政府", "某镇人民政府")


def test_a_line_with_a_stop_is_a_sentence() -> None:
    assert grammar.is_sentence("现公布报告。")
    assert not grammar.is_sentence("某乡2023年工作年度报告")


@pytest.mark.parametrize(
    ("style", "expected"), [("Title", True), ("标题 1", True), ("正文", False)]
)
def test_title_styles_are_known_by_name(style: str, expected: bool) -> None:
    assert grammar.is_title_style(style) is expected
