"""What a paragraph shows, gathered stretch by stretch."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from docxlint.core.document import Piece
from docxlint.word.ooxml.names import VAL, w
from docxlint.word.ooxml.xml import on
from docxlint.word.read.scope import Scope
from docxlint.word.read.tracked_changes import Change

_VANISH, _RSTYLE = w("vanish"), w("rStyle")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANKS = " \t\r\n"
_ONE_LINE = str.maketrans("\r\n", "  ")


@dataclass(frozen=True, slots=True)
class Mark:
    """How much of a line was there at some moment."""

    stretches: int
    pieces: int
    length: int


class Line:
    """The text of a paragraph under construction; of several where their marks do not show.

    `out` are stretches of text, `boxes` the text boxes anchored here (`w:txbxContent` with
    path and depth), `subdocs` the paths of what is not read. `fields` are the complex fields
    that are open: where each began, None once its result has. `hidden` is whether runs are
    hidden that say nothing of it; `inserting` whether an insertion is open.
    """

    __slots__ = (
        "boxes",
        "changes",
        "fields",
        "hidden",
        "inserting",
        "length",
        "out",
        "pieces",
        "scope",
        "subdocs",
    )

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.out: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.hidden = False
        self.inserting = False
        self.boxes: list[tuple[etree._Element, str, int]] = []
        self.fields: list[Mark | None] = []
        self.changes: list[Change] = []
        self.subdocs: list[str] = []

    def show(self, text: str, path: str, offset: int = 0) -> None:
        """Add what the element at `path` shows, from its character `offset` on."""
        self.scope.budget.path(len(path))
        end = self.length + len(text)
        self.out.append(text)
        self.pieces.append(Piece(self.length, end, path, offset))
        self.length = end

    def text(self, element: etree._Element, path: str) -> None:
        """Add the text of a `w:t`: blanks at its ends count only where they are preserved."""
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
        """Whether a run with these properties is hidden."""
        direct = rpr.find(_VANISH)
        if direct is not None:
            return on(direct)
        style = rpr.find(_RSTYLE)
        named = style.get(VAL) if style is not None else None
        return self.hidden ^ self.scope.styles.hides(named)

    def mark(self) -> Mark:
        """How much is there now."""
        return Mark(len(self.out), len(self.pieces), self.length)

    def since(self, mark: Mark) -> str:
        """What has been added after `mark`."""
        return "".join(self.out[mark.stretches :])

    def forget(self, mark: Mark | None) -> None:
        """Take back what has been added after `mark`."""
        if mark is not None:
            del self.out[mark.stretches :]
            del self.pieces[mark.pieces :]
            self.length = mark.length

    def change(
        self, kind: str, author: str | None, path: str, since: Mark, text: str | None = None
    ) -> None:
        """Note a tracked change over what has been added after `since`."""
        self.scope.budget.path(len(path))
        begin = min(since.length, self.length)
        said = self.since(since) if text is None else text
        self.changes.append(Change(kind, author, path, begin, self.length, said))


def extent(element: etree._Element) -> tuple[int, int]:
    """The first and the last of a `w:t`'s characters that show (17.3.3.31)."""
    text = element.text or ""
    if preserved(element):
        return 0, len(text)
    begin = len(text) - len(text.lstrip(BLANKS))
    return begin, max(begin, len(text.rstrip(BLANKS)))


def preserved(element: etree._Element | None) -> bool:
    """Whether blanks at the ends of the text count (XML 1.0, 2.10; inherited)."""
    while element is not None:
        said = element.get(_XML_SPACE)
        if said is not None:
            return said == "preserve"
        element = element.getparent()
    return False
