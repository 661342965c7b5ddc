"""What the reading of every part of one document shares, and what it uses up."""

from __future__ import annotations

import msgspec
from lxml import etree

from docxlint.core.document import ChangingField, ConcealedText, Gap, Revision
from docxlint.core.location import Location
from docxlint.word.ooxml.limits import DepthLimit, Limits
from docxlint.word.ooxml.names import DEL, INS, MOVE_FROM, MOVE_TO, RPR_CHANGE, VAL, R, w
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.ooxml.xml import on
from docxlint.word.read.list_numbering import Numbering
from docxlint.word.read.run_look import LOOK_TAGS, is_remarkable
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


_TRACKED = (
    *(INS, DEL, MOVE_FROM, MOVE_TO, RPR_CHANGE),
    *map(w, ("tblPrChange", "tblGridChange", "tblPrExChange", "trPrChange")),
)
_STYLED = (w("pStyle"), w("rStyle"))


def is_plain(root: etree._Element, styles: Styles) -> bool:
    """Return whether all text in the part counts and looks plain, and nothing is tracked."""
    if next(root.iter(*_TRACKED), None) is not None:
        return False
    if any(is_remarkable(element) for element in root.iter(*LOOK_TAGS)):
        return False
    remarkable = styles.remarkable
    return not remarkable or (
        "" not in remarkable
        and not any(element.get(VAL) in remarkable for element in root.iter(*_STYLED))
    )


def prompts(root: etree._Element) -> frozenset[etree._Element]:
    """Return the runs of the content controls that only show what they ask for (17.5.2.39)."""
    return frozenset(
        run
        for showing in root.iter(w("showingPlcHdr"))
        if on(showing) and (control := showing.getparent().getparent()) is not None  # type: ignore[union-attr]
        for run in control.iter(R)
    )


_UNSET = DepthLimit("", 0)  # each Scope replaces it by the limit of its part


class Scope(msgspec.Struct):
    """The part being read, what it refers to, and what is read beside its text.

    `plain` is true where all text counts and looks plain and nothing is tracked: then the
    properties of runs and of paragraph marks need not be read, nor changes of tables be looked
    for. `notes` are the visible references to notes, as kind and id, in reading order.
    `prompts` are the runs that only show what a content control asks for. `page_starts` are the
    places where Word last began a new page (17.3.3.13).
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
    concealed: list[ConcealedText] = []
    changing_fields: list[ChangingField] = []
    page_starts: list[Location] = []
    prompts: frozenset[etree._Element] = frozenset()
    depth: DepthLimit = _UNSET

    def __post_init__(self) -> None:
        self.depth = DepthLimit(self.part, self.limits.depth)
