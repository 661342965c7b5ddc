"""Sentences for the codes of word/edit: why there is no copy, why a repair is unsafe."""

from __future__ import annotations

from docxlint.core.message import Message
from docxlint.word.edit.copy_error import CannotCopy, CopyProblem
from docxlint.word.edit.safety import Unsafe

_PROBLEMS = {
    CopyProblem.DAMAGED_ARCHIVE: Message(
        zh="文件内部结构异常，可能已损坏，请用 WPS 或 Word 打开后另存一份再试",
        en="the archive's directory does not match its content, so the file may be damaged; open"
        " it in Word and save it again",
    ),
    CopyProblem.DAMAGED_ENTRY: Message(
        zh="文件内部结构异常，{part} 已损坏，请用 WPS 或 Word 打开后另存一份再试",
        en="the part {part} of the file is damaged; open it in Word and save it again",
    ),
    CopyProblem.TOO_LARGE: Message(
        zh="文件解压后超过 {limit} 字节，大于允许的限度",
        en="the file unpacks to more than {limit} bytes, more than the limits allow",
    ),
    CopyProblem.NOT_COMMENTS: Message(
        zh="文件内部结构异常，{part} 应是批注，实际不是，请用 WPS 或 Word 打开后另存一份再试",
        en="the document refers to {part} as its comments, but the part holds something else",
    ),
    CopyProblem.ESCAPED_NAME: Message(
        zh="文件内部结构异常，{part} 的名称无法识别，请用 WPS 或 Word 打开后另存一份再试",
        en="the document's part {part} cannot be read because its name is escaped",
    ),
}
_UNSAFE = {
    Unsafe.AUTOMATIC_NUMBER: Message(
        zh="编号由 Word 自动生成，不能直接改字",
        en="Word generates the number; it is not typed text",
    ),
    Unsafe.TRACKED_CHANGE: Message(
        zh="该处已有未处理的修订", en="there are tracked changes already"
    ),
    Unsafe.FIELD_RESULT: Message(
        zh="该处是自动更新的内容（域）", en="the text is the result of a field"
    ),
    Unsafe.CONTENT_CONTROL: Message(zh="该处是内容控件", en="the text is in a content control"),
    Unsafe.NOT_PLAIN_TEXT: Message(
        zh="该处不是普通文字", en="the text is not plain text of the paragraph"
    ),
    Unsafe.SEVERAL_PARAGRAPHS: Message(
        zh="该处文字分属几段", en="the text belongs to several paragraphs"
    ),
}


def cannot_copy_text(error: CannotCopy) -> Message:
    """Why there is no copy."""
    return _PROBLEMS[CopyProblem(error.code)](**error.parameters)


def unsafe_text(reason: Unsafe) -> Message:
    """Why a repair is unsafe."""
    return _UNSAFE[reason]
