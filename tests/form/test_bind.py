from __future__ import annotations

from docxlint.core.document import Block, Cell, Document, Paragraph, Table
from docxlint.core.location import Location
from docxlint.form.bind import bind
from docxlint.form.schema import Form, SectionForm, TitleForm

BODY = Location("word/document.xml", "/w:document/w:body")
FORM = Form(
    TitleForm("工作报告", "{organ}{year}年工作报告"),
    (SectionForm("overview", "一、总体情况"), SectionForm("other", "二、其他")),
)


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, Location("word/document.xml", f"/{text}"))


def table(text: str, *nested: Table) -> Table:
    place = Location("word/document.xml", f"/tbl/{text}")
    return Table(((Cell(text, 0, 0, place, paragraphs=(paragraph(text),), tables=nested),),), place)


def document(*blocks: str | Block) -> Document:
    return Document(tuple(paragraph(b) if isinstance(b, str) else b for b in blocks), BODY)


REPORT = document(
    "某乡2023年工作报告",
    "引言。",
    table("表前"),
    "一、总体情况",
    "公开。",
    table("外", table("内")),
    "三、附加",
    "说明。",
)


def test_passages_have_their_section_and_role() -> None:
    bound = bind(REPORT, FORM)
    assert [(p.text, p.section, p.role) for p in bound.passages] == [
        ("某乡2023年工作报告", None, "title"),
        ("引言。", None, "text"),
        ("一、总体情况", "overview", "heading"),
        ("公开。", "overview", "text"),
        ("三、附加", "overview", "text"),
        ("说明。", "overview", "text"),
    ]
    assert bound.passages[3].location.section == "一、总体情况"


def test_cells_are_those_of_nested_tables_too() -> None:
    cells = bind(REPORT, FORM).cells
    assert [(p.text, p.section, p.role) for p in cells] == [
        ("表前", None, "cell"),
        ("外", "overview", "cell"),
        ("内", "overview", "cell"),
    ]


def test_the_year_is_that_of_the_title_or_a_given_one() -> None:
    assert bind(REPORT, FORM).year == 2023
    assert bind(REPORT, FORM, 2022).year == 2022
    assert bind(document("公开。"), FORM).year is None


def test_without_sections_the_title_stands_in_the_first_paragraphs() -> None:
    bound = bind(document(*["前文"] * 9, "某乡2023年工作报告", "公开。"), FORM)
    assert bound.title is not None
    bound = bind(document(*["前文"] * 10, "某乡2023年工作报告", "公开。"), FORM)
    assert bound.title is None


def test_the_language_is_that_of_the_form() -> None:
    assert bind(REPORT, FORM).language is FORM.language
