"""Where a comment goes when the finding has no words of its own in the text."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from docxlint.api import Linter
from docxlint.copies.annotate import SIGNED, annotate
from docxlint.core.finding import Finding, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.linting.pack_selection import PackSelector
from docxlint.report.report import Report
from docxlint.rules.rule import Pack
from docxlint.word.edit.copy_faults import NoCopy
from docxlint.word.ooxml.names import W_URI, w

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _docx(body: str, *, rels: str = "", more: dict[str, str] | None = None, own: str = "") -> bytes:
    types = f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    main = f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{main}{rels}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W_URI}" xmlns:r="{_OFFICE}"><w:body>{body}</w:body></w:document>',
        **(more or {}),
    }
    if own:
        files["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{own}</Relationships>'
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def _report(*places: Location) -> Report:
    said = Message(zh="错了", en="wrong")
    findings = tuple(
        Finding(rule="r", severity=Severity.ERROR, message=said, location=place) for place in places
    )
    return Report(path="x", sha256="", status="checked", findings=findings)


def _marked(
    source: bytes,
    path: str,
    part: str = "word/document.xml",
    start: int | None = None,
    end: int | None = None,
) -> str:
    """The body with a comment on `path`: "[" and "]" for its range, "*" for its mark."""
    copy = annotate(source, _report(Location(part, path, start, end)))
    assert copy is not None and copy.findings == 1
    with zipfile.ZipFile(io.BytesIO(copy.data)) as archive:
        text = archive.read("word/document.xml").decode()
    body = text.partition("<w:body>")[2].partition("</w:body>")[0]
    body = body.replace('<w:commentRangeStart w:id="0"/>', "[")
    body = body.replace('<w:commentRangeEnd w:id="0"/>', "]")
    return body.replace('<w:r><w:commentReference w:id="0"/></w:r>', "*")


_P = "<w:p><w:pPr/><w:r><w:t>甲乙</w:t></w:r></w:p>"
_BODY = "/w:document/w:body"


@pytest.mark.parametrize(
    ("body", "path", "wanted"),
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
def test_a_comment_stands_at_the_nearest_words(body: str, path: str, wanted: str) -> None:
    assert _marked(_docx(body), path) == wanted


def test_words_in_a_control_get_their_comment_at_the_beginning_of_the_paragraph() -> None:
    body = f"<w:sdt><w:sdtContent>{_P}</w:sdtContent></w:sdt>"
    marked = _marked(_docx(body), f"{_BODY}/w:sdt[1]/w:sdtContent[1]/w:p[1]", start=1, end=2)
    assert marked == body.replace("<w:pPr/>", "<w:pPr/>[]*")


def test_a_text_box_gets_its_comment_where_it_is_anchored() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{_P}</w:txbxContent></w:pict></w:r>"
    path = f"{_BODY}/w:p[1]/w:r[1]/w:pict[1]/w:txbxContent[1]/w:p[1]"
    assert _marked(_docx(f"<w:p>{box}</w:p>"), path) == f"<w:p>[{box}]*</w:p>"


def test_a_note_gets_its_comment_at_its_reference() -> None:
    notes = f'<w:footnotes xmlns:w="{W_URI}"><w:footnote w:id="7">{_P}</w:footnote></w:footnotes>'
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    source = _docx(
        f"{_P}<w:p>{reference}</w:p>",
        more={"word/notes.xml": notes},
        own=f'<Relationship Id="n" Type="{_OFFICE}/footnotes" Target="notes.xml"/>',
    )
    path = "/w:footnotes/w:footnote[1]/w:p[1]"
    assert _marked(source, path, "word/notes.xml", start=0, end=1) == (
        f"{_P}<w:p>[{reference}]*</w:p>"
    )
    elsewhere = _marked(source, "/w:hdr/w:p[1]", "word/header1.xml")
    assert elsewhere.startswith("<w:p><w:pPr/>[<w:r><w:t>甲乙</w:t></w:r>]*</w:p>")


def test_notes_that_nothing_is_said_of_may_be_damaged() -> None:
    source = _docx(
        _P,
        more={"word/notes.xml": "<w:footnotes"},
        own=f'<Relationship Id="n" Type="{_OFFICE}/footnotes" Target="notes.xml"/>',
    )
    assert "[<w:r><w:t>甲乙</w:t></w:r>]*" in _marked(source, f"{_BODY}/w:p[1]")


@pytest.mark.parametrize("part", ["styles.xml", "document.xml"])
def test_what_is_said_to_be_comments_and_is_none_gets_none(part: str) -> None:
    source = _docx(
        _P,
        more={"word/styles.xml": f'<w:styles xmlns:w="{W_URI}"/>'},
        own=f'<Relationship Id="n" Type="{_OFFICE}/comments" Target="{part}"/>',
    )
    with pytest.raises(NoCopy, match=f"word/{part}"):
        annotate(source, _report(Location("word/document.xml", f"{_BODY}/w:p[1]")))


def test_a_text_that_holds_an_element_is_not_cut() -> None:
    odd = "<w:r><w:t>甲乙<w:softHyphen/>丙</w:t><w:t>丁戊</w:t></w:r>"
    path = f"{_BODY}/w:p[1]"
    assert _marked(_docx(f"<w:p>{odd}</w:p>"), path, start=1, end=2) == (
        "<w:p>[<w:r><w:t>甲乙<w:softHyphen/>丙</w:t></w:r>]*<w:r><w:t>丁戊</w:t></w:r></w:p>"
    )
    assert _marked(_docx(f"<w:p>{odd}</w:p>"), path, start=1, end=3) == (
        "<w:p>[<w:r><w:t>甲乙<w:softHyphen/>丙</w:t><w:t>丁</w:t></w:r>]*"
        "<w:r><w:t>戊</w:t></w:r></w:p>"
    )


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field(code: str, *results: str) -> list[str]:
    """The content of paragraphs over which a field has its `results`."""
    said = f"{_mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{_mark('separate')}"
    shown = [f"<w:r><w:t>{result}</w:t></w:r>" for result in results]
    return (
        [said + shown[0], *shown[1:-1], shown[-1] + _mark("end")]
        if len(shown) > 1
        else [said + shown[0] + _mark("end")]
    )


def test_words_of_a_field_get_their_comment_round_the_field() -> None:
    (result,) = _field(" REF a ", "甲乙")
    (nested,) = _field(f" IF {result} = 1 ", "丙丁")
    path = f"{_BODY}/w:p[1]"
    for field in (result, nested):
        body = f"<w:p><w:r><w:t>前</w:t></w:r>{field}<w:r><w:t>后</w:t></w:r></w:p>"
        marked = _marked(_docx(body), path, start=1, end=2)
        assert marked == body.replace(field, f"[{field}]*")
        marked = _marked(_docx(body), path, start=0, end=2)
        assert marked == body.replace(field, f"{field}]*").replace("<w:p>", "<w:p>[")
    in_run = '<w:fldChar w:fldCharType="begin"/><w:instrText>=1</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/>'
    body = f"<w:p><w:r><w:t>前</w:t>{in_run}<w:t>后</w:t></w:r></w:p>"
    assert _marked(_docx(body), path, start=1, end=2) == (
        f"<w:p><w:r><w:t>前</w:t></w:r>[<w:r>{in_run}</w:r>]*<w:r><w:t>后</w:t></w:r></w:p>"
    )


@pytest.mark.parametrize("at", [1, 2, 3])
def test_words_of_a_field_of_several_paragraphs_get_their_comment_round_all(at: int) -> None:
    contents = _field(" REF a ", "甲", "乙", "丙")
    body = "".join(f"<w:p>{content}</w:p>" for content in contents)
    marked = _marked(_docx(body), f"{_BODY}/w:p[{at}]", start=0, end=1)
    assert marked == "<w:p>[" + body[len("<w:p>") : -len("</w:p>")] + "]*</w:p>"


def test_a_line_of_a_table_of_contents_gets_a_comment_of_its_own() -> None:
    contents = _field(" toc \\o ", "甲", "乙", "丙")
    body = "".join(f"<w:p>{content}</w:p>" for content in contents)
    marked = _marked(_docx(body), f"{_BODY}/w:p[2]", start=0, end=1)
    assert marked == body.replace(contents[1], f"[{contents[1]}]*")


def test_a_field_without_an_end_or_a_beginning_is_none() -> None:
    for lost in ("begin", "end"):
        body = f"<w:p>{_mark(lost)}<w:r><w:t>甲</w:t></w:r></w:p>"
        marked = _marked(_docx(body), f"{_BODY}/w:p[1]", start=0, end=1)
        assert marked == body.replace("<w:r><w:t>", "[<w:r><w:t>").replace("</w:p>", "]*</w:p>")


def test_ranges_that_cross_and_nest_are_each_whole() -> None:
    places = [
        Location("word/document.xml", f"{_BODY}/w:p[1]", start=a, end=b)
        for a, b in ((0, 2), (1, 3), (1, 2), (0, 4))
    ]
    body = "<w:p><w:r><w:t>甲乙</w:t><w:tab/></w:r><w:r><w:t>丙</w:t></w:r></w:p>"
    copy = annotate(_docx(body), _report(*places))
    assert copy is not None
    with zipfile.ZipFile(io.BytesIO(copy.data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    inside: dict[str, str] = {}
    opened: set[str] = set()
    for element in root.iter():
        number = str(element.get(w("id")))
        if element.tag == w("commentRangeStart"):
            opened.add(number)
        elif element.tag == w("commentRangeEnd"):
            opened.remove(number)
        elif element.tag in (w("t"), w("tab")):
            for each in opened:
                inside[each] = inside.get(each, "") + (element.text or "\t")
    assert inside == {"0": "甲乙", "1": "乙\t", "2": "乙", "3": "甲乙\t丙"}
    assert not opened


def test_a_document_without_a_paragraph_has_nowhere_to_put_a_comment(national: Pack) -> None:
    source = _docx("<w:sectPr/>")
    report = Linter(PackSelector((national,))).lint(source)
    copy = annotate(source, report)
    assert copy is not None
    assert copy.findings == 0 and copy.data == source
    assert {notice.en.rpartition(" ")[2] for notice in copy.notices} == {"attached"}


def test_that_signatures_no_longer_hold_is_said() -> None:
    origin = f"{_PACKAGE}/relationships/digital-signature/origin"
    source = _docx(
        _P,
        rels=f'<Relationship Id="s" Type="{origin}" Target="_xmlsignatures/origin.sigs"/>',
        more={"_xmlsignatures/origin.sigs": ""},
    )
    copy = annotate(source, _report(Location("word/document.xml", _BODY)))
    assert copy is not None and copy.notices == (SIGNED,)


def test_a_package_without_relationships_of_its_document_gets_them() -> None:
    copy = annotate(_docx(_P), _report(Location("word/document.xml", _BODY)))
    assert copy is not None
    with zipfile.ZipFile(io.BytesIO(copy.data)) as archive:
        types = archive.read("[Content_Types].xml").decode()
        assert archive.namelist()[3:] == ["word/comments.xml", "word/_rels/document.xml.rels"]
        assert 'Extension="rels"' in types and 'PartName="/word/comments.xml"' in types
        related = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        assert [e.get("Target") for e in related] == ["comments.xml"]
