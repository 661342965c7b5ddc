"""What the reading of every part of one document shares, and what it spends."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from docxlint.core.document import Gap, Revision
from docxlint.core.message import Message
from docxlint.word.ooxml.faults import Unreadable
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import DEL, INS, MOVE_FROM, MOVE_TO, RPR_CHANGE, w
from docxlint.word.read.list_numbering import Numbering
from docxlint.word.read.styles import Styles

TOO_MANY_PARAGRAPHS = Message(
    zh="文档的段落多于 {limit} 个，超过了允许的限度。",
    en="The document has more than {limit} paragraphs, more than the limits allow.",
)
TOO_MANY_SLOTS = Message(
    zh="文档表格的单元格多于 {limit} 个，超过了允许的限度。",
    en="The document's tables have more than {limit} cells, more than the limits allow.",
)
TOO_LONG_PATHS = Message(
    zh="文档结构过于庞大，超过了允许的限度。",
    en="The document's structure is larger than the limits allow.",
)


@dataclass(slots=True)
class Budget:
    """What the limits still allow the whole document."""

    limits: Limits
    paragraphs: int = 0
    slots: int = 0
    trail: int = 0

    def paragraph(self) -> None:
        """One more paragraph."""
        self.paragraphs += 1
        if self.paragraphs > self.limits.paragraphs:
            raise Unreadable(TOO_MANY_PARAGRAPHS(limit=self.limits.paragraphs))

    def path(self, length: int) -> None:
        """One more location, whose path has `length` characters."""
        self.trail += length
        if self.trail > self.limits.trail:
            raise Unreadable(TOO_LONG_PATHS)

    def table(self, slots: int) -> None:
        """One more table, whose grid has `slots` slots."""
        self.slots += slots
        if self.slots > self.limits.slots:
            raise Unreadable(TOO_MANY_SLOTS(limit=self.limits.slots))


_TELLING = (w("vanish"), INS, DEL, MOVE_FROM, MOVE_TO, RPR_CHANGE)


def is_plain(root: etree._Element, styles: Styles) -> bool:
    """Whether nothing in the part is hidden or tracked, be it directly or by a style."""
    return not styles.hiding and next(root.iter(*_TELLING), None) is None


@dataclass(slots=True)
class Scope:
    """The part being read, what it refers to, and what is found beside its text.

    `plain` is true where nothing is hidden or tracked, so that what runs and paragraph marks
    say of themselves need not be looked at. `notes` are the visible references to notes, as
    kind and id, in reading order.
    """

    part: str
    limits: Limits
    budget: Budget
    styles: Styles
    numbering: Numbering
    plain: bool = False
    revisions: list[Revision] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
