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
    assert location_text(cell).zh == "三、申请，“办结”行“总计”列"
    assert text_in_section(cell).zh == "“办结”行“总计”列"


def test_what_it_has_in_common_with_the_origin_is_left_out() -> None:
    origin = place(section="三、申请", row="办结", column="自然人")
    assert (
        location_text(place(section="三、申请", row="办结", column="总计"), origin).zh == "“总计”列"
    )
    other = place(section="一、概况", paragraph=2, text="收到1件")
    assert location_text(other, origin).zh == "“收到1件”，一、概况，第2段"


def test_a_paragraph_has_its_number_and_its_first_words_unless_it_is_the_heading() -> None:
    text = place(section="一、概况", paragraph=4, text="很长" * 20)
    assert text_in_section(text).zh == f"“{'很长' * 11}很…”，第4段"
    assert text_in_section(text).en.endswith("…”, paragraph 4")
    heading = place(section="一、概况", paragraph=3, text="一、 概况")
    assert text_in_section(heading).zh == "第3段"


def test_a_document_and_the_front_have_words_of_their_own() -> None:
    assert location_text(place()).zh == "全文"
    assert section_heading(None).zh == "标题和引言（第一部分之前）"
    assert section_heading("一、\x1b概况").zh == "一、\\x1b概况"


def test_a_place_outside_the_body_says_so() -> None:
    assert location_text(place("/w:ftr/w:p[1]", text="第1页")).zh == "“第1页”，页脚"


def test_a_long_list_ends_with_the_number_of_distinct_places() -> None:
    places = [Message.same(str(number)) for number in (*range(8), 1)]
    assert list_places(places).zh == "0；1；2；3；4；5等8处"
    assert list_places(places[:2]) == Message(zh="0；1", en="0; 1")


def test_a_label_in_a_list_is_short() -> None:
    label = place(section="三", row="行" * 30)
    assert text_in_section(label, short=True).zh == f"“{'行' * 19}…”行"


def test_a_table_has_its_label_and_is_named_once() -> None:
    table = {"section": "三、申请", "table": "requests", "table_label": "表三"}
    cell = place(row="办结", column="总计", text="9", page=4, **table)
    assert location_text(cell).zh == "约第4页，三、申请，表三“办结”行“总计”列"
    assert location_text(cell).en == "about page 4, 三、申请, 表三 row “办结” column “总计”"
    assert location_text(place(row="新收", **table), cell).zh == "“新收”行"
    assert location_text(place(text="本年制作件数", **table)).zh == "“本年制作件数”，三、申请，表三"
    other = place(section="三、申请", table="review", table_label="表四", row="新收")
    assert location_text(other, cell).zh == "表四“新收”行"
    assert text_in_section(place(table="requests", text="甲")).zh == "“甲”，表格"


def test_a_place_has_its_page() -> None:
    third = place(paragraph=3, page=2)
    assert (location_text(third).zh, text_in_section(third).zh) == ("约第2页，第3段",) * 2
    assert location_text(third).en == "about page 2, paragraph 3"
    assert text_in_section(place("/w:document", page=2)).zh == ""
