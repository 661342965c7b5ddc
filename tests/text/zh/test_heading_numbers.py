import pytest

from docxlint.text.zh.heading_numbers import heading_number


@pytest.mark.parametrize(
    ("text", "style", "value", "rest"),
    [
        ("一、总体情况", "han", 1, "总体情况"),
        ("十二、其他", "han", 12, "其他"),
        ("（三）不予公开", "han-bracket", 3, "不予公开"),
        ("(三) 不予公开", "han-bracket", 3, "不予公开"),
        ("1.属于国家秘密", "digit", 1, "属于国家秘密"),
        ("２、重复申请", "digit", 2, "重复申请"),
        ("（3） 管理", "digit-bracket", 3, "管理"),
    ],
)
def test_a_number_has_its_style_and_value(text: str, style: str, value: int, rest: str) -> None:
    number = heading_number(text)
    assert number is not None
    assert (number.style, number.value, number.rest) == (style, value, rest)
    assert text[number.end :] == rest


@pytest.mark.parametrize("text", ["2023年，我镇", "2.5万元", "一是加强", "一般情况", "", "（略）"])
def test_words_and_quantities_are_no_numbers_of_headings(text: str) -> None:
    assert heading_number(text) is None


@pytest.mark.parametrize("number", ["二〇", "二○", "二0", "二O", "二零"])
def test_every_typed_zero_counts_in_a_heading_number(number: str) -> None:
    heading = heading_number(f"{number}、其他")
    assert heading is not None
    assert (heading.value, heading.rest) == (20, "其他")


@pytest.mark.parametrize("text", ["O、其他", "0.5万元", "O：说明"])
def test_a_letter_or_an_arabic_zero_alone_is_no_chinese_heading_number(text: str) -> None:
    assert heading_number(text) is None
