"""What a Word document shows, as frozen data without XML.

The reader makes these with all tracked changes accepted, each with its Location. They are trees
of frozen values without cycles, so they are left out of garbage collection (gc=False).
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import TypeAlias

import msgspec

from docxlint.core.location import Location


class Piece(msgspec.Struct, frozen=True, gc=False):
    """The element that shows a stretch of a paragraph's text.

    `text[start:end]` of the paragraph is shown by the element at `path` (a `w:t`, `w:tab`,
    `w:br`, … in the paragraph's part), beginning at that element's character `offset`.
    """

    start: int
    end: int
    path: str
    offset: int = 0


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A raised mark, such as that of a note: it shows before the character `offset` of the text
    and is no part of it.
    """

    text: str
    offset: int
    location: Location


class Drawing(msgspec.Struct, frozen=True, gc=False):
    """Something that a paragraph shows and that is not read: a picture, a chart, a diagram, an
    embedded object, ink, or a field that Word draws ("field EQ").
    """

    kind: str
    location: Location


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """A visible paragraph: `text` is the automatic `number` (with what Word sets after it:
    a tab, a blank or nothing) followed by the visible characters, a line break as "\\n".

    `number` is "" for a paragraph without an automatic number. `level` is the outline level, 0
    for the highest, None for body text. `style` is the style's name as Word shows it.
    `box` is true for a paragraph inside a text box. `pieces` cover `text` in order, except
    the automatic number, which no element shows. `marks` and `drawings` are what it shows
    besides.
    """

    text: str
    location: Location
    number: str = ""
    level: int | None = None
    style: str | None = None
    box: bool = False
    pieces: tuple[Piece, ...] = ()
    marks: tuple[Mark, ...] = ()
    drawings: tuple[Drawing, ...] = ()


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A paragraph and where it stands.

    `section` is the form's name for the section, None before the first section and in sections
    that the form does not have. `role` is "title", "heading" (of a top-level section), "text",
    "cell" (inside a table) or "note" (in headers, footers and notes). `location` has the
    section's label.
    """

    paragraph: Paragraph
    section: str | None
    role: str
    location: Location

    @property
    def text(self) -> str:
        """The paragraph's text, its automatic number included."""
        return self.paragraph.text


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A cell of a table: it covers `rows` × `columns` slots from (`row`, `column`), all ≥ 1
    wide and counted from 0. `text` joins its paragraphs with "\\n"; nested tables are not in it.
    `blocks` are the paragraphs and nested tables in their order, empty without nested tables.
    """

    text: str
    row: int
    column: int
    location: Location
    rows: int = 1
    columns: int = 1
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    blocks: tuple[Block, ...] = ()

    def content(self) -> tuple[Block, ...]:
        """Return its paragraphs and nested tables, in their order."""
        return self.blocks or self.paragraphs


class Table(msgspec.Struct, frozen=True, gc=False):
    """A table as a grid. `grid[r][c]` is the cell that covers the slot: a merged cell is the same
    object in each of its slots. It is None where a row begins late or ends early. Every row has
    the same number of slots.
    """

    grid: tuple[tuple[Cell | None, ...], ...]
    location: Location

    def row(self, index: int) -> tuple[Cell, ...]:
        """Return the cells that show in row `index`, left to right, each once."""
        seen: list[Cell] = []
        for cell in self.grid[index]:
            if cell is not None and (not seen or seen[-1] is not cell):
                seen.append(cell)
        return tuple(seen)

    def cells(self) -> Iterator[Cell]:
        """Yield every cell once, row by row."""
        for index, slots in enumerate(self.grid):
            last = None
            for cell in slots:
                if cell is not None and cell is not last and cell.row == index:
                    yield cell
                last = cell


Block: TypeAlias = Paragraph | Table


class Story(msgspec.Struct, frozen=True, gc=False):
    """Text beside the body: `kind` is header, footer, footnote, endnote or comment."""

    kind: str
    blocks: tuple[Block, ...]
    location: Location
    author: str | None = None


class Revision(msgspec.Struct, frozen=True, gc=False):
    """A tracked change left in the document.

    `kind` is insertion, deletion, move-from, move-to or formatting.
    """

    kind: str
    location: Location
    author: str | None = None
    text: str = ""


class Gap(msgspec.Struct, frozen=True, gc=False):
    """A place whose content was not read, and the construct that holds it."""

    construct: str
    location: Location


class Concealment(enum.StrEnum):
    """Why text in a document is not seen as its text."""

    STRUCK = "struck"
    """Struck through: it does not count."""
    HIDDEN = "hidden"
    """Hidden: it does not show and does not count."""
    WHITE = "white"
    """White on white: it counts, and nobody sees it."""
    PROMPT = "prompt"
    """What an empty content control asks for: it does not count."""


class ConcealedText(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text in one paragraph that is not seen as text of the document."""

    kind: Concealment
    text: str
    location: Location


class ChangingField(msgspec.Struct, frozen=True, gc=False):
    """A field whose result changes by itself, such as DATE, and what it shows now."""

    kind: str
    text: str
    location: Location


class PackageFaultKind(enum.StrEnum):
    """What Word must repair before it opens a file, or refuses it for."""

    NO_PARAGRAPH = "no-paragraph"
    """A cell or a text box does not end with a paragraph."""
    MISPLACED = "misplaced"
    """An element with text stands where Word allows none."""
    PREFIX = "prefix"
    """A list of namespaces names a prefix that is not declared."""
    RELATIONSHIP = "relationship"
    """An element refers to a relationship that is missing."""
    TYPE = "type"
    """A part has no content type. `location.text` is its name."""


class PackageFault(msgspec.Struct, frozen=True, gc=False):
    """A place for which Word must repair the file or refuses it."""

    kind: PackageFaultKind
    location: Location


class Document(msgspec.Struct, frozen=True, gc=False):
    """A document as a person sees it: the blocks of the body in reading order, the other
    stories, the revisions that are left, the places that were not read, those that Word repairs,
    the text that is not seen as such, the fields that change by themselves, and the places where
    Word last began a new page, if the file says so.

    A text box's blocks follow the paragraph that anchors it. `location` is the body.
    """

    blocks: tuple[Block, ...]
    location: Location
    stories: tuple[Story, ...] = ()
    revisions: tuple[Revision, ...] = ()
    gaps: tuple[Gap, ...] = ()
    package_faults: tuple[PackageFault, ...] = ()
    concealed: tuple[ConcealedText, ...] = ()
    changing_fields: tuple[ChangingField, ...] = ()
    page_starts: tuple[Location, ...] = ()
