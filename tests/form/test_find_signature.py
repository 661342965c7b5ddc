from __future__ import annotations

import datetime

import pytest

from docxlint.core.document import Document, Paragraph
from docxlint.core.location import Location
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.form.find_signature import end_location, find_signature
from docxlint.form.schema import Form, SectionForm, TitleForm

FORM = Form(
    TitleForm("工作报告", "{organ}{year}年工作报告"), (SectionForm("overview", "一、总体情况"),)
)
HEAD = ("古郊联合体2023年工作报告", "一、总体情况", "公开信息。")


def bound(*lines: str, head: tuple[str, ...] = HEAD) -> BoundForm:
    paragraphs = tuple(
        Paragraph(line, Location("word/document.xml", f"/w:document/w:body/w:p[{at}]"))
        for at, line in enumerate((*head, *lines), 1)
    )
    return bind(Document(paragraphs, Location("word/document.xml", "/w:document/w:body")), FORM)


@pytest.mark.parametrize(
    "lines",
    [
        ("古郊联合体", "2024年1月15日"),
        ("古郊联合体 2024年1月15日",),
        ("古郊联合体\n二○二四年一月十五日",),
        ("古郊联合体", "2024年1月15日", "（此件公开发布）", "附件：统计表"),
        ("古郊联合体", "2024年1月15日", "附件第1行", "附件第2行"),
        ("古郊联合体", "2024年1月15日", *(f"附件1第{n}项：某局" for n in range(40))),
        ("古郊联合体", "2024年1月15日", "抄送：县委办公室，县人大办公室"),
        ("古郊联合体", "2024年1月15日", "联系人：张三", "电话：0000-1234567", "地址：古郊镇"),
        ("古郊联合体", "2024年1月15日", "附件", *(f"{n}.某村委会" for n in range(30)), "县政府"),
    ],
)
def test_organ_and_date_close_a_document(lines: tuple[str, ...]) -> None:
    signature = find_signature(bound(*lines))
    assert signature is not None
    assert signature.organ == "古郊联合体"
    assert signature.date is not None
    assert signature.date.date == datetime.date(2024, 1, 15)
    assert signature.ordered


def test_the_places_of_organ_and_date_are_those_of_their_words() -> None:
    text = "  古郊联合体\n 2024年1月15日"
    signature = find_signature(bound(text))
    assert signature is not None
    organ, date = signature.organ_location, signature.date_location
    assert organ is not None
    assert date is not None
    assert text[organ.start : organ.end] == "古郊联合体"
    assert text[date.start : date.end] == "2024年1月15日"
    assert date.section == "一、总体情况"
    assert signature.is_dated_at(date)
    assert not signature.is_dated_at(organ)


def test_a_date_before_the_organ_is_out_of_order() -> None:
    signature = find_signature(bound("2024年1月15日", "古郊联合体"))
    assert signature is not None
    assert (signature.organ, signature.ordered) == ("古郊联合体", False)


def test_an_organ_may_be_followed_by_an_unfinished_date() -> None:
    signature = find_signature(bound("古郊联合体", "2024年  月  日"))
    assert signature is not None
    assert signature.date is None
    assert signature.incomplete is not None
    assert signature.incomplete.text == "2024年  月  日"


def test_a_date_may_stand_alone() -> None:
    signature = find_signature(bound("2024年1月15日"))
    assert signature is not None
    assert (signature.organ, signature.date is not None) == (None, True)


def test_a_document_that_ends_in_its_text_is_not_signed() -> None:
    assert find_signature(bound("收到申请3件。")) is None


def test_what_stands_before_a_heading_is_no_signature() -> None:
    assert find_signature(bound(head=("古郊联合体", "2024年1月15日", *HEAD[1:]))) is None


def test_the_end_of_a_document_is_its_last_words() -> None:
    assert end_location(bound("收到申请。", " ")).text == "收到申请。"
    assert end_location(bound(head=())).path == "/w:document/w:body"
