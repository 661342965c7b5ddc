"""The blocks of a new document: paragraphs and tables with their text."""

from __future__ import annotations

import enum
from typing import TypeAlias

import msgspec


class SpanMark(enum.StrEnum):
    """What a stretch of text becomes in Word: plain text, a tracked change or a comment."""

    PLAIN = "plain"
    INSERTED = "inserted"
    DELETED = "deleted"
    COMMENT = "comment"


class Span(msgspec.Struct, frozen=True):
    """A stretch of text with one mark; "\\n" is a line break.

    A comment belongs to the nearest span before it that is not a comment.
    """

    text: str
    mark: SpanMark = SpanMark.PLAIN


Inline: TypeAlias = tuple[Span, ...]


class ParagraphRole(enum.StrEnum):
    """The kind of a paragraph, which decides its style."""

    TITLE = "title"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    BOLD = "bold"
    BODY = "body"
    RIGHT = "right"


class Number(msgspec.Struct, frozen=True):
    """An automatic number: the level in the document's multilevel list, from 0 to 3, and the text
    that Word shows for it, such as "1.".
    """

    level: int
    text: str


class NewParagraph(msgspec.Struct, frozen=True):
    """A paragraph. Its automatic number, if it has one, is not part of `inline`."""

    role: ParagraphRole
    inline: Inline
    number: Number | None = None


class Merge(enum.StrEnum):
    """The neighbour that a slot of a table is merged into."""

    NONE = ""
    LEFT = "<"
    ABOVE = "^"


class Slot(msgspec.Struct, frozen=True):
    """A slot of a table's grid. A slot that is merged into another has no text."""

    inline: Inline = ()
    merge: Merge = Merge.NONE


class NewTable(msgspec.Struct, frozen=True):
    """A table as a grid. Every row has the same number of slots; merged cells are rectangles."""

    rows: tuple[tuple[Slot, ...], ...]

    def origins(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Return for each slot the row and column, from 0, of the slot whose cell covers it."""
        origins: list[tuple[tuple[int, int], ...]] = []
        for r, row in enumerate(self.rows):
            line: list[tuple[int, int]] = []
            for c, slot in enumerate(row):
                if slot.merge is Merge.LEFT:
                    line.append(line[c - 1])
                elif slot.merge is Merge.ABOVE:
                    line.append(origins[r - 1][c])
                else:
                    line.append((r, c))
            origins.append(tuple(line))
        return tuple(origins)


NewBlock: TypeAlias = NewParagraph | NewTable


def plain(inline: Inline) -> str:
    """Return the text that shows with all changes accepted, without comments."""
    return "".join(s.text for s in inline if s.mark in (SpanMark.PLAIN, SpanMark.INSERTED))
