from __future__ import annotations

from docxlint.core.document import Block, Cell, Document, Paragraph, Story, Table
from docxlint.core.location import Location
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.form.passages import paragraph_location, passages, running_texts, section_lines
from docxlint.form.schema import Form, SectionForm, TitleForm
from docxlint.text.zh import LANGUAGE

BODY = Location("word/document.xml", "/w:document/w:body")
FORM = Form(
    TitleForm("工作报告", "{organ}{year}年工作报告"),
    (SectionForm("overview", "一、总体情况"), SectionForm("other", "二、其他")),
)


def paragraph(text: str, *, box: bool = False) -> Paragraph:
    return Paragraph(text, Location("word/document.xml", f"/{text}"), box=box)


def story(kind: str) -> Story:
    place = Location(f"word/{kind}s.xml", "/x")
    return Story(kind, (Paragraph(kind, place),), place)


def bound(*blocks: str | Block) -> BoundForm:
    nodes = tuple(paragraph(block) if isinstance(block, str) else block for block in blocks)
    return bind(Document(nodes, BODY, (story("footnote"), story("comment"))), FORM)


TABLE = Table(
    ((Cell("格", 0, 0, BODY, paragraphs=(paragraph("格"),)),),), Location("word/document.xml", "/t")
)
REPORT = bound(
    "引言。", "一、总体情况", "全乡主动", TABLE, "公开信息，", "收到\n1.申请。", "二、其他", "无。"
)


def test_running_text_does_not_go_on_behind_a_table() -> None:
    texts = [text.text for text in running_texts(REPORT)]
    assert texts == ["引言。", "全乡主动", "公开信息，收到1.申请。", "无。"]


def test_running_text_is_that_of_the_sections_given() -> None:
    assert [text.text for text in running_texts(REPORT, ("other",))] == ["无。"]


def test_lines_of_a_section_leave_text_boxes_out() -> None:
    section = bound("一、总体情况", "甲\n（一）乙", paragraph("丙", box=True)).sections[0]
    lines = list(section_lines(section, LANGUAGE))
    assert [line.text for line in lines] == ["甲", "（一）乙"]
    assert {line.location.section for line in lines} == {"一、总体情况"}


def test_a_paragraph_has_the_label_of_its_section() -> None:
    section = REPORT.sections[0]
    place = paragraph_location(section, section.paragraphs[0])
    assert (place.path, place.section) == ("/全乡主动", "一、总体情况")


def test_cells_and_notes_come_behind_the_body_and_comments_never() -> None:
    roles = [p.role for p in passages(REPORT)]
    assert set(roles) == {"heading", "text"}
    everything = list(passages(REPORT, cells=True, notes=True))
    assert [(p.text, p.role) for p in everything[len(roles) :]] == [
        ("格", "cell"),
        ("footnote", "note"),
    ]
