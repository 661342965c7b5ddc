"""Packages of all makes: what is not Word's own habit is read all the same."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable

import pytest

from docxlint.core.document import Document, Paragraph
from docxlint.word.read import read

Docx = Callable[..., bytes]
Reading = Callable[[bytes], Document]

BODY = "<w:p><w:r><w:t>文</w:t></w:r></w:p>"
STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://purl.oclc.org/ooxml/wordprocessingml/main"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    "http://schemas.openxmlformats.org/officeDocument/2006/math": (
        "http://purl.oclc.org/ooxml/officeDocument/math"
    ),
    "http://schemas.openxmlformats.org/drawingml/2006/": "http://purl.oclc.org/ooxml/drawingml/",
}


def visible_texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


def repacked(source: bytes, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            changed = change(name, old.read(name))
            if changed is not None:
                new.writestr(*changed)
    return out.getvalue()


@pytest.mark.parametrize(
    "content_type",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_documents_and_templates_with_and_without_macros_are_read(
    content_type: str, docx: Docx, reading: Reading
) -> None:
    source = docx(BODY, content_type=content_type, parts={"word/vbaProject.bin": b"\0"})
    assert visible_texts(reading(source)) == ["文"]


def test_backslashes_in_names_are_read_as_slashes(docx: Docx) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    body = '<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>'
    source = docx(body, styles=styles)
    document = read(repacked(source, lambda name, data: (name.replace("/", "\\"), data)))
    assert document == read(source)


def test_parts_are_found_by_relationship_whatever_their_names(docx: Docx, reading: Reading) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    source = docx(body, numbering=numbering, main="正文/a b.xml")
    document = reading(source)
    assert visible_texts(document) == ["1.\t"]
    assert document.location.part == "正文/a b.xml"


@pytest.mark.parametrize(
    "target", ["styles2.xml", "/word/styles2.xml", "../word/styles2.xml", "./styles2.xml",
               "STYLES2.xml", "%73tyles2.xml"]
)  # fmt: skip
def test_targets_are_relative_or_absolute(target: str, docx: Docx, reading: Reading) -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="9"><w:name w:val="heading 1"/></w:style></w:styles>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="9"/></w:pPr></w:p>'
    source = docx(body, parts={"word/styles2.xml": styles}, rels={"s": f"styles {target}"})
    (block,) = reading(source).blocks
    assert isinstance(block, Paragraph)
    assert block.level == 0


def test_missing_and_external_targets_are_passed_over(docx: Docx, reading: Reading) -> None:
    rels = {
        "s": "styles nowhere.xml",
        "t": "numbering ../../../../etc/passwd",
        "h": 'header http://example.invalid/h.xml" TargetMode="External',
    }
    body = BODY + '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>'
    document = reading(docx(body, rels=rels))
    assert visible_texts(document) == ["文"]
    assert document.stories == ()


def test_folder_entries_wrong_dates_and_descriptors_do_no_harm(docx: Docx) -> None:
    out = io.BytesIO()

    class Stream(io.RawIOBase):
        """Not seekable, so that sizes follow the data in descriptors."""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            return out.write(data)  # type: ignore[arg-type]

    with zipfile.ZipFile(Stream(), "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr(zipfile.ZipInfo("word/", (1980, 1, 1, 0, 0, 0)), b"")
        with zipfile.ZipFile(io.BytesIO(docx(BODY))) as old:
            for name in old.namelist():
                info = zipfile.ZipInfo(name, (2107, 12, 31, 23, 59, 58))
                new.writestr(info, old.read(name))
    source = out.getvalue()
    assert source[6] & 8  # a data descriptor
    dates = bytearray(source)
    at = dates.find(b"PK\x01\x02")
    while at >= 0:
        dates[at + 12 : at + 16] = b"\0\0\0\0"
        at = dates.find(b"PK\x01\x02", at + 1)
    assert visible_texts(read(source)) == visible_texts(read(bytes(dates))) == ["文"]


def test_a_comment_after_the_archive_does_no_harm(docx: Docx) -> None:
    out = io.BytesIO(docx(BODY))
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"WPS"
    assert visible_texts(read(out.getvalue())) == ["文"]


def test_the_least_of_packages_is_read() -> None:
    out = io.BytesIO()
    uri = "http://schemas.openxmlformats.org"
    with zipfile.ZipFile(out, "w") as archive:
        word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{uri}/package/2006/content-types">'
            f'<Override PartName="/d" ContentType="{word}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{uri}/package/2006/relationships"><Relationship Id="a" '
            f'Type="{uri}/officeDocument/2006/relationships/officeDocument" Target="d"/>'
            "</Relationships>",
        )
        archive.writestr(
            "d",
            f'<d:document xmlns:d="{uri}/wordprocessingml/2006/main"><d:body><d:p><d:r><d:t>文'
            "</d:t></d:r></d:p></d:body></d:document>",
        )
    document = read(out.getvalue())
    assert visible_texts(document) == ["文"]
    assert document.blocks[0].location.path == "/w:document/w:body/w:p[1]"


def test_a_document_without_a_body_is_empty(docx: Docx) -> None:
    source = repacked(
        docx(),
        lambda n, d: (n, d.replace(b"<w:body></w:body>", b"")),
    )
    assert read(source).blocks == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_both_encodings_of_the_standard_are_read(encoding: str, docx: Docx) -> None:
    def encoded(name: str, data: bytes) -> tuple[str, bytes]:
        if name != "word/document.xml":
            return name, data
        declared = "utf-8" if encoding == "utf-8-sig" else "UTF-16"
        text = f'<?xml version="1.0" encoding="{declared}"?>' + data.decode()
        return name, text.encode(encoding)

    assert visible_texts(read(repacked(docx(BODY), encoded))) == ["文"]


def test_strict_reads_like_transitional(docx: Docx, reading: Reading) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="9"><w:name w:val="heading 1"/></w:style>'
    look_alike = "&lt;w xmlns:w=&quot;http://purl.oclc.org/ooxml/wordprocessingml/main&quot;>"
    body = (
        '<w:p><w:pPr><w:pStyle w:val="9"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>'
        f"<w:p><w:r><w:t>{look_alike}</w:t></w:r></w:p>"
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
        + BODY
        + "</w:tc></w:tr></w:tbl>"
        '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>'
    )
    header = (
        '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{BODY}</w:hdr>"
    )
    source = docx(body, styles=styles, parts={"word/h.xml": header}, rels={"h": "header h.xml"})

    def strict(name: str, data: bytes) -> tuple[str, bytes]:
        for old, new in STRICT.items():
            data = data.replace(old.encode(), new.encode())
        return name, data

    changed = repacked(source, strict)
    assert b"purl.oclc.org" in changed
    document = reading(changed)
    assert document == reading(source)
    assert (
        visible_texts(document)[1]
        == '<w xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
    )


def test_reading_never_imports_python_docx(docx: Docx) -> None:
    program = (
        "import sys, docxlint.word.read\n"
        "document = docxlint.word.read.read(sys.stdin.buffer.read())\n"
        "assert document.blocks[0].text == '\\u6587'\n"
        "sys.exit('docx' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=docx(BODY), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
