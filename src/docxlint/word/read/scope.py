"""What the reading of every part of one document shares, and what it uses up."""

from __future__ import annotations

import msgspec
from lxml import etree

from docxlint.core.document import Gap, Revision
from docxlint.word.ooxml.limits import DepthLimit, Limits
from docxlint.word.ooxml.names import DEL, INS, MOVE_FROM, MOVE_TO, RPR_CHANGE, w
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.read.list_numbering import Numbering
from docxlint.word.read.styles import Styles


class Budget(msgspec.Struct):
    """What the limits still allow the document. Each method raises Unreadable at its limit."""

    limits: Limits
    paragraphs: int = 0
    slots: int = 0
    trail: int = 0

    def paragraph(self, length: int) -> None:
        """Count one more paragraph, whose path and number have `length` characters."""
        self.trail += length
        if self.trail > self.limits.trail:
            raise Unreadable(Code.TOO_COMPLEX)
        self.paragraphs += 1
        if self.paragraphs > self.limits.paragraphs:
            raise Unreadable(Code.TOO_MANY_PARAGRAPHS, limit=self.limits.paragraphs)

    def path(self, length: int) -> None:
        """Count one more location, whose path has `length` characters."""
        self.trail += length
        if self.trail > self.limits.trail:
            raise Unreadable(Code.TOO_COMPLEX)

    def table(self, slots: int) -> None:
        """Count `slots` more slots of table grids."""
        self.slots += slots
        if self.slots > self.limits.slots:
            raise Unreadable(Code.TOO_MANY_CELLS, limit=self.limits.slots)


_HIDING_OR_TRACKED = (
    *(w("vanish"), INS, DEL, MOVE_FROM, MOVE_TO, RPR_CHANGE),
    *map(w, ("tblPrChange", "tblGridChange", "tblPrExChange", "trPrChange")),
)


def is_plain(root: etree._Element, styles: Styles) -> bool:
    """Return whether nothing in the part is hidden or tracked, directly or by a style."""
    return not styles.hiding and next(root.iter(*_HIDING_OR_TRACKED), None) is None


_UNSET = DepthLimit("", 0)  # each Scope replaces it by the limit of its part


class Scope(msgspec.Struct):
    """The part being read, what it refers to, and what is read beside its text.

    `plain` is true where nothing is hidden or tracked: then the properties of runs and of
    paragraph marks need not be read, nor changes of tables be looked for. `notes` are the
    visible references to notes, as kind and id, in reading order.
    """

    part: str
    limits: Limits
    budget: Budget
    styles: Styles
    numbering: Numbering
    plain: bool = False
    revisions: list[Revision] = []
    gaps: list[Gap] = []
    notes: list[tuple[str, str]] = []
    depth: DepthLimit = _UNSET

    def __post_init__(self) -> None:
        self.depth = DepthLimit(self.part, self.limits.depth)
