"""Find the parts of a document that the form names, so that an example can change them."""

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
    """The places of a form's names in a list of blocks; positions count from 0.

    `sections` gives the blocks of a section, from its heading to the next top-level heading,
    without the right-aligned lines at the end of the document. `rows` gives the block and the
    row for `table.row`; `cells` gives the block, the row and the column of the grid for
    `table.row.column`.
    """

    sections: dict[str, range]
    tables: dict[str, tuple[int, ...]]
    rows: dict[str, tuple[int, int]]
    cells: dict[str, tuple[int, int, int]]


def find_places(blocks: Sequence[NewBlock], form: Form) -> Places:
    """Write `blocks` to a Word file, read it, and find the names of `form` in it."""
    document = read.read(docx_bytes(blocks))
    bound = bind(document, form)
    positions = _positions(document, len(blocks))
    places = Places(_sections(bound, positions, blocks), {}, {}, {})
    for name, table in bound.tables.items():
        places.tables[name] = tuple(positions[t.location.path] for t in table.tables)
        for row in table.rows():
            for figure in row.figures:
                if figure is not None:
                    block = positions[_path_of_table(table, figure.location)]
                    places.rows[f"{name}.{row.line.name}"] = (block, figure.cell.row)
                    places.cells[str(figure.ref)] = (block, figure.cell.row, figure.cell.column)
    return places


def _positions(document: Document, count: int) -> dict[str, int]:
    """Return the position of each block by its path; each block is one block of the document."""
    return {block.location.path: i for block, i in zip(document.blocks, range(count), strict=True)}


def _path_of_table(table: BoundTable, location: Location) -> str:
    return next(t.location.path for t in table.tables if location.is_within(t.location))


def _sections(
    bound: BoundForm, positions: dict[str, int], blocks: Sequence[NewBlock]
) -> dict[str, range]:
    end = len(blocks)
    while end and _is_closing_line(blocks[end - 1]):
        end -= 1
    heads = [positions[section.heading.location.path] for section in bound.sections]
    return {
        section.form.name: range(head, stop)
        for section, head, stop in zip(bound.sections, heads, [*heads[1:], end], strict=True)
        if section.form is not None
    }


def _is_closing_line(block: NewBlock) -> bool:
    return isinstance(block, NewParagraph) and block.role is ParagraphRole.RIGHT
