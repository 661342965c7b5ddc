"""Bytes from a path, within the limits."""

from __future__ import annotations

from pathlib import Path

from docxlint.core.message import Message
from docxlint.word.ooxml.faults import Unreadable
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.package import TOO_BIG

DIRECTORY = Message(
    zh="这是一个文件夹，不是 Word 文档。", en="This is a directory, not a Word document."
)
MISSING = Message(zh="文件不存在。", en="The file does not exist.")
SPECIAL = Message(zh="这不是一个普通文件。", en="This is not a regular file.")
FORBIDDEN = Message(zh="没有读取这个文件的权限。", en="There is no permission to read the file.")
FAILED = Message(zh="读取文件时出错。", en="The file could not be read from its device.")


def load(path: Path, limits: Limits = Limits()) -> bytes:  # noqa: B008 - it is frozen
    """The bytes of the file at `path`. Raises Unreadable if there are none to be had."""
    try:
        if path.is_dir():
            raise Unreadable(DIRECTORY)
        if not path.exists():
            raise Unreadable(MISSING)
        if not path.is_file():
            raise Unreadable(SPECIAL)
        with path.open("rb") as stream:
            data = stream.read(limits.source + 1)
    except PermissionError as error:
        raise Unreadable(FORBIDDEN) from error
    except (OSError, ValueError) as error:
        raise Unreadable(FAILED) from error
    if len(data) > limits.source:
        raise Unreadable(TOO_BIG(limit=limits.source))
    return data
