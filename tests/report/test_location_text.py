"""The words for a place."""

from __future__ import annotations

from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.location_text import (
    list_places,
    location_text,
    section_heading,
    text_in_section,
)

PATH = "/w:document/w:body/w:p[3]"


def place(path: str = PATH, **more: object) -> Location:
    return Location("word/document.xml", path, **more)  # type: ignore[arg-type]


def test_a_cell_has_section_row_and_column() -> None:
    cell = place(section="三、申请", row="办结", column="总计", text="1")
    assert location_text(cell).zh == "三、申请 > 办结 > 总计"
    assert text_in_section(cell).zh == "办结 > 总计"


def test_what_it_has_in_common_with_the_origin_is_left_out() -> None:
    origin = place(section="三、申请", row="办结", column="自然人")
    assert location_text(place(section="三、申请", row="办结", column="总计"), origin).zh == "总计"
    other = place(section="一、概况", paragraph=2, text="收到1件")
    assert location_text(other, origin).zh == "一、概况 > 第2段 “收到1件”"


def test_a_paragraph_has_its_number_and_its_first_words_unless_it_is_the_heading() -> None:
    text = place(section="一、概况", paragraph=4, text="很长" * 20)
    assert text_in_section(text).zh == f"第4段 “{'很长' * 11}很…”"
    assert text_in_section(text).en.startswith("paragraph 4 “")
    heading = place(section="一、概况", paragraph=3, text="一、 概况")
    assert text_in_section(heading).zh == "第3段"


def test_a_document_and_the_front_have_words_of_their_own() -> None:
    assert location_text(place()).zh == "全文"
    assert section_heading(None).zh == "标题和引言（第一部分之前）"
    assert section_heading("一、\x1b概况").zh == "一、\\x1b概况"


def test_a_place_outside_the_body_says_so() -> None:
    assert location_text(place("/w:ftr/w:p[1]", text="第1页")).zh == "页脚 > “第1页”"


def test_a_long_list_ends_with_the_number_of_distinct_places() -> None:
    places = [Message.same(str(number)) for number in (*range(8), 1)]
    assert list_places(places).zh == "0、1、2、3、4、5等8处"
    assert list_places(places[:2]) == Message(zh="0、1", en="0, 1")


def test_a_label_in_a_list_is_short() -> None:
    label = place(section="三", row="行" * 30)
    assert text_in_section(label, short=True).zh == "行" * 19 + "…"


def test_a_place_has_its_page() -> None:
    third = place(paragraph=3, page=2)
    assert (location_text(third).zh, text_in_section(third).zh) == ("第3段（约第2页）",) * 2
    assert location_text(third).en == "paragraph 3 (about page 2)"
    assert text_in_section(place("/w:document", page=2)).zh == ""
