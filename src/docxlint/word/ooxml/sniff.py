"""The format of a file that is not a .docx, by its content and not by its name."""

from __future__ import annotations

from docxlint.word.ooxml.unreadable import Code

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def not_a_zip(source: bytes) -> Code:
    """Return what `source` is, given that it does not begin like a zip archive."""
    head = source[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not source:
        return Code.EMPTY
    if source.startswith(_OLE_MAGIC):
        return _compound(source)
    if b"%pdf-" in head[:1024]:
        return Code.PDF
    if head.startswith(b"{\\rtf"):
        return Code.RTF
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head:
        return Code.HTML
    if head.startswith(b"<?xml"):
        return Code.FLAT_XML
    return Code.PLAIN_TEXT if _is_text(source[:4096]) else Code.NOT_ZIP


def _compound(source: bytes) -> Code:
    """Tell compound files apart: the directory names streams in UTF-16LE (MS-CFB 2.6.1)."""
    if "EncryptedPackage".encode("utf-16-le") in source:
        return Code.ENCRYPTED
    if "WordDocument".encode("utf-16-le") in source:
        return Code.LEGACY_WORD
    return Code.LEGACY_OFFICE


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 9 or 13 < byte < 27 for byte in head)
