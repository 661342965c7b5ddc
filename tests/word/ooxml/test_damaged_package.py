"""Damaged and unsafe archives are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

from docxlint.word.ooxml.unreadable import Code, Unreadable

Docx = Callable[..., bytes]
Refusal = Callable[..., Unreadable]
Replaced = Callable[[bytes, Mapping[str, bytes]], bytes]

BODY = "<w:p><w:r><w:t>文</w:t></w:r></w:p>"


def entries(source: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("source", [b"PK\x03\x04 and nothing more", b"PK"])
def test_a_fragment_of_a_zip_is_damaged(source: bytes, refusal: Refusal) -> None:
    assert refusal(source).code == Code.DAMAGED


def test_a_zip_of_other_files_is_an_archive(refusal: Refusal) -> None:
    assert refusal(packed([("a.txt", b"x"), ("报告.docx", b"y")])).code == Code.ARCHIVE


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}, Code.ODT),
        ({"mimetype": b"application/vnd.oasis.opendocument.text-template"}, Code.ODT),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, Code.NOT_WORD),
        ({"mimetype": b"application/epub+zip"}, Code.ARCHIVE),
        ({"OFD.xml": b"<ofd/>", "Doc_0/Document.xml": b""}, Code.OFD),
    ],
)
def test_a_zip_of_another_document_format_is_named(
    files: dict[str, bytes], code: Code, refusal: Refusal
) -> None:
    assert refusal(packed(list(files.items()))).code == code


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels"])
def test_a_package_without_its_directory_is_refused_as_word_does(
    part: str, docx: Docx, refusal: Refusal
) -> None:
    files = entries(docx(BODY))
    del files[part]
    fault = refusal(packed(list(files.items())))
    assert (fault.code, fault.parameters) == (Code.MISSING_PART, {"part": part})


@pytest.mark.parametrize(
    "relationship",
    [
        b'Target="https://example.org/x.docx" TargetMode="External"',
        b'Target="word/missing.xml"',
    ],
)
def test_a_main_part_outside_the_package_is_refused(
    relationship: bytes, docx: Docx, refusal: Refusal
) -> None:
    files = entries(docx(BODY))
    files["_rels/.rels"] = files["_rels/.rels"].replace(b'Target="word/document.xml"', relationship)
    assert refusal(packed(list(files.items()))).code == Code.NO_DOCUMENT


@pytest.mark.parametrize(
    ("content_type", "code"),
    [
        (b"", Code.NO_TYPE),
        (b"application/xml", Code.NO_TYPE),
        (
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            Code.NOT_WORD,
        ),
    ],
)
def test_a_main_part_of_another_type_is_refused(
    content_type: bytes, code: Code, docx: Docx, refusal: Refusal
) -> None:
    word = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    files = entries(docx(BODY))
    types = files["[Content_Types].xml"]
    files["[Content_Types].xml"] = types.replace(word, content_type)
    assert refusal(packed(list(files.items()))).code == code


def test_a_main_part_of_another_kind_is_no_word_document(
    docx: Docx, replaced: Replaced, refusal: Refusal
) -> None:
    workbook = {"word/document.xml": b'<workbook xmlns="urn:x"/>'}
    assert refusal(replaced(docx(BODY), workbook)).code == Code.NOT_WORD


def test_a_truncated_zip_is_damaged(docx: Docx, refusal: Refusal) -> None:
    source = docx(BODY)
    assert refusal(source[:-30]).code == Code.DAMAGED
    assert refusal(source[: len(source) // 2]).code == Code.DAMAGED


@pytest.mark.parametrize(
    "name",
    ["../evil.xml", "word/../../evil.xml", "/etc/passwd", "..\\evil.xml", "C:/x.xml", ".."],
)
def test_an_entry_that_leaves_the_archive_is_refused(
    name: str, docx: Docx, refusal: Refusal
) -> None:
    files = [*entries(docx(BODY)).items(), (name, b"x")]
    assert refusal(packed(files)).code == Code.UNSAFE_NAME


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "Word/Document.XML"])
def test_two_entries_of_one_name_are_refused(name: str, docx: Docx, refusal: Refusal) -> None:
    files = [*entries(docx(BODY)).items(), (name, b"x")]
    assert refusal(packed(files)).code == Code.DUPLICATE_NAME


def test_an_encrypted_entry_is_named(docx: Docx, refusal: Refusal) -> None:
    source = bytearray(docx(BODY))
    at = source.find(b"PK\x01\x02")
    while at >= 0:
        source[at + 8] |= 1
        at = source.find(b"PK\x01\x02", at + 1)
    assert refusal(bytes(source)).code == Code.ENCRYPTED_PART


def test_an_unknown_compression_is_damage(docx: Docx, refusal: Refusal) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in entries(docx(BODY)).items():
            archive.writestr(name, content)
    assert refusal(out.getvalue()).code == Code.DAMAGED_PART


def test_a_flipped_byte_in_a_part_is_damage(docx: Docx, refusal: Refusal) -> None:
    source = bytearray(docx(BODY * 50))
    at = source.find(b"word/document.xml") + 60
    source[at] ^= 0xFF
    assert refusal(bytes(source)).code == Code.DAMAGED_PART
