"""The format of a file that is not a .docx, by its content and not by its name."""

from __future__ import annotations

from collections.abc import Container

from docxlint.word.ooxml.unreadable import Code

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0")
"""The first bytes of RAR, 7-Zip, gzip, bzip2 and xz files."""
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
"""The first bytes of PNG, JPEG, GIF, BMP and TIFF files."""
_ODF = b"application/vnd.oasis.opendocument."


def not_a_zip(source: bytes) -> Code:
    """Return what `source` is, given that it does not begin like a zip archive."""
    head = source[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not source:
        return Code.EMPTY
    if source.startswith(_OLE_MAGIC):
        return _compound(source)
    if source.startswith(_ARCHIVES):
        return Code.ARCHIVE
    if source.startswith(_PICTURES):
        return Code.PICTURE
    if b"%pdf-" in head[:1024]:
        return Code.PDF
    if head.startswith(b"{\\rtf"):
        return Code.RTF
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head:
        return Code.HTML
    if head.startswith(b"<?xml"):
        return Code.FLAT_XML
    return Code.PLAIN_TEXT if _is_text(source[:4096]) else Code.NOT_ZIP


def archive(names: Container[str], mimetype: bytes) -> Code:
    """Return what a zip archive is that is no Office Open XML package.

    `names` are those of its entries, in lower case. `mimetype` is the content of the entry of
    that name (OpenDocument 1.3 Part 2, 3.3), b"" if there is none.
    """
    if mimetype.startswith(_ODF + b"text"):
        return Code.ODT
    if mimetype.startswith(_ODF):
        return Code.NOT_WORD
    return Code.OFD if "ofd.xml" in names else Code.ARCHIVE


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
