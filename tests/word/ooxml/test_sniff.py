"""The format of a file that is not a .docx is named by its content."""

from __future__ import annotations

import pytest

from docxlint.word.ooxml.sniff import not_a_zip
from docxlint.word.ooxml.unreadable import Code

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def directory(*names: str) -> bytes:
    """A compound file's directory, as far as its stream names go."""
    return OLE + b"".join(name.encode("utf-16-le").ljust(64, b"\0") for name in names)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", Code.EMPTY),
        (b"%PDF-1.7\n...", Code.PDF),
        (b"{\\rtf1\\ansi hello}", Code.RTF),
        (b"<!DOCTYPE html><html><body>x</body></html>", Code.HTML),
        ("\ufeff<html xmlns:w='x'>".encode(), Code.HTML),
        (b'<?xml version="1.0"?><w:wordDocument/>', Code.FLAT_XML),
        ("政府信息公开工作年度报告".encode(), Code.PLAIN_TEXT),
        ("政府信息公开工作年度报告".encode("utf-16"), Code.PLAIN_TEXT),
        (b"Rar!\x1a\x07\x01\0", Code.ARCHIVE),
        (b"7z\xbc\xaf\x27\x1c\0\4", Code.ARCHIVE),
        (b"\x1f\x8b\x08\0", Code.ARCHIVE),
        (b"\x89PNG\r\n\x1a\n", Code.PICTURE),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", Code.PICTURE),
        (b"\x7fELF\x02\x01\x01\0\0", Code.NOT_ZIP),
        (directory("Root Entry", "1Table", "WordDocument"), Code.LEGACY_WORD),
        (directory("Root Entry", "EncryptionInfo", "EncryptedPackage"), Code.ENCRYPTED),
        (directory("Root Entry", "Workbook"), Code.LEGACY_OFFICE),
    ],
)
def test_a_file_that_is_no_docx_is_named(source: bytes, code: Code) -> None:
    assert not_a_zip(source) == code
