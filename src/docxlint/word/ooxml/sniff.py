"""What a file is that is no .docx: said from its first bytes, whatever its name claims."""

from __future__ import annotations

from docxlint.core.message import Message

EMPTY = Message(zh="文件是空的（0 字节）。", en="The file is empty (0 bytes).")
ENCRYPTED = Message(
    zh="文件已加密（设有打开密码），请去除密码后重新提交。",
    en="The document is encrypted (a password is needed to open it); remove the password.",
)
LEGACY = Message(
    zh="文件是 Word 97–2003 格式（.doc），请另存为 .docx 后重新提交。",
    en="The file is a Word 97–2003 document (.doc); save it as .docx.",
)
OLE = Message(
    zh="文件是旧版 Office 复合文件，不是 Word 文档（.docx）。",
    en="The file is an older Office compound file, not a Word document (.docx).",
)
PDF = Message(
    zh="文件是 PDF，不是 Word 文档（.docx）。", en="The file is a PDF, not a Word document (.docx)."
)
RTF = Message(
    zh="文件是 RTF 格式，请另存为 .docx 后重新提交。",
    en="The file is in Rich Text Format; save it as .docx.",
)
HTML = Message(
    zh="文件是网页（HTML），请用 Word 另存为 .docx 后重新提交。",
    en="The file is a web page (HTML); save it as .docx with Word.",
)
FLAT_XML = Message(
    zh="文件是单个 XML 文件，请用 Word 另存为 .docx 后重新提交。",
    en="The file is a single XML file; save it as .docx with Word.",
)
TEXT = Message(
    zh="文件是纯文本，不是 Word 文档（.docx）。",
    en="The file is plain text, not a Word document (.docx).",
)
OTHER = Message(
    zh="文件不是 Word 文档（.docx）：它不是 zip 压缩包。",
    en="The file is not a Word document (.docx): it is not a zip archive.",
)

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def not_a_zip(source: bytes) -> Message:
    """One sentence on what `source`, which does not begin like a zip archive, is instead."""
    head = source[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not source:
        return EMPTY
    if source.startswith(_OLE_MAGIC):
        return _compound(source)
    if b"%pdf-" in head[:1024]:
        return PDF
    if head.startswith(b"{\\rtf"):
        return RTF
    if head.startswith((b"<!doctype html", b"<html")) or b"<html" in head:
        return HTML
    if head.startswith(b"<?xml"):
        return FLAT_XML
    return TEXT if _is_text(source[:4096]) else OTHER


def _compound(source: bytes) -> Message:
    """Which compound file: its directory names its streams in UTF-16LE (MS-CFB 2.6.1)."""
    if "EncryptedPackage".encode("utf-16-le") in source:
        return ENCRYPTED
    if "WordDocument".encode("utf-16-le") in source:
        return LEGACY
    return OLE


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 9 or 13 < byte < 27 for byte in head)
