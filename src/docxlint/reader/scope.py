"""What the reading of every part of one document shares, and what it spends."""

from __future__ import annotations

from dataclasses import dataclass, field

from docxlint.finding import Phrase
from docxlint.model import Gap, Revision
from docxlint.reader.faults import Unreadable
from docxlint.reader.limits import Limits
from docxlint.reader.numbering import Numbering
from docxlint.reader.styles import Styles

TOO_MANY_PARAGRAPHS = Phrase(
    zh="文档的段落多于 {limit} 个，超过了允许的限度。",
    en="The document has more than {limit} paragraphs, more than the limits allow.",
)
TOO_MANY_SLOTS = Phrase(
    zh="文档表格的单元格多于 {limit} 个，超过了允许的限度。",
    en="The document's tables have more than {limit} cells, more than the limits allow.",
)
TOO_LONG_PATHS = Phrase(
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

    def paragraph(self, trail: int) -> None:
        """One more paragraph, whose locations' paths have about `trail` characters."""
        self.paragraphs += 1
        self.trail += trail
        if self.paragraphs > self.limits.paragraphs:
            raise Unreadable(TOO_MANY_PARAGRAPHS(limit=self.limits.paragraphs))
        if self.trail > self.limits.trail:
            raise Unreadable(TOO_LONG_PATHS)

    def table(self, slots: int) -> None:
        """One more table, whose grid has `slots` slots."""
        self.slots += slots
        if self.slots > self.limits.slots:
            raise Unreadable(TOO_MANY_SLOTS(limit=self.limits.slots))


@dataclass(slots=True)
class Scope:
    """The part being read, what it refers to, and what is found beside its text.

    `notes` are the visible references to notes, as kind and id, in reading order.
    """

    part: str
    limits: Limits
    budget: Budget
    styles: Styles
    numbering: Numbering
    revisions: list[Revision] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
