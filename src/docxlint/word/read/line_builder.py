"""The text of a paragraph while it is read."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from docxlint.core.document import Concealment, Piece
from docxlint.word.ooxml.names import VAL, w
from docxlint.word.ooxml.xml import BLANKS, extent
from docxlint.word.read.run_look import (
    RAISED,
    UNCOUNTED,
    WHITE,
    combine,
    is_on_white,
    kind_of,
    read_look,
)
from docxlint.word.read.scope import Scope
from docxlint.word.read.tracked_changes import Change

_RSTYLE = w("rStyle")
_MARK = re.compile(
    r"[\[（(【〔]?(?:注释?[0-9]{0,2}|[0-9]{1,2}|[a-z]|[①-⑳㊀-㊉¹²³⁰⁴-⁹*＊※†‡§#]{1,3})[\]）)】〕]?"
)
"""What a note's mark looks like."""
_ONE_LINE = str.maketrans("\r\n", "  ")


class Checkpoint(NamedTuple):
    """How much of a line there is at some moment."""

    stretches: int
    pieces: int
    length: int


class OpenField:
    """A complex field whose end is not reached: its code, and where what it hides begins.

    `start` is None once the result of the field has begun, at `result`.
    """

    __slots__ = ("code", "element", "path", "result", "start")

    def __init__(self, start: Checkpoint, element: etree._Element, path: str) -> None:
        self.code = ""
        self.element = element
        self.path = path
        self.start: Checkpoint | None = start
        self.result = start


class LineBuilder:
    """The text of one paragraph, or of several joined where their marks do not show.

    `stretches` are its parts in order. `boxes` are the text boxes anchored here (their content
    with its path). `unread` are the gaps, and `drawings` what shows without being read: kind and
    path. `fields` are the open complex fields. `look` has the flags of runs without properties;
    `inserting` is whether an insertion is open. `concealed` is text that is not seen as text:
    kind, text and path. `changing` are fields that change by themselves: kind, text and path.
    `page_starts` are the lengths of the line where Word last began a page.
    """

    __slots__ = (
        *("_budget", "_marks", "boxes", "changes", "changing", "concealed", "drawings", "fields"),
        *("inserting", "length", "look", "page_starts", "pieces", "scope", "stretches", "unread"),
    )

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._budget = scope.budget
        self.stretches: list[str] = []
        self.pieces: list[Piece] = []
        self.page_starts: list[int] = []
        self.length = 0
        self.look = 0
        self.inserting = False
        self.boxes: list[tuple[etree._Element, str]] = []
        self.fields: list[OpenField] = []
        self.changes: list[Change] = []
        self.unread: list[tuple[str, str]] = []
        self.drawings: list[tuple[str, str]] = []
        self.concealed: list[tuple[Concealment, str, str]] = []
        self.changing: list[tuple[str, str, str]] = []
        self._marks: list[tuple[str, str, int, int]] = []

    def show(self, text: str, path: str, offset: int = 0) -> None:
        """Add `text`, which the element at `path` shows from its character `offset` on."""
        self._budget.path(len(path))
        end = self.length + len(text)
        self.stretches.append(text)
        self.pieces.append(Piece(self.length, end, path, offset))
        self.length = end

    def text(self, element: etree._Element, path: str) -> None:
        """Add the text of a `w:t`. Blanks at its ends count only where they are preserved."""
        text, offset = read_text(element)
        if text:
            self.show(text, path, offset)

    def flagged_text(self, flags: int, element: etree._Element, path: str) -> None:
        """Add the text of a `w:t` whose run has `flags`, or record it where it does not count."""
        text, offset = read_text(element)
        if not text:
            return
        if flags & UNCOUNTED:
            self.conceal(kind_of(flags), text, path)
            return
        if flags & WHITE and text.strip() and is_on_white(element):
            self.conceal(Concealment.WHITE, text, path)
        if flags & RAISED and _MARK.fullmatch(text.strip()):
            self._budget.path(len(path))
            self._marks.append((text, path, offset, self.length))
        else:
            self.show(text, path, offset)

    def conceal(self, kind: Concealment, text: str, path: str) -> None:
        """Record text that is not seen as text; adjacent text of one kind is one stretch."""
        if self.concealed and self.concealed[-1][0] is kind:
            _, before, first = self.concealed[-1]
            self.concealed[-1] = (kind, before + text, first)
        elif text.strip():
            self._budget.path(len(path))
            self.concealed.append((kind, text, path))

    def finish_marks(self) -> list[tuple[str, str, int]]:
        """Return the raised marks: text, path, and the character before which they show.

        Raised characters with nothing beside them are the text itself.
        """
        marks, self._marks = self._marks, []
        if marks and not any(stretch.strip() for stretch in self.stretches):
            for text, path, offset, _ in marks:
                self.show(text, path, offset)
            return []
        return [(text, path, at) for text, path, _, at in marks]

    def flags(self, rpr: etree._Element) -> int:
        """Return the flags of a run with these properties."""
        style = rpr.find(_RSTYLE)
        name = style.get(VAL) if style is not None else None
        return combine(self.look, self.scope.styles.character_look(name), read_look(rpr))

    def checkpoint(self) -> Checkpoint:
        """Return how much there is now."""
        return Checkpoint(len(self.stretches), len(self.pieces), self.length)

    def since(self, start: Checkpoint) -> str:
        """Return the text added after `start`."""
        return "".join(self.stretches[start.stretches :])

    def drop_since(self, start: Checkpoint) -> None:
        """Take back everything added after `start`."""
        del self.stretches[start.stretches :]
        del self.pieces[start.pieces :]
        self.length = start.length

    def change(
        self, kind: str, author: str | None, path: str, start: Checkpoint, text: str | None = None
    ) -> None:
        """Note a tracked change over everything added after `start`.

        `text` is its text where that is not what shows.
        """
        self.scope.budget.path(len(path))
        begin = min(start.length, self.length)
        if text is None:
            text = self.since(start)
        self.changes.append(Change(kind, author, path, begin, self.length, text))


def read_text(element: etree._Element) -> tuple[str, int]:
    """Return the characters of a `w:t` that show, on one line, and where they begin."""
    text = element.text
    if not text:
        return "", 0
    offset = 0
    if text[0] in BLANKS or text[-1] in BLANKS:
        offset, end = extent(element)
        text = text[offset:end]
    if "\n" in text or "\r" in text:
        text = text.translate(_ONE_LINE)
    return text, offset
