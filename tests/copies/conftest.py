"""Small documents made of literal XML, and the comments that an annotated copy has on them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

from docxlint.copies.annotate import annotate
from docxlint.copies.original import Original
from docxlint.core.finding import Finding, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.word.ooxml.names import W_URI
from docxlint.word.source import open_document

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def make_docx(
    body: str, *, package_rels: str = "", rels: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """A .docx with the body `body`, further relationships, and further parts by name."""
    types = f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    main = f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    uri = f"{_PACKAGE}/relationships"
    names = f'xmlns:w="{W_URI}" xmlns:r="{_OFFICE}"'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{uri}">{main}{package_rels}</Relationships>',
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        **(parts or {}),
    }
    if rels:
        files["word/_rels/document.xml.rels"] = (
            f'<Relationships xmlns="{uri}">{rels}</Relationships>'
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def open_original(source: bytes) -> Original:
    """The document `source`, opened for copies."""
    return Original(open_document(source, keep_parts=True))


def report_on(*places: Location) -> Report:
    """A report with a finding at each of `places`."""
    message = Message(zh="错了", en="wrong")
    findings = tuple(
        Finding(rule="r", severity=Severity.ERROR, message=message, location=place)
        for place in places
    )
    return Report(path="x", sha256="", status="checked", findings=findings)


def commented_body(
    source: bytes,
    path: str,
    part: str = "word/document.xml",
    start: int | None = None,
    end: int | None = None,
) -> str:
    """The body with a comment on `path`: "[" and "]" for its range, "*" for its reference."""
    copy = annotate(open_original(source), report_on(Location(part, path, start, end)))
    assert copy is not None and copy.findings == 1
    with zipfile.ZipFile(io.BytesIO(copy.data)) as archive:
        text = archive.read("word/document.xml").decode()
    body = text.partition("<w:body>")[2].partition("</w:body>")[0]
    body = body.replace('<w:commentRangeStart w:id="0"/>', "[")
    body = body.replace('<w:commentRangeEnd w:id="0"/>', "]")
    return body.replace('<w:r><w:commentReference w:id="0"/></w:r>', "*")


@pytest.fixture(scope="session")
def docx() -> Callable[..., bytes]:
    return make_docx


@pytest.fixture(scope="session")
def original() -> Callable[[bytes], Original]:
    return open_original


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    return report_on


@pytest.fixture(scope="session")
def commented() -> Callable[..., str]:
    return commented_body
