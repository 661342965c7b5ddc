"""The wording of a form: names for the sections, tables, rows and columns printed on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from docxlint.core.reference import ColumnRef, FigureRef, RowRef, SectionRef, TableRef
from docxlint.text.language import DEFAULT, Language, load_language


class FormLine(msgspec.Struct, frozen=True, gc=False):
    """A row or a column of figures, by its name.

    `path` are its printed labels, from the outermost group to the line itself. A line without a
    printed label has the path ("",).
    """

    name: str
    path: tuple[str, ...]

    @property
    def label(self) -> str:
        """The printed label of the line itself."""
        return self.path[-1]


class SupersededWords(msgspec.Struct, frozen=True, gc=False):
    """Words that only a superseded form has. One of them shows that the block is outdated.

    `rows` maps a printed row label to the names of the rows of this form that it stands for.
    """

    columns: tuple[str, ...] = ()
    rows: dict[str, tuple[str, ...]] = {}
    titles: tuple[str, ...] = ()


class FormBlock(msgspec.Struct, frozen=True, gc=False):
    """A part of a table with a header of its own.

    `title` spans the table above the header, if the block has one. `corner` is printed above
    the row labels. `labels` is how many columns the row labels take. `decimals` names the rows
    and columns whose figures may have decimals.
    """

    columns: tuple[FormLine, ...]
    rows: tuple[FormLine, ...]
    title: str | None = None
    corner: str | None = None
    labels: int = 0
    decimals: frozenset[str] = frozenset()
    superseded_words: SupersededWords = SupersededWords()

    @property
    def header_rows(self) -> int:
        """The number of rows that the column headers take."""
        return max(len(column.path) for column in self.columns)


class TableForm(msgspec.Struct, frozen=True, gc=False):
    """A table of the form and the section that holds it.

    `label` is what people call it (表三), None if it has no such name.
    """

    name: str
    section: str
    blocks: tuple[FormBlock, ...]
    label: str | None = None

    @property
    def width(self) -> int:
        """The number of columns. A narrower block stretches its last column."""
        return max(block.labels + len(block.columns) for block in self.blocks)

    @property
    def ref(self) -> TableRef:
        """A reference to the table."""
        return TableRef(self.name)

    def row_ref(self, row: str) -> RowRef:
        """A reference to a row. Raises KeyError if the table has no row of that name."""
        if all(line.name != row for line in self.rows()):
            raise KeyError(f"{self.name}.{row}")
        return RowRef(self.name, row)

    def column_ref(self, column: str) -> ColumnRef:
        """A reference to a column. Raises KeyError if the table has no column of that name."""
        if all(line.name != column for line in self.columns()):
            raise KeyError(f"{self.name}.*.{column}")
        return ColumnRef(self.name, column)

    def figure_ref(self, row: str, column: str) -> FigureRef:
        """A reference to a figure. Raises KeyError if no block has that row and that column."""
        for block in self.blocks:
            if any(line.name == row for line in block.rows):
                if any(line.name == column for line in block.columns):
                    return FigureRef(self.name, row, column)
                break
        raise KeyError(f"{self.name}.{row}.{column}")

    def may_have_decimals(self, ref: FigureRef) -> bool:
        """Whether a figure of the table may have decimals."""
        names = {ref.row, ref.column}
        return any(
            names & block.decimals
            for block in self.blocks
            if any(row.name == ref.row for row in block.rows)
        )

    def rows(self) -> Iterator[FormLine]:
        """Every row of every block, in the order of the form."""
        return (row for block in self.blocks for row in block.rows)

    def columns(self) -> Iterator[FormLine]:
        """Every column of every block, in the order of the form. Names may repeat."""
        return (column for block in self.blocks for column in block.columns)


class SectionForm(msgspec.Struct, frozen=True, gc=False):
    """A section of the form: its name and its printed heading, number included."""

    name: str
    heading: str

    @property
    def ref(self) -> SectionRef:
        """A reference to the section."""
        return SectionRef(self.name)


class TitleForm(msgspec.Struct, frozen=True, gc=False):
    """The title of the form.

    `name` is the part that every document of its kind has, `wording` the full title with {organ}
    and {year}. `kin` are other words by which a title line is recognised.
    """

    name: str
    wording: str
    kin: tuple[str, ...] = ()


_Named = TypeVar("_Named", SectionForm, TableForm)


class Form(msgspec.Struct, frozen=True, gc=False):
    """Names for everything printed on a form, and its language.

    The wording of a form is nowhere else.
    """

    title: TitleForm
    sections: tuple[SectionForm, ...]
    tables: tuple[TableForm, ...] = ()
    language: Language = msgspec.field(default_factory=lambda: load_language(DEFAULT))

    def section(self, name: str) -> SectionForm:
        """The section of that name; KeyError if there is none."""
        return _by_name(self.sections, name)

    def table(self, name: str) -> TableForm:
        """The table of that name; KeyError if there is none."""
        return _by_name(self.tables, name)


def _by_name(parts: Sequence[_Named], name: str) -> _Named:
    for part in parts:
        if part.name == name:
            return part
    raise KeyError(name)
