"""The paragraphs and cells of a document by their paths."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from docxlint.core.document import Block, Cell, Document, Paragraph, Piece
from docxlint.core.location import Location


class DocumentIndex:
    """The paragraphs and cells of all stories of a document, found by their locations."""

    def __init__(self, document: Document) -> None:
        self._paragraphs: dict[tuple[str, str], Paragraph] = {}
        self._cells: dict[tuple[str, str], Cell] = {}
        self._add(document.blocks)
        for story in document.stories:
            self._add(story.blocks)

    def _add(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            key = (block.location.part, block.location.path)
            if isinstance(block, Paragraph):
                self._paragraphs[key] = block
                continue
            for cell in block.cells():
                self._cells[cell.location.part, cell.location.path] = cell
                self._add(cell.paragraphs)
                self._add(cell.tables)

    def paragraph(self, location: Location) -> Paragraph | None:
        """The paragraph at `location`, or None."""
        return self._paragraphs.get((location.part, location.path))

    def cell(self, location: Location) -> Cell | None:
        """The cell at `location`, or None."""
        return self._cells.get((location.part, location.path))

    def first_paragraph(self, part: str, path: str = "") -> Paragraph | None:
        """The first paragraph of `part` with text, else its first paragraph, else None.

        With `path`, only paragraphs inside the element at `path` count.
        """
        prefix = f"{path}/"
        inside = [
            paragraph
            for (part_name, key), paragraph in self._paragraphs.items()
            if part_name == part and key.startswith(prefix)
        ]
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
