"""The paragraphs and cells of a document by their paths."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from docxlint.core.document import Block, Cell, Document, Paragraph, Piece
from docxlint.core.location import Location, Node


class DocumentIndex:
    """The paragraphs and cells of all stories of a document, found by their locations."""

    def __init__(self, document: Document) -> None:
        self._paragraphs: dict[Node, Paragraph] = {}
        self._cells: dict[Node, Cell] = {}
        self._tables: dict[Node, Node] = {}
        self._add(document.blocks)
        for story in document.stories:
            self._add(story.blocks)

    def _add(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            node = block.location.node
            if isinstance(block, Paragraph):
                self._paragraphs[node] = block
                continue
            for cell in block.cells():
                self._cells[cell.location.node] = cell
                self._tables[cell.location.node] = node
                self._add(cell.paragraphs)
                self._add(cell.tables)

    def paragraph(self, location: Location) -> Paragraph | None:
        """The paragraph at `location`, or None."""
        return self._paragraphs.get(location.node)

    def cell(self, location: Location) -> Cell | None:
        """The cell at `location`, or None."""
        return self._cells.get(location.node)

    def table_of(self, location: Location) -> Node | None:
        """The table whose cell is at `location`, or None."""
        return self._tables.get(location.node)

    def first_paragraph(self, node: Node) -> Paragraph | None:
        """The first paragraph in `node` with text, else its first paragraph, else None."""
        inside = [p for key, p in self._paragraphs.items() if key.is_within(node)]
        return next((p for p in inside if p.text.strip()), inside[0] if inside else None)


def pieces_between(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
    """The pieces that show the characters from `start` to `end` of a paragraph.

    Each comes with the start and end of the range in the characters of its element.
    """
    begin = bisect_right(paragraph.pieces, start, key=lambda piece: piece.end)
    for at in range(begin, len(paragraph.pieces)):
        piece = paragraph.pieces[at]
        if piece.start >= end:
            break
        first, last = max(start, piece.start), min(end, piece.end)
        if first < last:
            shift = piece.offset - piece.start
            yield piece, first + shift, last + shift


def piece_beside(paragraph: Paragraph, start: int, end: int) -> Piece | None:
    """The piece that shows the character before `start`, else the one after `end`, else None."""
    pieces = paragraph.pieces
    at = bisect_right(pieces, start - 1, key=lambda piece: piece.end)
    if at < len(pieces) and pieces[at].start < start:
        return pieces[at]
    at = bisect_right(pieces, end, key=lambda piece: piece.end)
    return pieces[at] if at < len(pieces) and pieces[at].start <= end else None
