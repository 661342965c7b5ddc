"""An annotated copy has a comment for each finding, and says what its reader should know."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from docxlint.api import Linter
from docxlint.copies.annotate import annotate
from docxlint.copies.original import SIGNATURES_LOST, Original
from docxlint.core.location import Location
from docxlint.linting.pack_selection import PackSelector
from docxlint.report.report import Report
from docxlint.rules.rule import Pack
from docxlint.word.edit.copy_error import CannotCopy, CopyProblem
from docxlint.word.ooxml.names import W_URI, w

Docx = Callable[..., bytes]
Commented = Callable[..., str]
Opened = Callable[[bytes], Original]
Reporter = Callable[..., Report]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_P = "<w:p><w:pPr/><w:r><w:t>甲乙</w:t></w:r></w:p>"
_BODY = "/w:document/w:body"


def test_damaged_notes_without_findings_do_not_matter(docx: Docx, commented: Commented) -> None:
    source = docx(
        _P,
        parts={"word/notes.xml": "<w:footnotes"},
        rels=f'<Relationship Id="n" Type="{_OFFICE}/footnotes" Target="notes.xml"/>',
    )
    assert "[<w:r><w:t>甲乙</w:t></w:r>]*" in commented(source, f"{_BODY}/w:p[1]")


@pytest.mark.parametrize("part", ["styles.xml", "document.xml"])
def test_another_part_in_place_of_the_comments_prevents_a_copy(
    part: str, docx: Docx, original: Opened, report: Reporter
) -> None:
    source = docx(
        _P,
        parts={"word/styles.xml": f'<w:styles xmlns:w="{W_URI}"/>'},
        rels=f'<Relationship Id="n" Type="{_OFFICE}/comments" Target="{part}"/>',
    )
    with pytest.raises(CannotCopy) as error:
        annotate(original(source), report(Location("word/document.xml", f"{_BODY}/w:p[1]")))
    assert error.value.code is CopyProblem.NOT_COMMENTS
    assert error.value.parameters == {"part": f"word/{part}"}


def test_crossing_and_nested_ranges_are_complete(
    docx: Docx, original: Opened, report: Reporter
) -> None:
    places = [
        Location("word/document.xml", f"{_BODY}/w:p[1]", start=a, end=b)
        for a, b in ((0, 2), (1, 3), (1, 2), (0, 4))
    ]
    body = "<w:p><w:r><w:t>甲乙</w:t><w:tab/></w:r><w:r><w:t>丙</w:t></w:r></w:p>"
    copy = annotate(original(docx(body)), report(*places))
    assert copy is not None
    with zipfile.ZipFile(io.BytesIO(copy.data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    covered: dict[str, str] = {}
    opened: set[str] = set()
    for element in root.iter():
        number = str(element.get(w("id")))
        if element.tag == w("commentRangeStart"):
            opened.add(number)
        elif element.tag == w("commentRangeEnd"):
            opened.remove(number)
        elif element.tag in (w("t"), w("tab")):
            for each in opened:
                covered[each] = covered.get(each, "") + (element.text or "\t")
    assert covered == {"0": "甲乙", "1": "乙\t", "2": "乙", "3": "甲乙\t丙"}
    assert not opened


def test_a_document_without_a_paragraph_has_no_comments(
    national: Pack, docx: Docx, original: Opened
) -> None:
    source = docx("<w:sectPr/>")
    report = Linter(PackSelector((national,))).lint(source)
    copy = annotate(original(source), report)
    assert copy is not None
    assert copy.findings == 0 and copy.data == source
    assert copy.notices
    assert all("has no paragraph" in notice.en for notice in copy.notices)


def test_lost_signatures_are_a_notice(docx: Docx, original: Opened, report: Reporter) -> None:
    origin = f"{_PACKAGE}/relationships/digital-signature/origin"
    source = docx(
        _P,
        package_rels=f'<Relationship Id="s" Type="{origin}" Target="_xmlsignatures/origin.sigs"/>',
        parts={"_xmlsignatures/origin.sigs": ""},
    )
    copy = annotate(original(source), report(Location("word/document.xml", _BODY)))
    assert copy is not None and copy.notices == (SIGNATURES_LOST,)


def test_missing_relationships_are_created(docx: Docx, original: Opened, report: Reporter) -> None:
    copy = annotate(original(docx(_P)), report(Location("word/document.xml", _BODY)))
    assert copy is not None
    with zipfile.ZipFile(io.BytesIO(copy.data)) as archive:
        types = archive.read("[Content_Types].xml").decode()
        assert archive.namelist()[3:] == ["word/comments.xml", "word/_rels/document.xml.rels"]
        assert 'Extension="rels"' in types and 'PartName="/word/comments.xml"' in types
        related = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        assert [e.get("Target") for e in related] == ["comments.xml"]


def test_comments_of_an_earlier_run_are_replaced(
    docx: Docx, original: Opened, report: Reporter
) -> None:
    place = Location("word/document.xml", f"{_BODY}/w:p[1]")
    first = annotate(original(docx(_P)), report(place))
    assert first is not None
    second = annotate(original(first.data), report(place, place))
    assert second is not None
    assert second.findings == 2
    with zipfile.ZipFile(io.BytesIO(second.data)) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
        main = archive.read("word/document.xml").decode()
    ids = [comment.get(w("id")) for comment in comments]
    assert len(ids) == 2
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert main.count(f"<w:{name} ") == 2
        assert all(f'<w:{name} w:id="{id_}"/>' in main for id_ in ids)
