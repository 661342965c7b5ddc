"""A file of a pack as text, and faults placed in it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

from docxlint.core.message import Message
from docxlint.packs.yaml.source_faults import SourceFault, did_you_mean
from docxlint.rules.rule import SourceLine

# A rule file has about 1.5 kB, a form 4 kB; this limit stops a file that would exhaust memory.
MAX_BYTES = 1 << 20

_ABSENT = Message(zh="没有这个文件", en="there is no such file")
_UNREADABLE = Message(zh="无法读取：{why}", en="it cannot be read: {why}")
_LARGE = Message(
    zh=f"文件超过{MAX_BYTES >> 20} MiB", en=f"the file is larger than {MAX_BYTES >> 20} MiB"
)
_ENCODING = Message(zh="文件不是 UTF-8 编码", en="the file is not UTF-8")
_CHARACTER = Message(zh="YAML 里不能有字符 {code}", en="the character {code} has no place in YAML")

# YAML 1.1, 4.1: what is not a printable character of YAML; and 4.2: what ends a line.
_STRANGE = re.compile("[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class Placed(Protocol):
    """Anything with a line and a column, both counted from 1."""

    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def column(self) -> int: ...  # noqa: D102


class Source:
    """The text of a file; `file` is its name in faults."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def lines(self) -> list[str]:
        """The lines, as YAML counts them."""
        return _BREAK.split(self.text)

    def line(self, number: int) -> SourceLine:
        """The line with that number, from 1; without text where there is no such line."""
        text = self.lines[number - 1] if number <= len(self.lines) else ""
        return SourceLine(self.file, number, text)

    def at(
        self,
        line: int,
        column: int,
        message: Message,
        hint: Message | None = None,
        *,
        width: int = 1,
    ) -> SourceFault:
        """A fault at a line and column."""
        return SourceFault(self.file, line, column, message, hint, self.line(line).text, width)

    def fault(
        self,
        node: Placed,
        message: Message,
        *,
        offset: int | None = None,
        given: str | None = None,
        candidates: Sequence[str] = (),
        hint: Message | None = None,
    ) -> SourceFault:
        """A fault of `node`, or of the character at `offset` of its text.

        The place of a character is exact where the source has the text before it as it is;
        after an escape, or in folded text, the fault is at the node's start. `given` and
        `candidates` make the hint where there is no `hint`.
        """
        if hint is None and given is not None:
            hint = did_you_mean(given, candidates)
        line = self.line(node.line).text
        text: str = getattr(node, "text", "")
        style: str = getattr(node, "style", "")
        start = node.column - 1 + len(style)
        if style in ("|", ">") or not line.startswith(text[: offset or 0], start):
            return self.at(node.line, node.column, message, hint)
        if offset is None:
            whole = bool(text) and line.startswith(text, start)
            width = len(text) + 2 * len(style) if whole else 1
            return self.at(node.line, node.column, message, hint, width=width)
        width = len(given) if given and line.startswith(given, start + offset) else 1
        return self.at(node.line, start + offset + 1, message, hint, width=width)


def read(path: Path, file: str, faults: list[SourceFault]) -> Source | None:
    """Read the file at `path` as text, without a byte order mark.

    None, with the reason added to `faults`, if that fails. `file` is its name in faults.
    """
    if not path.is_file():
        faults.append(SourceFault(file, 1, 1, _ABSENT))
        return None
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        faults.append(SourceFault(file, 1, 1, _UNREADABLE(why=error.strerror)))
        return None
    if len(data) > MAX_BYTES:
        faults.append(SourceFault(file, 1, 1, _LARGE))
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _BREAK.split(data[: error.start].decode("utf-8"))
        faults.append(SourceFault(file, len(before), len(before[-1]) + 1, _ENCODING))
        return None
    source = Source(file, text)
    if strange := _STRANGE.search(text):
        before = _BREAK.split(text[: strange.start()])
        message = _CHARACTER(code=f"U+{ord(strange.group()):04X}")
        faults.append(source.at(len(before), len(before[-1]) + 1, message))
        return None
    return source
