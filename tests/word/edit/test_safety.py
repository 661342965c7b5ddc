"""Text is unsafe to change where Word generates it, tracks it, or keeps it elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docxlint.word.edit.safety import SafetyCheck, Unsafe

Indexed = Callable[..., Any]

_RUN = "<w:r><w:t>甲乙</w:t></w:r>"
_TRACKED = 'w:id="1" w:author="a"'
_FIELD = "".join(
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate")
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _reason(document: Any, path: str = "/w:p[1]", start: int = 0, end: int = 1) -> Unsafe | None:
    return SafetyCheck(document.part).reason_unsafe(document.paragraph(path), start, end)


@pytest.mark.parametrize(
    "content",
    [
        _RUN,
        f"<w:hyperlink>{_RUN}</w:hyperlink>",
        f"<w:smartTag>{_RUN}</w:smartTag>",
        "<w:r><w:tab/><w:t>甲</w:t></w:r>",
    ],
)
def test_plain_text_is_safe(content: str, indexed: Indexed) -> None:
    assert _reason(indexed(f"<w:p>{content}</w:p>")) is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (f"<w:ins {_TRACKED}>{_RUN}</w:ins>", Unsafe.TRACKED_CHANGE),
        (f"<w:moveTo {_TRACKED}>{_RUN}</w:moveTo>", Unsafe.TRACKED_CHANGE),
        (
            f"<w:r><w:rPr><w:rPrChange {_TRACKED}><w:rPr/></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>",
            Unsafe.TRACKED_CHANGE,
        ),
        (
            f"<w:pPr><w:rPr><w:ins {_TRACKED}/></w:rPr></w:pPr>{_RUN}",
            Unsafe.TRACKED_CHANGE,
        ),
        (f"{_FIELD}{_RUN}{_END}", Unsafe.FIELD_RESULT),
        (f'<w:fldSimple w:instr=" REF a ">{_RUN}</w:fldSimple>', Unsafe.FIELD_RESULT),
        (f"<w:sdt><w:sdtContent>{_RUN}</w:sdtContent></w:sdt>", Unsafe.CONTENT_CONTROL),
        ("<w:r><w:t>甲<w:softHyphen/>乙</w:t></w:r>", Unsafe.NOT_PLAIN_TEXT),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", Unsafe.NOT_PLAIN_TEXT),
    ],
)
def test_other_text_is_unsafe(content: str, reason: Unsafe, indexed: Indexed) -> None:
    assert _reason(indexed(f"<w:p>{content}</w:p>")) is reason


def test_an_automatic_number_is_unsafe(indexed: Indexed) -> None:
    level = '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    document = indexed(f"<w:p>{properties}{_RUN}</w:p>", numbering=numbering)
    length = len(document.paragraph().number)
    assert length > 0
    assert _reason(document, start=0) is Unsafe.AUTOMATIC_NUMBER
    assert _reason(document, start=length, end=length + 1) is None


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ("", Unsafe.CONTENT_CONTROL),
        ('<w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr>', Unsafe.CONTENT_CONTROL),
    ],
)
def test_a_paragraph_in_a_control_is_unsafe(
    properties: str, reason: Unsafe, indexed: Indexed
) -> None:
    control = f"<w:sdt>{properties}<w:sdtContent><w:p>{_RUN}</w:p></w:sdtContent></w:sdt>"
    assert _reason(indexed(control), "/w:sdt[1]/w:sdtContent[1]/w:p[1]") is reason


def test_a_cell_is_unsafe_in_a_locked_control_only(indexed: Indexed) -> None:
    path = "/w:sdt[1]/w:sdtContent[1]/w:tbl[1]/w:tr[1]/w:tc[1]/w:p[1]"
    table = f"<w:tbl><w:tr><w:tc><w:p>{_RUN}</w:p></w:tc></w:tr></w:tbl>"
    for lock, reason in (("", None), ("<w:lock/>", Unsafe.CONTENT_CONTROL)):
        control = f"<w:sdt><w:sdtPr>{lock}</w:sdtPr><w:sdtContent>{table}</w:sdtContent></w:sdt>"
        assert _reason(indexed(control), path) is reason


def test_text_of_merged_paragraphs_is_unsafe(indexed: Indexed) -> None:
    mark = f"<w:pPr><w:rPr><w:del {_TRACKED}/></w:rPr></w:pPr>"
    document = indexed(f"<w:p>{mark}{_RUN}</w:p><w:p><w:r><w:t>丙</w:t></w:r></w:p>")
    assert document.paragraph("/w:p[2]").text == "甲乙丙"
    assert _reason(document, "/w:p[2]", 0, 1) is Unsafe.SEVERAL_PARAGRAPHS
    assert _reason(document, "/w:p[2]", 2, 3) is None


def test_an_empty_range_is_judged_by_the_text_before_it(indexed: Indexed) -> None:
    document = indexed(f"<w:p>{_RUN}{_FIELD}{_RUN}{_END}</w:p>")
    assert document.paragraph().text == "甲乙甲乙"
    assert _reason(document, start=2, end=2) is None
    assert _reason(document, start=3, end=3) is Unsafe.FIELD_RESULT
    assert _reason(indexed("<w:p/>"), start=0, end=0) is None


def test_one_version_of_alternate_content_is_unsafe(indexed: Indexed) -> None:
    box = f"<wps:txbx><w:txbxContent><w:p>{_RUN}</w:p></w:txbxContent></wps:txbx>"
    choice = f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
    body = f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"
    path = (
        "/w:p[1]/w:r[1]/mc:AlternateContent[1]/mc:Choice[1]/w:drawing[1]"
        "/wps:txbx[1]/w:txbxContent[1]/w:p[1]"
    )
    assert _reason(indexed(body), path) is Unsafe.NOT_PLAIN_TEXT
