"""Finds what the form names in the blocks of a document, so that an example can change it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from docxlint.core.document import Document
from docxlint.core.location import Location
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm, BoundTable
from docxlint.form.schema import Form
from docxlint.word import read
from docxlint.word.make.blocks import NewBlock, NewParagraph, ParagraphRole
from docxlint.word.make.write_document import docx_bytes


class Places(msgspec.Struct, frozen=True):
    """Where the names of a form are found: blocks by their position, from 0.

    `sections` gives a section's blocks from its heading to the next top-level heading, without
    the right-aligned lines that close the document. `rows` gives by `table.row`, and `cells` by
    `table.row.column`, the block, the row and, for a cell, the column of the grid.
    """

    sections: dict[str, range]
    tables: dict[str, tuple[int, ...]]
    rows: dict[str, tuple[int, int]]
    cells: dict[str, tuple[int, int, int]]


def find_places(blocks: Sequence[NewBlock], form: Form) -> Places:
    """The places of `form` in `blocks`, as the reader finds them in the Word file of `blocks`."""
    document = read.read(docx_bytes(blocks))
    bound = bind(document, form)
    at = _positions(document, len(blocks))
    places = Places(_sections(bound, at, blocks), {}, {}, {})
    for name, table in bound.tables.items():
        places.tables[name] = tuple(at[t.location.path] for t in table.tables)
        for row in table.rows():
            for figure in row.figures:
                if figure is not None:
                    block = at[_holder(table, figure.location)]
                    places.rows[f"{name}.{row.line.name}"] = (block, figure.cell.row)
                    places.cells[str(figure.ref)] = (block, figure.cell.row, figure.cell.column)
    return places


def _positions(document: Document, count: int) -> dict[str, int]:
    """The position of each block by its path; a block of ours is one block of the document."""
    return {block.location.path: i for block, i in zip(document.blocks, range(count), strict=True)}


def _holder(table: BoundTable, location: Location) -> str:
    return next(t.location.path for t in table.tables if location.is_within(t.location))


def _sections(bound: BoundForm, at: dict[str, int], blocks: Sequence[NewBlock]) -> dict[str, range]:
    end = len(blocks)
    while end and _closes(blocks[end - 1]):
        end -= 1
    heads = [at[section.heading.location.path] for section in bound.sections]
    return {
        section.form.name: range(head, stop)
        for section, head, stop in zip(bound.sections, heads, [*heads[1:], end], strict=True)
        if section.form is not None
    }


def _closes(block: NewBlock) -> bool:
    return isinstance(block, NewParagraph) and block.role is ParagraphRole.RIGHT
