import pytest

from docxlint.text.zh.folding import close_up, count_letters, fold, is_letter, squeeze


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
