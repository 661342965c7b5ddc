"""What a good document or a sample is made of, between its Markdown and its Word file."""

from __future__ import annotations

import enum
from typing import TypeAlias

import msgspec


class Mark(enum.StrEnum):
    """What a stretch of text is to Word: plain, a tracked change, or a comment."""

    PLAIN = "plain"
    INSERTED = "inserted"
    DELETED = "deleted"
    COMMENT = "comment"


class Span(msgspec.Struct, frozen=True):
    """A stretch of text under one mark; "\\n" is a line break.

    A comment is anchored on the span before it that is no comment.
    """

    text: str
    mark: Mark = Mark.PLAIN


Inline: TypeAlias = tuple[Span, ...]


class Role(enum.StrEnum):
    """What a paragraph is on the page."""

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


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph; its automatic number, if it has one, is not in `inline`."""

    role: Role
    inline: Inline
    number: Number | None = None


class Merge(enum.StrEnum):
    """What a slot of a table is merged into."""

    NONE = ""
    LEFT = "<"
    ABOVE = "^"


class Slot(msgspec.Struct, frozen=True):
    """A slot of a table's grid: a cell's text, or a part of a merged cell, then without text."""

    inline: Inline = ()
    merge: Merge = Merge.NONE


class Table(msgspec.Struct, frozen=True):
    """A table as a grid: every row has the same number of slots, merges are rectangles."""

    rows: tuple[tuple[Slot, ...], ...]

    def origins(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each slot the row and column, from 0, of the slot whose cell covers it."""
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


Block: TypeAlias = Paragraph | Table


def plain(inline: Inline) -> str:
    """The text that shows with all changes accepted, without comments."""
    return "".join(s.text for s in inline if s.mark in (Mark.PLAIN, Mark.INSERTED))
