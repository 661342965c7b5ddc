import pytest

from docxlint.text.zh.document_numbers import document_numbers, is_standard_number, may_cite

CODES = {"国办公开函办": "国办公开办函"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号"),
        ("国办公开办函[2021]30号", "国办公开办函〔2021〕30号"),
        ("国办公开办函（2021）第030号", "国办公开办函〔2021〕30号"),
        ("国办公开办函【2021年】３０号", "国办公开办函〔2021〕30号"),
        ("国办公开函办〔2021〕30号", "国办公开办函〔2021〕30号"),
        ("国办公开办函〔202130号〕", "国办公开办函〔2021〕30号"),
        ("国办公开办函〔202130〕号", "国办公开办函〔2021〕30号"),
        ("国办公开办函〔202130号", "国办公开办函〔2021〕30号"),
    ],
)
def test_a_document_number_has_its_standard_form(text: str, expected: str) -> None:
    (number,) = document_numbers(f"依照{text}的要求", CODES)
    assert number.expected == expected
    assert f"依照{text}的要求"[number.start : number.end] == text


@pytest.mark.parametrize(
    "text", ["公告（2021）第3号", "国务院令（2019）711号", "某发〔2021〕3号楼"]
)
def test_other_numbers_are_no_document_numbers(text: str) -> None:
    assert list(document_numbers(text, CODES)) == []


def test_a_mistyped_code_without_a_number_is_corrected() -> None:
    (number,) = document_numbers("按国办公开函办要求", CODES)
    assert number.expected == "国办公开办函"


def test_the_width_of_brackets_and_digits_does_not_matter() -> None:
    assert is_standard_number("某发﹝２０２１﹞30号", "某发〔2021〕30号")
    assert not is_standard_number("某发[2021]30号", "某发〔2021〕30号")


def test_a_text_without_the_word_for_number_cites_nothing() -> None:
    assert may_cite("某发〔2021〕30号")
    assert not may_cite("某发〔2021〕30")
