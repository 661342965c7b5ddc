"""The comment on a finding is at its text, or at the nearest text where one is allowed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docxlint.word.ooxml.names import W_URI

Docx = Callable[..., bytes]
Commented = Callable[..., str]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "<w:p><w:pPr/><w:r><w:t>甲乙</w:t></w:r></w:p>"
_BODY = "/w:document/w:body"


@pytest.mark.parametrize(
    ("body", "path", "expected"),
    [
        (f"<w:p/>{_P}", _BODY, "<w:p/><w:p><w:pPr/>[<w:r><w:t>甲乙</w:t></w:r>]*</w:p>"),
        ("<w:p/>", f"{_BODY}/w:p[1]", "<w:p>[]*</w:p>"),
        (
            f"<w:tbl><w:tr><w:tc><w:p></w:p></w:tc><w:tc>{_P}</w:tc></w:tr></w:tbl>",
            f"{_BODY}/w:tbl[1]",
            "<w:tbl><w:tr><w:tc><w:p></w:p></w:tc><w:tc><w:p><w:pPr/>[<w:r><w:t>甲乙</w:t></w:r>]*</w:p></w:tc></w:tr></w:tbl>",
        ),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:pPr/></w:p></w:tc></w:tr></w:tbl>",
            f"{_BODY}/w:tbl[1]/w:tr[1]/w:tc[1]",
            "<w:tbl><w:tr><w:tc><w:p><w:pPr/>[]*</w:p></w:tc></w:tr></w:tbl>",
        ),
        (
            '<w:p><w:del w:id="3" w:author="a"><w:r><w:delText>丙</w:delText></w:r></w:del></w:p>',
            f"{_BODY}/w:p[1]/w:del[1]",
            '<w:p>[<w:del w:id="3" w:author="a"><w:r><w:delText>丙</w:delText></w:r></w:del>]*</w:p>',
        ),
        (
            '<w:p><w:pPr><w:pPrChange w:id="3" w:author="a"><w:pPr/></w:pPrChange></w:pPr></w:p>',
            f"{_BODY}/w:p[1]/w:pPr[1]/w:pPrChange[1]",
            '<w:p><w:pPr><w:pPrChange w:id="3" w:author="a"><w:pPr/></w:pPrChange></w:pPr>[]*</w:p>',
        ),
    ],
)
def test_a_comment_is_at_the_nearest_text(
    body: str, path: str, expected: str, docx: Docx, commented: Commented
) -> None:
    assert commented(docx(body), path) == expected


def test_text_in_a_control_has_its_comment_at_the_start_of_the_paragraph(
    docx: Docx, commented: Commented
) -> None:
    body = f"<w:sdt><w:sdtContent>{_P}</w:sdtContent></w:sdt>"
    marked = commented(docx(body), f"{_BODY}/w:sdt[1]/w:sdtContent[1]/w:p[1]", start=1, end=2)
    assert marked == body.replace("<w:pPr/>", "<w:pPr/>[]*")


def test_a_text_box_has_its_comment_at_its_anchor(docx: Docx, commented: Commented) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{_P}</w:txbxContent></w:pict></w:r>"
    path = f"{_BODY}/w:p[1]/w:r[1]/w:pict[1]/w:txbxContent[1]/w:p[1]"
    assert commented(docx(f"<w:p>{box}</w:p>"), path) == f"<w:p>[{box}]*</w:p>"


def test_a_note_has_its_comment_at_its_reference(docx: Docx, commented: Commented) -> None:
    notes = f'<w:footnotes xmlns:w="{W_URI}"><w:footnote w:id="7">{_P}</w:footnote></w:footnotes>'
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    source = docx(
        f"{_P}<w:p>{reference}</w:p>",
        parts={"word/notes.xml": notes},
        rels=f'<Relationship Id="n" Type="{_OFFICE}/footnotes" Target="notes.xml"/>',
    )
    path = "/w:footnotes/w:footnote[1]/w:p[1]"
    assert commented(source, path, "word/notes.xml", start=0, end=1) == (
        f"{_P}<w:p>[{reference}]*</w:p>"
    )
    in_header = commented(source, "/w:hdr/w:p[1]", "word/header1.xml")
    assert in_header.startswith("<w:p><w:pPr/>[<w:r><w:t>甲乙</w:t></w:r>]*</w:p>")


def test_a_text_with_child_elements_is_not_split(docx: Docx, commented: Commented) -> None:
    with_element = "<w:r><w:t>甲乙<w:softHyphen/>丙</w:t><w:t>丁戊</w:t></w:r>"
    path = f"{_BODY}/w:p[1]"
    assert commented(docx(f"<w:p>{with_element}</w:p>"), path, start=1, end=2) == (
        "<w:p>[<w:r><w:t>甲乙<w:softHyphen/>丙</w:t></w:r>]*<w:r><w:t>丁戊</w:t></w:r></w:p>"
    )
    assert commented(docx(f"<w:p>{with_element}</w:p>"), path, start=1, end=3) == (
        "<w:p>[<w:r><w:t>甲乙<w:softHyphen/>丙</w:t><w:t>丁</w:t></w:r>]*"
        "<w:r><w:t>戊</w:t></w:r></w:p>"
    )


def _field_mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field(code: str, *results: str) -> list[str]:
    """The content of the paragraphs of a field with `results`, one for each."""
    code_run = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    instructions = f"{_field_mark('begin')}{code_run}{_field_mark('separate')}"
    results_xml = [f"<w:r><w:t>{result}</w:t></w:r>" for result in results]
    return (
        [instructions + results_xml[0], *results_xml[1:-1], results_xml[-1] + _field_mark("end")]
        if len(results_xml) > 1
        else [instructions + results_xml[0] + _field_mark("end")]
    )


def test_text_in_a_field_has_its_comment_around_the_field(docx: Docx, commented: Commented) -> None:
    (result,) = _field(" REF a ", "甲乙")
    (nested,) = _field(f" IF {result} = 1 ", "丙丁")
    path = f"{_BODY}/w:p[1]"
    for field in (result, nested):
        body = f"<w:p><w:r><w:t>前</w:t></w:r>{field}<w:r><w:t>后</w:t></w:r></w:p>"
        marked = commented(docx(body), path, start=1, end=2)
        assert marked == body.replace(field, f"[{field}]*")
        marked = commented(docx(body), path, start=0, end=2)
        assert marked == body.replace(field, f"{field}]*").replace("<w:p>", "<w:p>[")
    in_run = '<w:fldChar w:fldCharType="begin"/><w:instrText>=1</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/>'
    body = f"<w:p><w:r><w:t>前</w:t>{in_run}<w:t>后</w:t></w:r></w:p>"
    assert commented(docx(body), path, start=1, end=2) == (
        f"<w:p><w:r><w:t>前</w:t></w:r>[<w:r>{in_run}</w:r>]*<w:r><w:t>后</w:t></w:r></w:p>"
    )


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_field_over_several_paragraphs_has_its_comment_around_all_of_them(
    at: int, docx: Docx, commented: Commented
) -> None:
    contents = _field(" REF a ", "甲", "乙", "丙")
    body = "".join(f"<w:p>{content}</w:p>" for content in contents)
    marked = commented(docx(body), f"{_BODY}/w:p[{at}]", start=0, end=1)
    assert marked == "<w:p>[" + body[len("<w:p>") : -len("</w:p>")] + "]*</w:p>"


def test_a_line_in_a_table_of_contents_has_its_comment_on_the_line(
    docx: Docx, commented: Commented
) -> None:
    contents = _field(" toc \\o ", "甲", "乙", "丙")
    body = "".join(f"<w:p>{content}</w:p>" for content in contents)
    marked = commented(docx(body), f"{_BODY}/w:p[2]", start=0, end=1)
    assert marked == body.replace(contents[1], f"[{contents[1]}]*")


def test_an_unfinished_field_is_ignored(docx: Docx, commented: Commented) -> None:
    for missing in ("begin", "end"):
        body = f"<w:p>{_field_mark(missing)}<w:r><w:t>甲</w:t></w:r></w:p>"
        marked = commented(docx(body), f"{_BODY}/w:p[1]", start=0, end=1)
        assert marked == body.replace("<w:r><w:t>", "[<w:r><w:t>").replace("</w:p>", "]*</w:p>")
