"""Where in the XML something is to stand: between elements, or inside a run."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from docxlint.core.document import Block, Cell, Document, Paragraph, Piece
from docxlint.word.edit.part import Part
from docxlint.word.edit.split_runs import Cut
from docxlint.word.ooxml.names import INS, MOVE_TO, PPR, RPR, SDT, TC, P, R, T, w

_BOX = w("txbxContent")
_TRANSPARENT = frozenset(
    (*map(w, ("hyperlink", "smartTag", "customXml", "dir", "bdo")), INS, MOVE_TO)
)
"""What holds runs beside one another and may hold the marks of a range among them (17.13.4)."""


class Spot(NamedTuple):
    """A place for markup: at a byte of the part, or at a cut of a run."""

    byte: int
    run: etree._Element | None = None
    cut: Cut = Cut(0, 0)


def way(piece: etree._Element) -> list[etree._Element]:
    """The elements from a paragraph of its story down to `piece`, the paragraph first; of a
    text box, the paragraph outside it to which the box is anchored.
    """
    chain = [piece, *piece.iterancestors()]
    boxes = [at for at, element in enumerate(chain) if element.tag == _BOX]
    begin = boxes[-1] if boxes else 0
    for at in range(begin, len(chain)):
        if chain[at].tag == P:
            return chain[at::-1]
    return []


def beside(part: Part, piece: etree._Element, chars: int, *, after: bool) -> Spot | None:
    """The spot `chars` characters into what `piece` shows; where nothing can stand there, the one
    before, or `after`, what is closed to it. None outside paragraphs.
    """
    chain = way(piece)
    if not chain:
        return None
    if len(piece):
        chars = int(after)  # what holds elements is not cut
    for position, element in enumerate(chain[1:], 1):
        if element.tag == PPR:
            break
        if element.tag in _TRANSPARENT and element is not piece:
            continue
        direct = element.tag == R and position + 2 == len(chain) and chain[position + 1] is piece
        return _in_run(part, element, piece, chars) if direct else _edge(part, element, after)
    return inside(part, chain[0], after=after)


def _edge(part: Part, element: etree._Element, after: bool) -> Spot:
    span = part.span(element)
    return Spot(span.end if after else span.start)


def _in_run(part: Part, run: etree._Element, piece: etree._Element, chars: int) -> Spot:
    cut = cut_in(part, run, piece, chars)
    if cut.child == len(run):
        return _edge(part, run, True)
    if not cut.chars and (cut.child == 0 or (cut.child == 1 and run[0].tag == RPR)):
        return _edge(part, run, False)
    return Spot(part.span(run).start, run, cut)


def cut_in(part: Part, run: etree._Element, piece: etree._Element, chars: int) -> Cut:
    """The cut of `run` that is `chars` characters into what its child `piece` shows."""
    index = run.index(piece)
    first, last = part.shown(piece) if piece.tag == T and not len(piece) else (0, 1)
    if chars >= last:
        return Cut(index + 1, 0)
    return Cut(index, 0 if chars <= first else chars)


def inside(part: Part, paragraph: etree._Element, *, after: bool) -> Spot:
    """The first spot inside `paragraph`, or the last; one outside where it is in a text box."""
    chain = way(paragraph)
    if chain and chain[0] is not paragraph:
        return _edge(part, chain[1], after)
    span = part.span(paragraph)
    if after:
        return Spot(span.close)
    children = list(paragraph)
    if children and children[0].tag == PPR:
        return Spot(part.span(children[0]).end)
    return Spot(span.inner)


def at_once(part: Part, spots: tuple[Spot, Spot], piece: etree._Element) -> tuple[Spot, Spot]:
    """`spots`, or the beginning of the paragraph that `piece` belongs to, twice, if a content
    control holds it: some programs lose what stands before a comment there.
    """
    chain = way(piece)
    if not chain or not is_controlled(chain[0]):
        return spots
    first = inside(part, chain[0], after=False)
    return first, first


def is_controlled(paragraph: etree._Element) -> bool:
    """Whether a content control holds the whole of `paragraph`, and does not hold it as a part of
    a table's cell.
    """
    for holder in paragraph.iterancestors(SDT, TC):
        return holder.tag == SDT
    return False


class Shown:
    """The paragraphs and cells of a document by their paths, those of all stories."""

    def __init__(self, document: Document) -> None:
        self.paragraphs: dict[tuple[str, str], Paragraph] = {}
        self.cells: dict[tuple[str, str], Cell] = {}
        self._add(document.blocks)
        for story in document.stories:
            self._add(story.blocks)

    def _add(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            at = (block.location.part, block.location.path)
            if isinstance(block, Paragraph):
                self.paragraphs[at] = block
                continue
            for cell in block.cells():
                self.cells[cell.location.part, cell.location.path] = cell
                self._add(cell.paragraphs)
                self._add(cell.tables)

    def first(self, part: str, path: str = "") -> Paragraph | None:
        """The first paragraph of `part` that shows something, else its first; of those within
        the element at `path`, if that is given.
        """
        within = f"{path}/"
        own = [p for (of, at), p in self.paragraphs.items() if of == part and at.startswith(within)]
        return next((p for p in own if p.text.strip()), own[0] if own else None)


def pieces(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
    """What shows the characters from `start` to `end` of a paragraph: each piece, with the
    first and the last of its element's characters.
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
