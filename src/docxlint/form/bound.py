"""A form as a document fills it in: what the document shows under each name of the form."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.document import Cell, Document, Paragraph, Passage, Table
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import FigureRef, Reference
from docxlint.form.schema import Block, Form, Line, SectionForm, TableForm
from docxlint.text.language import Language
from docxlint.text.values import Figure


class BoundCell(msgspec.Struct, frozen=True, gc=False):
    """A figure of a table with its reference; `location` carries the printed labels."""

    ref: FigureRef
    cell: Cell
    figure: Figure
    location: Location


class BoundRow(msgspec.Struct, frozen=True, gc=False):
    """A row of the form, as found.

    `labels` pairs each cell that carries a label with the wording that the form has for it;
    `figures` stand under the block's columns in order, None where the row has no cell for one;
    `extra` are cells beyond the form's that are not blank.
    """

    line: Line
    location: Location
    labels: tuple[tuple[Cell, str], ...]
    figures: tuple[BoundCell | None, ...]
    extra: tuple[Cell, ...] = ()


class Mismatch(msgspec.Struct, frozen=True, gc=False):
    """A label that is not the form's: what is found at a place, and what should be there.

    `columns` are the names of the columns that are lost by it, where any are.
    """

    expected: str
    found: str
    location: Location
    columns: tuple[str, ...] = ()


class SupersededUse(msgspec.Struct, frozen=True, gc=False):
    """Words of a superseded form, where they stand, and the rows that they stand for."""

    words: str
    location: Location
    rows: tuple[str, ...]


class BoundBlock(msgspec.Struct, frozen=True, gc=False):
    """A block of a table, as found: its rows by name, and what differs from the form.

    `missing` are rows that are not there, `superseded` the names of rows that stand there in
    the words of a former form, or whose header does.
    """

    form: Block
    rows: dict[str, BoundRow]
    headers: tuple[Mismatch, ...] = ()
    missing: tuple[Line, ...] = ()
    former: tuple[SupersededUse, ...] = ()
    superseded: frozenset[str] = frozenset()


class BoundTable(msgspec.Struct, frozen=True, gc=False):
    """A table of the form, found in one or (cut by a page break) several Word tables.

    `cells` are all figures by row and column. `unknown` are rows that the form does not have.
    """

    form: TableForm
    tables: tuple[Table, ...]
    location: Location
    blocks: tuple[BoundBlock, ...]
    cells: dict[tuple[str, str], BoundCell]
    unknown: tuple[Mismatch, ...] = ()

    def rows(self) -> Iterator[BoundRow]:
        """The rows that are there, in the order of the form."""
        for block in self.blocks:
            for line in block.form.rows:
                if line.name in block.rows:
                    yield block.rows[line.name]

    def row(self, name: str) -> BoundRow | None:
        """The row of that name, None if it is not there."""
        return next((b.rows[name] for b in self.blocks if name in b.rows), None)

    def cell(self, row: str, column: str) -> BoundCell | None:
        """The figure at that row and column, None if it is not there."""
        return self.cells.get((row, column))


class BoundSection(msgspec.Struct, frozen=True, gc=False):
    """A top-level section as found: `form` is None where the form has none like it.

    `number` is the numeral before the title ("三"), "" without one.
    """

    form: SectionForm | None
    heading: Paragraph
    number: str
    title: str
    location: Location
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]


class BoundTitle(msgspec.Struct, frozen=True, gc=False):
    """The title as found: its lines joined, the organ before the year, and the year.

    `repeats` is a further paragraph that says the same again.
    """

    text: str
    organ: str
    year: int | None
    paragraphs: tuple[Paragraph, ...]
    location: Location
    repeats: Paragraph | None = None


class Previous(msgspec.Struct, frozen=True, gc=False):
    """Last year's report: `name` is what it is called, "" where it has no name, `filled` the form
    of its own year as it fills it in. Where it cannot be compared with, `filled` is None and
    `fault` says why; `causes` are the names of this year's form that stood in the way.
    """

    name: str = ""
    bound: BoundForm | None = None
    fault: Message | None = None
    causes: tuple[Reference, ...] = ()


class BoundForm(msgspec.Struct, frozen=True, gc=False):
    """A form filled in by a document. `year` is the report year: given, or from the title.

    `passages` are the body's paragraphs outside tables, `cells` those inside, nested tables
    too, both in reading order. `previous` is last year's report, None where none is at hand.
    """

    form: Form
    document: Document
    title: BoundTitle | None
    year: int | None
    sections: tuple[BoundSection, ...]
    tables: dict[str, BoundTable]
    passages: tuple[Passage, ...]
    cells: tuple[Passage, ...]
    previous: Previous | None = None

    @property
    def language(self) -> Language:
        """The language of the form."""
        return self.form.language

    def section(self, name: str) -> BoundSection | None:
        """The section that the form calls `name`, None if it is not there."""
        for section in self.sections:
            if section.form is not None and section.form.name == name:
                return section
        return None

    def anchor(self, section: str | None) -> Location:
        """Where to point for something that is not there: its section's heading, or the body."""
        found = self.section(section) if section is not None else None
        return found.location if found is not None else self.document.location
