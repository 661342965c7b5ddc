"""What was read of a document, and what was not."""

from __future__ import annotations

import enum

import msgspec

from docxlint.core.location import Location


class UnreadKind(enum.StrEnum):
    """Content that no rule read as what it is."""

    TABLE = "table"
    """A table that the form does not have: its figures were not judged."""
    ROW = "row"
    """A row that the form does not have."""
    COLUMN = "column"
    """Cells beside the columns of the form."""
    DRAWING = "drawing"
    """A picture, a chart, an embedded object, or the like."""
    TYPED_TABLE = "typed-table"
    """Text parted by tabs in a section whose table is missing."""
    STRUCK = "struck"
    """Text that is struck through: it does not count."""
    HIDDEN = "hidden"
    """Hidden text: it does not count."""
    WHITE = "white"
    """White text: it was read, and nobody sees it."""
    PROMPT = "prompt"
    """What an empty content control asks for."""
    COMMENT = "comment"
    """A comment."""
    GAP = "gap"
    """A construct that the reader does not know."""


class UnreadPlace(msgspec.Struct, frozen=True, gc=False):
    """A place that was not read. `construct` is the name of a drawing or of an unknown construct,
    "" for other kinds.
    """

    kind: UnreadKind
    location: Location
    construct: str = ""


class Coverage(msgspec.Struct, frozen=True, gc=False):
    """How many tables, rows and figures of the form and how many paragraphs were read, and the
    places that were not, in document order. Paragraphs include those in cells, headers, footers
    and notes.
    """

    tables: int
    rows: int
    figures: int
    paragraphs: int
    unread: tuple[UnreadPlace, ...] = ()
