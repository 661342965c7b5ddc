import pytest

from docxlint.text.zh.numerals import numbered, numeral


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
def test_a_number_is_told_by_its_style_and_value(
    text: str, style: str, value: int, rest: str
) -> None:
    found = numbered(text)
    assert found is not None
    assert (found.style, found.value, found.rest) == (style, value, rest)
    assert text[found.end :] == rest


@pytest.mark.parametrize("text", ["2023年，我镇", "2.5万元", "一是加强", "一般情况", "", "（略）"])
def test_words_and_quantities_are_no_numbers_of_headings(text: str) -> None:
    assert numbered(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("二〇二三", 2023), ("二十三", 23), ("一百零五", 105), ("十", 10), ("○", 0), ("四七", 47)],
)
def test_chinese_numerals_have_their_value(text: str, value: int) -> None:
    assert numeral(text) == value


def test_what_is_no_numeral_has_no_value() -> None:
    assert numeral("") is None
    assert numeral("甲") is None
