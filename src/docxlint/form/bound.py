"""A form bound to a document: the parts of the document under the names of the form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from docxlint.core.document import Cell, Document, Paragraph, Passage, Table
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import FigureRef, Reference
from docxlint.form.schema import Form, FormBlock, FormLine, SectionForm, TableForm
from docxlint.text.language import Language
from docxlint.text.values import Figure


class BoundCell(msgspec.Struct, frozen=True, gc=False):
    """A figure of a table with its reference; `location` carries the printed labels.

    `shared` is true where the cell lies over several figures of the form, so that it is the
    figure of none of them; its value is None.
    """

    ref: FigureRef
    cell: Cell
    figure: Figure
    location: Location
    shared: bool = False


class BoundRow(msgspec.Struct, frozen=True, gc=False):
    """A row of the form in a document.

    `labels` pairs each cell that has a label with the form's wording. `figures` are those under
    the block's columns, in order, None where the row has no cell for a column. `extra` are cells
    that the form does not have and that are not blank.
    """

    line: FormLine
    location: Location
    labels: tuple[tuple[Cell, str], ...]
    figures: tuple[BoundCell | None, ...]
    extra: tuple[Cell, ...] = ()


class Mismatch(msgspec.Struct, frozen=True, gc=False):
    """A label that differs from the form's.

    `columns` are the names of the columns that are missing because of it.
    """

    expected: str
    found: str
    location: Location
    columns: tuple[str, ...] = ()


class SplitLabel(msgspec.Struct, frozen=True, gc=False):
    """A label that has several cells of a header where the form has one, and its location."""

    label: str
    location: Location


class Repetition(msgspec.Struct, frozen=True, gc=False):
    """A part of the form that a document has once more than it should.

    `label` is what is repeated: the heading of a section, the label of a row, or "" for a table
    or a whole report. `location` is the one too many, `first` the one that counts. `reading` is
    the table read with the repeated table or row in it, if there is one. `within` is true where
    it stands in something larger that is repeated.
    """

    kind: Literal["report", "section", "table", "row"]
    label: str
    location: Location
    first: Location
    reading: BoundTable | None = None
    within: bool = False

    def covers(self, location: Location) -> bool:
        """Whether a location lies within the table or the row that is repeated."""
        if self.reading is None or location.part != self.location.part:
            return False
        if self.kind == "row":
            paths = [_row_path(self.location.path)]
        else:
            paths = [table.location.path for table in self.reading.tables]
        return any(location.path.startswith(f"{path}/") or location.path == path for path in paths)


def _row_path(path: str) -> str:
    """The path of the row that holds the cell at `path`."""
    end = path.index("]", path.rindex("/w:tr["))
    return path[: end + 1]


class SupersededUse(msgspec.Struct, frozen=True, gc=False):
    """Words of a superseded form, their location, and the rows that they stand for."""

    words: str
    location: Location
    rows: tuple[str, ...]


class UndividedRow(msgspec.Struct, frozen=True, gc=False):
    """A row of a superseded form that stands for several rows of this form.

    `cells` are its figures by column, each with the reference of the first of `rows`.
    """

    rows: tuple[str, ...]
    cells: dict[str, BoundCell]


class BoundBlock(msgspec.Struct, frozen=True, gc=False):
    """A block of a table in a document: its rows by name, and the differences from the form.

    `headers` are labels of the header that differ, `split` those that are not merged. `missing`
    are the rows that are not there. `superseded_rows` are the names of rows that have, or whose
    header has, the words of a superseded form; `superseded_uses` are those words.
    """

    form: FormBlock
    rows: dict[str, BoundRow]
    headers: tuple[Mismatch, ...] = ()
    split: tuple[SplitLabel, ...] = ()
    missing: tuple[FormLine, ...] = ()
    superseded_uses: tuple[SupersededUse, ...] = ()
    superseded_rows: frozenset[str] = frozenset()


class BoundTable(msgspec.Struct, frozen=True, gc=False):
    """A table of the form in one Word table, or in several that a page break has cut.

    `cells` are all figures by row and column. `unknown` are rows that the form does not have.
    `displaced` are the names of rows that stand in another place than in the form. `undivided`
    are rows that stand for several rows.
    """

    form: TableForm
    tables: tuple[Table, ...]
    location: Location
    blocks: tuple[BoundBlock, ...]
    cells: dict[tuple[str, str], BoundCell]
    unknown: tuple[Mismatch, ...] = ()
    displaced: tuple[str, ...] = ()
    undivided: tuple[UndividedRow, ...] = ()

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
    """A top-level section of a document. `form` is None for one that the form does not have.

    `number` is the number before the title with its mark ("三、"), "" without one. `again` is the
    name of the form's section that the document has already.
    """

    form: SectionForm | None
    heading: Paragraph
    number: str
    title: str
    location: Location
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    again: str | None = None


class BoundTitle(msgspec.Struct, frozen=True, gc=False):
    """The title of a document: its folded lines joined, its organ and its year.

    `repeats` is a later paragraph that repeats the title.
    """

    text: str
    organ: str
    year: int | None
    paragraphs: tuple[Paragraph, ...]
    location: Location
    repeats: Paragraph | None = None


class BoundPrevious(msgspec.Struct, frozen=True, gc=False):
    """Last year's report.

    `name` is its file's name, "" if it has none. `bound` is it in the form of its own year. If
    it cannot be compared, `bound` is None, `fault` gives the reason, and `causes` are the parts
    of this year's document that are to blame.
    """

    name: str = ""
    bound: BoundForm | None = None
    fault: Message | None = None
    causes: tuple[Reference, ...] = ()


class BoundForm(msgspec.Struct, frozen=True, gc=False):
    """A form bound to a document.

    `year` is the report year: a given one, or the one that the document states; None where its
    places disagree. `passages` are the paragraphs
    of the body outside tables, `cells` those inside tables and nested tables, both in reading
    order. `previous` is last year's report, None if there is none. `repetitions` are the parts
    of the form that the document has twice.
    """

    form: Form
    document: Document
    title: BoundTitle | None
    year: int | None
    sections: tuple[BoundSection, ...]
    tables: dict[str, BoundTable]
    passages: tuple[Passage, ...]
    cells: tuple[Passage, ...]
    previous: BoundPrevious | None = None
    repetitions: tuple[Repetition, ...] = ()

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
        bound = self.section(section) if section is not None else None
        return bound.location if bound is not None else self.document.location

    def readings(self) -> Iterator[tuple[Repetition, BoundForm]]:
        """Each table and row that is there twice, with the form bound to the second of them."""
        for repetition in self.repetitions:
            reading = repetition.reading
            if reading is not None:
                tables = {**self.tables, reading.form.name: reading}
                yield repetition, msgspec.structs.replace(self, tables=tables, repetitions=())
