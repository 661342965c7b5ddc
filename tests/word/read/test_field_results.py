"""What fields show, with and without a cached result."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.core.document import Document, Paragraph
from docxlint.word.read.field_results import field_name

Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]


def mark(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def field(code: str, result: str | None = None, data: str = "") -> str:
    parts = [mark("begin", data), f"<w:r><w:instrText>{code}</w:instrText></w:r>"]
    if result is not None:
        parts += [mark("separate"), f"<w:r><w:t>{result}</w:t></w:r>"]
    return "".join([*parts, mark("end")])


def simple(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr="{code}"><w:r><w:t>{result}</w:t></w:r></w:fldSimple>'


@pytest.fixture
def first(docx: Docx, reading: Reading) -> Callable[[str], tuple[Paragraph, Document]]:
    def read_first(content: str) -> tuple[Paragraph, Document]:
        document = reading(docx(f"<w:p><w:r><w:t>甲</w:t></w:r>{content}</w:p>"))
        (paragraph,) = document.blocks
        assert isinstance(paragraph, Paragraph)
        return paragraph, document

    return read_first


First = Callable[[str], tuple[Paragraph, Document]]


@pytest.mark.parametrize(
    ("code", "name"), [(" DATE \\@ x", "DATE"), ("eq \\f(1,2)", "EQ"), ("= 1+2", "="), ("", "")]
)
def test_the_name_of_a_field(code: str, name: str) -> None:
    assert field_name(code) == name


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (field("REF a", "乙"), "甲乙"),
        (field('SET a "丙"', "丙"), "甲"),
        (field('ASK a "问"', "答"), "甲"),
        (simple("SET a", "丙"), "甲"),
        (simple("REF a", "乙"), "甲乙"),
        (field('SYMBOL 168 \\f "Wingdings"'), "甲□"),
        (field("MACROBUTTON NoMacro 请点击"), "甲请点击"),
        (field("PAGE"), "甲"),
        (
            field(
                "FORMDROPDOWN",
                data='<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="是"/>'
                '<w:listEntry w:val="否"/></w:ddList></w:ffData>',
            ),
            "甲否",
        ),
        (
            field(
                "FORMCHECKBOX", data="<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
            ),
            "甲☒",
        ),
        (
            field(
                "FORMCHECKBOX",
                data='<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>',
            ),
            "甲☐",
        ),
    ],
)
def test_a_field_shows_its_result_or_what_its_code_says(
    content: str, text: str, first: First
) -> None:
    paragraph, document = first(content)
    assert paragraph.text == text
    assert (paragraph.drawings, document.changing_fields) == ((), ())


@pytest.mark.parametrize("code", ["EQ \\f(1,2)", "AUTONUM", "LISTNUM"])
def test_a_field_that_word_draws_is_a_drawing(code: str, first: First) -> None:
    paragraph, _ = first(field(code))
    (drawing,) = paragraph.drawings
    assert paragraph.text == "甲"
    assert drawing.kind == f"field {code.split()[0]}"
    assert drawing.location.path.endswith("/w:r[2]/w:fldChar[1]")


def test_a_drawn_field_inside_another_is_still_one(first: First) -> None:
    paragraph, _ = first(
        field("REF a", "").replace("<w:t></w:t></w:r>", "</w:r>" + field("EQ \\x(1)"))
    )
    assert [drawing.kind for drawing in paragraph.drawings] == ["field EQ"]


@pytest.mark.parametrize(
    "content", [field("DATE \\@ yyyy", "2024年1月15日"), simple(" DATE ", "2024年1月15日")]
)
def test_a_field_that_changes_by_itself_is_recorded(content: str, first: First) -> None:
    paragraph, document = first(content)
    assert paragraph.text == "甲2024年1月15日"
    (changing,) = document.changing_fields
    assert (changing.kind, changing.text) == ("DATE", "2024年1月15日")
    assert changing.location.paragraph == 1


def test_a_lost_end_hides_nothing(first: First) -> None:
    assert first(mark("end") + field("REF a", "乙"))[0].text == "甲乙"
