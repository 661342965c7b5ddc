from decimal import Decimal

import pytest

from docxlint.text.zh.cell_figures import figure


@pytest.mark.parametrize(
    ("text", "value", "plain"),
    [
        ("0", "0", True),
        ("  12\n", "12", True),
        ("26.55", "26.55", True),
        ("７", "7", False),
        ("0.5", "0.5", True),
        ("08", "8", False),
        ("00", "0", False),
        ("01.5", "1.5", False),
        ("1,009", "1009", False),
        ("1，009", "1009", False),
        ("1 009", "1009", False),
        ("7件", "7", False),
        ("20万元", "20", False),
        ("", None, False),
        ("—", None, False),
        ("/", None, False),
        ("O", None, False),
        ("-1", None, False),
        ("无", None, False),
        ("1,00", None, False),
        ("1.", None, False),
        ("٣", None, False),
    ],
)
def test_a_figure_is_read_as_a_person_would_add_it_up(
    text: str, value: str | None, plain: bool
) -> None:
    read = figure(text)
    assert read.value == (Decimal(value) if value is not None else None)
    assert read.plain is plain


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("251000元", "元"),
        (" 20.5 万元", "万元"),
        ("20", ""),
        ("２０元", ""),
        ("020元", ""),
        ("20\u200b元", ""),
        ("20公里", ""),
    ],
)
def test_the_unit_of_a_number_that_is_plain_but_for_it(text: str, unit: str) -> None:
    assert figure(text).unit == unit


def test_a_cell_of_white_space_is_blank_and_a_dash_is_not() -> None:
    assert figure(" \n\u3000").blank
    assert not figure("—").blank


@pytest.mark.parametrize(
    "text",
    [
        *(
            "12 13",
            "12  3",
            "1 2",
            "12\n13",
            "12、13",
            "12/13",
            "12(13)",
            "12（13）",
            "１２ 13",
            "9；8",
        ),
        *("12 件 13 件", "12 130", "12件/13件", "1\n009", "12.5 13", "12→13", "5+7", "3 4 5"),
    ],
)
def test_two_numbers_in_one_cell_are_never_one_number(text: str) -> None:
    read = figure(text)
    assert read.value is None
    assert read.several


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 009", 1009),
        ("12\u00a0130", 12130),
        ("1\u202f234\u202f567", 1234567),
        ("3 000 120", 3000120),
    ],
)
def test_thousands_may_be_set_apart_by_blanks(text: str, value: int) -> None:
    read = figure(text)
    assert (read.value, read.plain, read.several) == (Decimal(value), False, False)


@pytest.mark.parametrize(
    "text", ["12\u200b", "\ufeff12", "1\u20602", "12\u3164", "\u202a12\u202c", "1\ufe0f2"]
)
def test_invisible_characters_do_not_count_and_are_seen(text: str) -> None:
    read = figure(text)
    assert (read.value, read.plain, read.unseen) == (Decimal(12), False, True)


@pytest.mark.parametrize("text", ["—", "1.", "O", "1,00", "-1", "12-13", "无"])
def test_what_is_no_number_is_not_several(text: str) -> None:
    assert not figure(text).several


@pytest.mark.parametrize("text", ["\u200b", " \u200b\n", "\ufeff"])
def test_a_cell_of_invisible_characters_is_blank(text: str) -> None:
    assert figure(text).blank
