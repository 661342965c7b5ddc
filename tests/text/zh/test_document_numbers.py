import pytest

from docxlint.text.zh.document_numbers import (
    cited_titles,
    document_numbers,
    is_standard_number,
    may_cite,
    number_key,
)

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


def test_a_cited_title_has_the_number_behind_it() -> None:
    text = "依照《关于印发《办法》的通知》（国办函〔2020〕109号）和《条例》、》《》"
    first, second = cited_titles(text)
    assert text[first.start : first.end] == "关于印发《办法》的通知"
    assert first.number is not None
    assert text[slice(*first.number)] == "国办函〔2020〕109号"
    assert (text[second.start : second.end], second.number) == ("条例", None)


@pytest.mark.parametrize(
    "text", ["国办函〔2020〕109号", "国办函(2020)第109 号", "国办函[２０２０]0109号"]
)
def test_a_number_has_one_key_however_it_is_written(text: str) -> None:
    assert number_key(text) == ("国办函", "2020", "109")


def test_what_is_no_number_has_no_key() -> None:
    assert number_key("中华人民共和国国务院令第711号") == ("国务院令", "711")
    assert number_key("附件2") is None
