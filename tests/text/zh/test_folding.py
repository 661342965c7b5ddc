from decimal import Decimal

import pytest

from docxlint.text.zh.cell_figures import figure
from docxlint.text.zh.folding import (
    close_up,
    count_letters,
    fold,
    is_letter,
    squeeze,
    without_note_mark,
)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("（一） 主动公开", "(一)主动公开"),
        ("1、申请", "1．申请"),
        ("１.申请", "1、申请"),
        ("“公开”", '"公开"'),
        ("公\u200b开\n信息", "公开信息"),
        ("收到：３件", "收到:3件"),
    ],
)
def test_the_same_words_fold_to_the_same_text(text: str, other: str) -> None:
    assert fold(text) == fold(other)


def test_an_enumeration_comma_between_words_is_no_point() -> None:
    assert fold("甲、乙") == "甲、乙"
    assert fold("甲、乙") != fold("甲.乙")


def test_squeezing_drops_all_white_space() -> None:
    assert squeeze(" 公 开\u3000LED TV\n").text == "公开LEDTV"


def test_closing_up_keeps_one_blank_between_latin_words() -> None:
    assert close_up("公 开 LED  TV ２ ３ 台").text == "公开LED TV ２ ３台"


@pytest.mark.parametrize(("char", "expected"), [("公", True), ("〇", True), ("㐀", True)])
def test_chinese_characters_are_letters(char: str, expected: bool) -> None:
    assert is_letter(char) is expected


@pytest.mark.parametrize("char", ["a", "1", "，", "ア", ""])
def test_other_characters_are_no_letters(char: str) -> None:
    assert not is_letter(char)


def test_letters_are_counted() -> None:
    assert count_letters("公开 LED，信息") == 4


MARKS = [
    "²", "¹⁰", "①", "㉑", "*", "＊", "**", "※", "†", "[1]", "［２］", "〔3〕", "【12】", "[注1]",
    "（注）", "(注2)", "（注①）", "（*）", "注", "注1", "注释2", "注①", " ①", "\n[1]",
]  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("text", ["12", "（一）予以公开", "1.5"])
def test_the_mark_of_a_note_is_no_part_of_the_text(text: str, mark: str) -> None:
    assert without_note_mark(text + mark) == text
    assert fold(text + mark) == fold(text)


@pytest.mark.parametrize("mark", MARKS)
def test_a_figure_with_the_mark_of_a_note_is_plain(mark: str) -> None:
    read = figure(f"12{mark}")
    assert (read.value, read.plain, read.several) == (Decimal(12), True, False)


@pytest.mark.parametrize(
    "text", ["12（1）", "12(13)", "①", "*", "注", "2.其他", "备注栏", "其他（1）", "12件", "（一）"]
)
def test_other_signs_stay(text: str) -> None:
    assert without_note_mark(text) == text
