"""Tracked changes: what shows once all are accepted, and how they are listed."""

from __future__ import annotations

from collections.abc import Callable

from docxlint.core.document import Document, Revision

Texts = Callable[..., list[str]]
Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]


def p(text: str, mark: str = "", properties: str = "") -> str:
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{properties}<w:rPr>{mark}</w:rPr></w:pPr>{run}</w:p>"


def summary(revisions: tuple[Revision, ...]) -> list[tuple[str, str | None, str]]:
    return [(r.kind, r.author, r.text) for r in revisions]


def test_a_deleted_mark_joins_two_paragraphs(texts: Texts) -> None:
    assert texts(p("前", '<w:del w:author="甲"/>') + p("后") + p("末")) == ["前后", "末"]
    assert texts(p("前", "<w:moveFrom/>") + p("后")) == ["前后"]


def test_three_paragraphs_join_into_one(texts: Texts) -> None:
    assert texts(p("一", "<w:del/>") + p("二", "<w:del/>") + p("三")) == ["一二三"]


def test_a_paragraph_deleted_whole_is_not_there(texts: Texts) -> None:
    gone = (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    )
    assert texts(p("前") + gone + p("后")) == ["前", "后"]
    assert texts(p("前") + gone) == ["前"]
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert texts(p("前") + gone + table) == ["前"]


def test_text_before_a_table_stays_though_its_mark_is_deleted(texts: Texts) -> None:
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert texts(p("前", "<w:del/>") + table + p("后")) == ["前", "后"]


def test_joined_paragraphs_look_like_the_one_whose_mark_is_left(
    docx: Docx, reading: Reading
) -> None:
    body = p("前", "<w:del/>", '<w:outlineLvl w:val="0"/>') + p(
        "后", "", '<w:outlineLvl w:val="1"/>'
    )
    (block,) = reading(docx(body)).blocks
    assert block.location.path == "/w:document/w:body/w:p[2]"
    assert getattr(block, "level", None) == 1


def test_every_kind_of_change_is_listed_with_its_author(docx: Docx, reading: Reading) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        "<w:p>"
        f'<w:ins w:author="甲">{run.format("增")}</w:ins>'
        '<w:del w:author="乙"><w:r><w:delText>删</w:delText></w:r></w:del>'
        f'<w:moveFrom w:author="丙">{run.format("去")}</w:moveFrom>'
        f'<w:moveTo w:author="丙">{run.format("来")}</w:moveTo>'
        '<w:r><w:rPr><w:rPrChange w:author="丁"/></w:rPr><w:t>样</w:t></w:r>'
        "</w:p>"
    )
    document = reading(docx(body))
    assert summary(document.revisions) == [
        ("insertion", "甲", "增"),
        ("deletion", "乙", "删"),
        ("move-from", "丙", "去"),
        ("move-to", "丙", "来"),
        ("formatting", "丁", "样"),
    ]
    assert document.revisions[0].location.path == "/w:document/w:body/w:p[1]/w:ins[1]"
    assert document.revisions[0].location.paragraph == 1
    assert document.revisions[0].location.text == "增"


def test_adjacent_changes_of_one_author_are_one(docx: Docx, reading: Reading) -> None:
    ins = '<w:ins w:author="{}"><w:r><w:t>{}</w:t></w:r></w:ins>'
    plain = "<w:r><w:t>原</w:t></w:r>"
    body = (
        f"<w:p>{ins.format('甲', 'a')}{ins.format('甲', 'b')}{plain}"
        f"{ins.format('甲', 'c')}{ins.format('乙', 'd')}</w:p>"
    )
    assert summary(reading(docx(body)).revisions) == [
        ("insertion", "甲", "ab"),
        ("insertion", "甲", "c"),
        ("insertion", "乙", "d"),
    ]


def test_rows_cells_marks_and_properties_have_their_changes(docx: Docx, reading: Reading) -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    body = (
        '<w:tbl><w:tblPr><w:tblPrChange w:author="甲"/></w:tblPr>'
        f'<w:tr><w:trPr><w:ins w:author="甲"/></w:trPr>{cell.format("", "增")}</w:tr>'
        f'<w:tr><w:trPr><w:del w:author="乙"/></w:trPr>{cell.format("", "删")}</w:tr>'
        f"<w:tr>{cell.format('<w:cellIns w:author=' + chr(34) + '丙' + chr(34) + '/>', '格')}</w:tr>"
        "</w:tbl>"
        '<w:p><w:pPr><w:rPr><w:ins w:author="丁"/></w:rPr>'
        '<w:pPrChange w:author="戊"/></w:pPr></w:p>'
        '<w:sectPr><w:sectPrChange w:author="己"/></w:sectPr>'
    )
    assert summary(reading(docx(body)).revisions) == [
        ("formatting", "甲", ""),
        ("insertion", "甲", "增"),
        ("deletion", "乙", "删"),
        ("insertion", "丙", "格"),
        ("insertion", "丁", ""),
        ("formatting", "戊", ""),
        ("formatting", "己", ""),
    ]


def test_a_paragraph_with_inserted_mark_and_text_is_one_insertion(
    docx: Docx, reading: Reading
) -> None:
    mark = '<w:ins w:author="甲"/>'
    body = (
        f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>"
        '<w:ins w:author="甲"><w:r><w:t>新段</w:t></w:r></w:ins></w:p>'
    )
    assert summary(reading(docx(body)).revisions) == [("insertion", "甲", "新段")]


def test_a_deletion_inside_an_insertion_is_only_a_deletion(docx: Docx, reading: Reading) -> None:
    body = (
        '<w:p><w:ins w:author="甲"><w:del w:author="乙"><w:r><w:delText>又删</w:delText></w:r>'
        "</w:del></w:ins></w:p>"
    )
    assert summary(reading(docx(body)).revisions) == [("deletion", "乙", "又删")]


def test_what_is_not_read_is_a_gap(docx: Docx, reading: Reading) -> None:
    body = '<w:altChunk r:id="x"/>' + '<w:p><w:subDoc r:id="y"/></w:p>'
    gaps = reading(docx(body)).gaps
    assert [(gap.construct, gap.location.path) for gap in gaps] == [
        ("altChunk", "/w:document/w:body/w:altChunk[1]"),
        ("subDoc", "/w:document/w:body/w:p[1]/w:subDoc[1]"),
    ]


def test_an_insertion_inside_a_move_is_a_part_of_it(docx: Docx, reading: Reading) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f'<w:p><w:moveTo w:author="甲">{run.format("一")}'
        f'<w:ins w:author="乙">{run.format("二")}</w:ins></w:moveTo></w:p>'
    )
    assert summary(reading(docx(body)).revisions) == [("move-to", "甲", "一二")]
