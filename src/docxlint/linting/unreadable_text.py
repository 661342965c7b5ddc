"""The sentences for files that cannot be read: one for each code of the reader."""

from __future__ import annotations

from docxlint.core.message import Message
from docxlint.word.ooxml.unreadable import Code, Unreadable, printable

_SAVE_AGAIN = "文件内部结构异常，请用 WPS 或 Word 打开后另存一份再提交。"
_NOT_OPENED = "文件内部缺少必要的内容，Word 打不开，请重新制作 .docx 文件后提交。"
_TOO_LARGE = "文件内容过大，超过了允许的限度。"

SENTENCES: dict[Code, Message] = {
    Code.DIRECTORY: Message(
        zh="这是一个文件夹，不是 Word 文档；是链接的，请直接检查它所指的文件夹。",
        en="This is a directory, not a Word document; check a linked folder by its own path.",
    ),
    Code.MISSING: Message(zh="文件不存在。", en="The file does not exist."),
    Code.NOT_REGULAR: Message(zh="这不是一个普通文件。", en="This is not a regular file."),
    Code.FORBIDDEN: Message(
        zh="没有读取这个文件的权限。", en="There is no permission to read the file."
    ),
    Code.READ_ERROR: Message(zh="读取文件时出错。", en="The file could not be read."),
    Code.TOO_LARGE: Message(
        zh="文件超过 {limit} 字节，大于允许的限度。",
        en="The file has more than {limit} bytes, more than the limits allow.",
    ),
    Code.EMPTY: Message(zh="文件是空的（0 字节）。", en="The file is empty (0 bytes)."),
    Code.ENCRYPTED: Message(
        zh="文件设有打开密码，请去除密码后重新提交。",
        en="The document needs a password to open; remove the password.",
    ),
    Code.LEGACY_WORD: Message(
        zh="文件是旧版格式（.doc、.wps 等），请用 WPS 或 Word 打开后另存为 .docx。",
        en="The file is a Word 97–2003 document (.doc); save it as .docx.",
    ),
    Code.LEGACY_OFFICE: Message(
        zh="文件是旧版格式（.doc、.wps 等），请用 WPS 或 Word 打开后另存为 .docx。",
        en="The file is in an older Office or WPS format; save it as .docx.",
    ),
    Code.PDF: Message(
        zh="文件是 PDF，不是 Word 文档（.docx）。",
        en="The file is a PDF, not a Word document (.docx).",
    ),
    Code.RTF: Message(
        zh="文件是 RTF 格式，请用 WPS 或 Word 打开后另存为 .docx。",
        en="The file is in Rich Text Format; save it as .docx.",
    ),
    Code.HTML: Message(
        zh="文件是网页（HTML），请用 WPS 或 Word 打开后另存为 .docx。",
        en="The file is a web page (HTML); save it as .docx with Word.",
    ),
    Code.FLAT_XML: Message(
        zh="文件是单个 XML 文件，请用 WPS 或 Word 打开后另存为 .docx。",
        en="The file is a single XML file; save it as .docx with Word.",
    ),
    Code.PLAIN_TEXT: Message(
        zh="文件是纯文本，不是 Word 文档（.docx）。",
        en="The file is plain text, not a Word document (.docx).",
    ),
    Code.NOT_ZIP: Message(
        zh="文件不是 Word 文档（.docx）。",
        en="The file is not a Word document (.docx): it is not a zip archive.",
    ),
    Code.ODT: Message(
        zh="文件是 ODT 格式，请用 WPS 或 Word 打开后另存为 .docx。",
        en="The file is an OpenDocument text (.odt); save it as .docx.",
    ),
    Code.OFD: Message(
        zh="文件是 OFD 版式文件，请提交 Word 文档（.docx）。",
        en="The file is a fixed-layout document (OFD), not a Word document (.docx).",
    ),
    Code.PICTURE: Message(
        zh="文件是图片，请提交 Word 文档（.docx）。",
        en="The file is a picture, not a Word document (.docx).",
    ),
    Code.ARCHIVE: Message(
        zh="这是压缩包，不是 Word 文档，请解压后提交。",
        en="This is an archive of files; unpack it and submit the Word document (.docx) in it.",
    ),
    Code.NOT_WORD: Message(
        zh="这不是 Word 文档，可能是表格或演示文稿。",
        en="This is not a Word document, perhaps a workbook or slides.",
    ),
    Code.DAMAGED: Message(
        zh="文件不完整或已损坏，无法打开（可能没有传完），请重新提交。",
        en="The file is truncated or damaged: it does not open as a zip archive.",
    ),
    Code.DAMAGED_PART: Message(
        zh="文件已损坏，无法读取，请用 WPS 或 Word 打开后另存一份再提交。",
        en="The file is damaged: its part {part} does not unpack.",
    ),
    Code.ENCRYPTED_PART: Message(
        zh="文件已加密，无法读取，请去除密码后重新提交。",
        en="Entry {part} of the archive is encrypted and cannot be read.",
    ),
    Code.MISSING_PART: Message(
        zh=_NOT_OPENED, en="Word cannot open the file: its part {part} is missing."
    ),
    Code.NO_DOCUMENT: Message(
        zh=_NOT_OPENED, en="Word cannot open the file: it has no main document part."
    ),
    Code.NO_TYPE: Message(
        zh=_NOT_OPENED,
        en="Word cannot open the file: it does not declare {part} as a Word document.",
    ),
    Code.UNSAFE_NAME: Message(
        zh=_SAVE_AGAIN, en="The name of entry {part} points outside the archive; it was not read."
    ),
    Code.DUPLICATE_NAME: Message(
        zh=_SAVE_AGAIN, en="The archive has two entries named {part}; it is unclear which counts."
    ),
    Code.MALFORMED: Message(
        zh=_SAVE_AGAIN,
        en="The file is damaged: its part {part} is not well-formed XML (line {line}).",
    ),
    Code.DOCTYPE: Message(
        zh=_SAVE_AGAIN,
        en="Part {part} declares a DTD, which a Word document must not do; it was not read.",
    ),
    Code.ENCODING: Message(
        zh=_SAVE_AGAIN,
        en="Part {part} is not in the encoding it declares ({declared}), or not in UTF-8 or"
        " UTF-16.",
    ),
    Code.TOO_MANY_ENTRIES: Message(
        zh=_SAVE_AGAIN,
        en="The archive has more than {limit} entries, more than the limits allow.",
    ),
    Code.INFLATES: Message(
        zh=_TOO_LARGE,
        en="The file unpacks to more than {limit} bytes, more than the limits allow (a zip bomb?).",
    ),
    Code.TOO_DEEP: Message(
        zh="文档里的表格、文本框等一层套一层，层数超过了允许的限度。",
        en="Part {part} is nested more deeply than the limits allow.",
    ),
    Code.TOO_MANY_TAGS: Message(
        zh=_TOO_LARGE, en="Part {part} has more than {limit} tags, more than the limits allow."
    ),
    Code.TOO_MANY_PARAGRAPHS: Message(
        zh="文档的段落多于 {limit} 个，超过了允许的限度。",
        en="The document has more than {limit} paragraphs, more than the limits allow.",
    ),
    Code.TOO_MANY_CELLS: Message(
        zh="文档表格的单元格多于 {limit} 个，超过了允许的限度。",
        en="The document's tables have more than {limit} cells, more than the limits allow.",
    ),
    Code.TOO_COMPLEX: Message(
        zh=_TOO_LARGE, en="The document's structure is larger than the limits allow."
    ),
}


def unreadable_message(fault: Unreadable) -> Message:
    """Return the sentence for `fault`. Names from the file are shortened and made printable."""
    values = {
        name: printable(value) if isinstance(value, str) else value
        for name, value in fault.parameters.items()
    }
    return SENTENCES[Code(fault.code)](**values)
