"""The outline of a document as data: what Word shows, with the names of the form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from docxlint.core.document import Block, Table
from docxlint.core.finding import PackId
from docxlint.core.location import Location
from docxlint.form.bound import BoundForm, BoundTable
from docxlint.report import contract
from docxlint.report.json_text import location, tool
from docxlint.report.visible_text import path_text

Role = Literal["title", "heading", "text"]
_ROLES: dict[str, Role] = {"title": "title", "heading": "heading"}


class Title(msgspec.Struct, frozen=True):
    """The title: its joined lines, its organ and its year."""

    text: str
    organ: str
    year: int | None


class Paragraph(msgspec.Struct, frozen=True, tag_field="kind", tag="paragraph"):
    """A paragraph. `number` is the automatic number that Word prints before `text`.

    `section` is the form's name for the section, null outside them; `level` the outline level,
    0 for the highest; `box` is true inside a text box.
    """

    role: Role
    section: str | None
    paragraph: int | None
    number: str
    text: str
    level: int | None
    style: str | None
    box: bool
    path: str


class Cell(msgspec.Struct, frozen=True):
    """A cell: it covers `rows` × `columns` slots from (`row`, `column`), counted from 0. `name`
    is the form's for the figure in it ("requests.new.people"); null for every other cell.
    """

    row: int
    column: int
    rows: int
    columns: int
    text: str
    name: str | None
    path: str
    tables: tuple[TableGrid, ...]


class TableGrid(msgspec.Struct, frozen=True, tag_field="kind", tag="table"):
    """A table of `rows` × `columns` slots. `name` is the form's for the table; `row_names` has
    the form's name for each row, null for rows of headers and rows unknown to the form.
    """

    section: str | None
    name: str | None
    rows: int
    columns: int
    row_names: tuple[str | None, ...]
    cells: tuple[Cell, ...]
    path: str


class Story(msgspec.Struct, frozen=True):
    """Text outside the body. `story` is header, footer, footnote, endnote or comment."""

    story: str
    author: str | None
    blocks: tuple[Paragraph | TableGrid, ...]


class Unread(msgspec.Struct, frozen=True):
    """A place whose content could not be read, and the construct that contains it."""

    construct: str
    location: contract.Location


class Outline(msgspec.Struct, frozen=True):
    """The outline of one document. `pack` is null where none applies; the names are then those of
    the first pack. `changes` counts the tracked changes of the document.
    """

    schema: Literal[1]
    tool: contract.Tool
    path: str
    pack: contract.Pack | None
    year: int | None
    title: Title | None
    blocks: tuple[Paragraph | TableGrid, ...]
    stories: tuple[Story, ...]
    changes: int
    unread: tuple[Unread, ...]


class UnreadableDocument(msgspec.Struct, frozen=True):
    """A document without an outline, and the reason."""

    path: str
    error: str


class Outlines(msgspec.Struct, frozen=True):
    """The outlines of several documents, each as for this document alone; the documents that
    cannot be read are in `unreadable`. Both are in the order in which they were given.
    """

    schema: Literal[1]
    tool: contract.Tool
    documents: tuple[Outline, ...]
    unreadable: tuple[UnreadableDocument, ...]


class _Names(msgspec.Struct, frozen=True):
    """The names of the form by the identity of paragraphs, tables and cells."""

    roles: dict[int, Role]
    sections: dict[int, str | None]
    tables: dict[int, BoundTable]
    cells: dict[int, str]
    rows: dict[int, str]


def outline(bound: BoundForm, path: str, pack: PackId | None) -> Outline:
    """The outline of the document of `bound`."""
    names = _names(bound)
    document = bound.document
    title = bound.title
    return Outline(
        schema=contract.SCHEMA,
        tool=tool(),
        path=path_text(path),
        pack=None if pack is None else contract.Pack(pack.name, pack.version),
        year=bound.year,
        title=None if title is None else Title(title.text, title.organ, title.year),
        blocks=_blocks(document.blocks, names),
        stories=tuple(
            Story(story.kind, story.author, _blocks(story.blocks, names))
            for story in document.stories
        ),
        changes=len(document.revisions),
        unread=tuple(Unread(gap.construct, location(gap.location)) for gap in document.gaps),
    )


def outlines(each: Iterable[Outline], unreadable: Iterable[UnreadableDocument]) -> Outlines:
    """The outlines of a run with several documents."""
    return Outlines(contract.SCHEMA, tool(), tuple(each), tuple(unreadable))


def _names(bound: BoundForm) -> _Names:
    roles: dict[int, Role] = {}
    sections: dict[int, str | None] = {}
    for passage in bound.passages:
        key = id(passage.paragraph)
        sections[key] = passage.section
        roles[key] = _ROLES.get(passage.role, "text")
    for section in bound.sections:
        for table in section.tables:
            sections[id(table)] = None if section.form is None else section.form.name
    cells: dict[int, str] = {}
    rows: dict[int, str] = {}
    for bound_table in bound.tables.values():
        for row in bound_table.rows():
            for figure in row.figures:
                if figure is not None:
                    cells.setdefault(id(figure.cell), str(figure.ref))
                    rows.setdefault(id(figure.cell), row.line.name)
            for cell, _ in row.labels[-1:]:
                rows[id(cell)] = row.line.name
    tables = {id(part): table for table in bound.tables.values() for part in table.tables}
    return _Names(roles, sections, tables, cells, rows)


def _blocks(blocks: Sequence[Block], names: _Names) -> tuple[Paragraph | TableGrid, ...]:
    return tuple(
        _table(block, names)
        if isinstance(block, Table)
        else Paragraph(
            role=names.roles.get(id(block), "text"),
            section=names.sections.get(id(block)),
            paragraph=block.location.paragraph,
            number=block.number,
            text=block.text[len(block.number) :],
            level=block.level,
            style=block.style,
            box=block.box,
            path=_path(block.location),
        )
        for block in blocks
    )


def _table(table: Table, names: _Names) -> TableGrid:
    bound_table = names.tables.get(id(table))
    row_names = []
    for index in range(len(table.grid)):
        starting = (cell for cell in table.row(index) if cell.row == index)
        row_names.append(next((n for c in starting if (n := names.rows.get(id(c)))), None))
    return TableGrid(
        section=names.sections.get(id(table)),
        name=None if bound_table is None else bound_table.form.name,
        rows=len(table.grid),
        columns=len(table.grid[0]) if table.grid else 0,
        row_names=tuple(row_names),
        cells=tuple(
            Cell(
                row=cell.row,
                column=cell.column,
                rows=cell.rows,
                columns=cell.columns,
                text=cell.text,
                name=names.cells.get(id(cell)),
                path=_path(cell.location),
                tables=tuple(_table(nested, names) for nested in cell.tables),
            )
            for cell in table.cells()
        ),
        path=_path(table.location),
    )


def _path(location: Location) -> str:
    return f"{location.part}#{location.path}"
