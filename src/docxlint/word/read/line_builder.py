"""The text of a paragraph while it is read."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from docxlint.core.document import Piece
from docxlint.word.ooxml.names import VAL, w
from docxlint.word.ooxml.xml import BLANKS, extent, on
from docxlint.word.read.scope import Scope
from docxlint.word.read.tracked_changes import Change

_VANISH, _RSTYLE = w("vanish"), w("rStyle")
_ONE_LINE = str.maketrans("\r\n", "  ")


class Checkpoint(NamedTuple):
    """How much of a line there is at some moment."""

    stretches: int
    pieces: int
    length: int


class LineBuilder:
    """The text of one paragraph, or of several joined where their marks do not show.

    `stretches` are its parts in order. `boxes` are the text boxes anchored here (their content
    with its path). `unread` are the gaps: construct and path. `fields` are the open complex
    fields: where each begins, None once its result has begun. `hidden` is whether runs are
    hidden by default; `inserting` whether an insertion is open.
    """

    __slots__ = (
        "_budget",
        "boxes",
        "changes",
        "fields",
        "hidden",
        "inserting",
        "length",
        "pieces",
        "scope",
        "stretches",
        "unread",
    )

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._budget = scope.budget
        self.stretches: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.hidden = False
        self.inserting = False
        self.boxes: list[tuple[etree._Element, str]] = []
        self.fields: list[Checkpoint | None] = []
        self.changes: list[Change] = []
        self.unread: list[tuple[str, str]] = []

    def show(self, text: str, path: str, offset: int = 0) -> None:
        """Add `text`, which the element at `path` shows from its character `offset` on."""
        self._budget.path(len(path))
        end = self.length + len(text)
        self.stretches.append(text)
        self.pieces.append(Piece(self.length, end, path, offset))
        self.length = end

    def text(self, element: etree._Element, path: str) -> None:
        """Add the text of a `w:t`. Blanks at its ends count only where they are preserved."""
        text = element.text
        if not text:
            return
        offset = 0
        if text[0] in BLANKS or text[-1] in BLANKS:
            offset, end = extent(element)
            text = text[offset:end]
            if not text:
                return
        if "\n" in text or "\r" in text:
            text = text.translate(_ONE_LINE)
        self.show(text, path, offset)

    def hides(self, rpr: etree._Element) -> bool:
        """Return whether a run with these properties is hidden."""
        direct = rpr.find(_VANISH)
        if direct is not None:
            return on(direct)
        style = rpr.find(_RSTYLE)
        name = style.get(VAL) if style is not None else None
        return self.hidden ^ self.scope.styles.hides(name)

    def checkpoint(self) -> Checkpoint:
        """Return how much there is now."""
        return Checkpoint(len(self.stretches), len(self.pieces), self.length)

    def since(self, start: Checkpoint) -> str:
        """Return the text added after `start`."""
        return "".join(self.stretches[start.stretches :])

    def drop_since(self, start: Checkpoint | None) -> None:
        """Take back everything added after `start`, if there is one."""
        if start is not None:
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
