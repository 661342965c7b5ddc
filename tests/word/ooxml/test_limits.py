"""Limits on the size and the depth of a document."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

import pytest

from docxlint.core.document import Document
from docxlint.word.ooxml.unreadable import Code
from docxlint.word.read import Limits, Unreadable, read

from ..conftest import paragraphs

Docx = Callable[..., bytes]
Refusal = Callable[..., Unreadable]
Replaced = Callable[[bytes, Mapping[str, bytes]], bytes]

BODY = "<w:p><w:r><w:t>文</w:t></w:r></w:p>"
DOCUMENT = "word/document.xml"


def test_what_actually_inflates_is_limited(
    docx: Docx, replaced: Replaced, refusal: Refusal
) -> None:
    source = replaced(docx(BODY), {DOCUMENT: b"<d>" + b" " * 3_000_000 + b"</d>"})
    assert refusal(source, part=1_000_000).code == Code.INFLATES
    assert refusal(source, inflated=1_000_000).code == Code.INFLATES


def test_a_directory_that_lies_about_sizes_changes_nothing(
    docx: Docx, replaced: Replaced, refusal: Refusal
) -> None:
    source = bytearray(replaced(docx(BODY), {DOCUMENT: b"<d>" + b" " * 3_000_000 + b"</d>"}))
    at = source.find(b"PK\x01\x02")
    while at >= 0:
        (size,) = struct.unpack_from("<I", source, at + 24)
        if size > 1_000_000:
            struct.pack_into("<I", source, at + 24, 10)
        at = source.find(b"PK\x01\x02", at + 1)
    assert refusal(bytes(source), part=1_000_000).code == Code.DAMAGED_PART


def test_entries_are_limited(docx: Docx, replaced: Replaced, refusal: Refusal) -> None:
    files = {f"x{i}": b"" for i in range(20)}
    assert refusal(replaced(docx(BODY), files), entries=10).code == Code.TOO_MANY_ENTRIES


def test_the_file_is_limited(docx: Docx, refusal: Refusal) -> None:
    assert refusal(docx(BODY), source=100).code == Code.TOO_LARGE


def test_tags_are_limited(docx: Docx, refusal: Refusal) -> None:
    assert refusal(docx(BODY * 100), tags=100).code == Code.TOO_MANY_TAGS


@pytest.mark.parametrize(
    ("left", "right", "most"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 118),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 78),
        ("<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>",
         "</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>", 47),
    ],
)  # fmt: skip
def test_nested_blocks_are_limited(
    left: str, right: str, most: int, docx: Docx, refusal: Refusal
) -> None:
    body = left * (most + 2) + BODY + right * (most + 2)
    assert refusal(docx(body)).code == Code.TOO_DEEP
    document = read(docx(left * most + BODY + right * most))
    (paragraph,) = (each for each in paragraphs(document.blocks) if each.text)
    assert paragraph.text == "文"
    assert paragraph.location.path.count("/") > 2 * most


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("<w:hyperlink>", "</w:hyperlink>"),
        ("<w:r><w:ruby><w:rubyBase>", "</w:rubyBase></w:ruby></w:r>"),
        ("<w:r><w:pict><w:txbxContent><w:p>", "</w:p></w:txbxContent></w:pict></w:r>"),
        ("<w:r><w:pict>" + "<v:group>" * 245, "</v:group>" * 245 + "</w:pict></w:r>"),
    ],
)
def test_nested_runs_are_limited(left: str, right: str, docx: Docx, refusal: Refusal) -> None:
    times = 1 if "group" in left else 245 if "hyperlink" in left else 80
    inner = "<w:r><w:t>x</w:t></w:r>" if "group" not in left else "<v:shape/>"
    assert refusal(docx(f"<w:p>{left * times}{inner}{right * times}</w:p>")).code == Code.TOO_DEEP


def test_paragraphs_are_limited(docx: Docx, refusal: Refusal) -> None:
    assert refusal(docx(BODY * 11), paragraphs=10).code == Code.TOO_MANY_PARAGRAPHS
    assert isinstance(read(docx(BODY * 10), Limits(paragraphs=10)), Document)


@pytest.mark.parametrize("claim", ["gridSpan", "gridBefore"])
def test_slots_are_limited_by_what_is_claimed(claim: str, docx: Docx, refusal: Refusal) -> None:
    mark = f'<w:{claim} w:val="999999999"/>'
    row, cell = (mark, "") if claim == "gridBefore" else ("", mark)
    table = (
        f"<w:tbl><w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{BODY}</w:tc>"
        "</w:tr></w:tbl>"
    )
    assert refusal(docx(table)).code == Code.TOO_MANY_CELLS


def test_a_wide_row_among_many_short_ones_is_limited(docx: Docx, refusal: Refusal) -> None:
    wide = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="5000"/></w:tcPr><w:p/></w:tc></w:tr>'
    short = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
    assert refusal(docx(f"<w:tbl>{wide}{short * 1000}</w:tbl>")).code == Code.TOO_MANY_CELLS


def test_locations_are_limited(docx: Docx, refusal: Refusal) -> None:
    assert refusal(docx(BODY * 50), trail=1000).code == Code.TOO_COMPLEX


def test_many_runs_in_deep_wrappers_are_limited(docx: Docx, refusal: Refusal) -> None:
    runs = "<w:r><w:t>x</w:t></w:r>" * 2000
    body = f"<w:p>{'<w:hyperlink>' * 80}{runs}{'</w:hyperlink>' * 80}</w:p>"
    assert refusal(docx(body), trail=1_000_000).code == Code.TOO_COMPLEX
