"""Points in the XML where markup can be inserted: between elements, or inside a run."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from lxml import etree

from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.split_runs import RunCut
from docxlint.word.ooxml.names import PPR, RPR, SDT, TC, P, R, T
from docxlint.word.ooxml.roles import Role, role_of

_TRANSPARENT = frozenset((Role.WRAPPER, Role.INSERTED))
"""Roles of elements that may hold the marks of a comment's range among their runs (17.13.4)."""


class InsertPoint(NamedTuple):
    """A point for markup: at a byte of the part, or, with `run`, at a cut of that run."""

    byte: int
    run: etree._Element | None = None
    cut: RunCut = RunCut(0, 0)


InsertRange: TypeAlias = tuple[InsertPoint, InsertPoint]
"""Where a range begins and ends."""


def elements_from_paragraph(piece: etree._Element) -> list[etree._Element]:
    """The elements from the paragraph of `piece` down to `piece`, the paragraph first.

    For a piece in a text box this is the paragraph outside that anchors the box. Empty for a
    piece outside paragraphs.
    """
    chain = [piece, *piece.iterancestors()]
    boxes = [at for at, element in enumerate(chain) if role_of(element.tag) is Role.BOX]
    begin = boxes[-1] if boxes else 0
    for at in range(begin, len(chain)):
        if chain[at].tag == P:
            return chain[at::-1]
    return []


def point_in_piece(
    part: IndexedPart, piece: etree._Element, chars: int, *, after: bool
) -> InsertPoint | None:
    """The point `chars` characters into the text of `piece`, or None outside paragraphs.

    Where an element on the way allows no markup inside it, the point is before that element,
    or after it if `after` is true.
    """
    chain = elements_from_paragraph(piece)
    if not chain:
        return None
    if len(piece):
        chars = int(after)  # a piece with child elements cannot be cut
    for position, element in enumerate(chain[1:], 1):
        if element.tag == PPR:
            break
        if role_of(element.tag) in _TRANSPARENT and element is not piece:
            continue
        direct = element.tag == R and position + 2 == len(chain) and chain[position + 1] is piece
        if direct:
            return _point_in_run(part, element, piece, chars)
        return _point_at_edge(part, element, after)
    return point_in_paragraph(part, chain[0], after=after)


def _point_at_edge(part: IndexedPart, element: etree._Element, after: bool) -> InsertPoint:
    span = part.span(element)
    return InsertPoint(span.end if after else span.start)


def _point_in_run(
    part: IndexedPart, run: etree._Element, piece: etree._Element, chars: int
) -> InsertPoint:
    cut = cut_in_run(part, run, piece, chars)
    if cut.child == len(run):
        return _point_at_edge(part, run, True)
    if not cut.chars and (cut.child == 0 or (cut.child == 1 and run[0].tag == RPR)):
        return _point_at_edge(part, run, False)
    return InsertPoint(part.span(run).start, run, cut)


def cut_in_run(part: IndexedPart, run: etree._Element, piece: etree._Element, chars: int) -> RunCut:
    """The cut of `run` that is `chars` characters into the text of its child `piece`."""
    index = run.index(piece)
    first, last = part.visible_range(piece) if piece.tag == T and not len(piece) else (0, 1)
    if chars >= last:
        return RunCut(index + 1, 0)
    return RunCut(index, 0 if chars <= first else chars)


def point_in_paragraph(part: IndexedPart, paragraph: etree._Element, *, after: bool) -> InsertPoint:
    """The first point inside `paragraph`, or the last if `after` is true.

    For a paragraph in a text box, the point is beside the box, in the paragraph that anchors it.
    """
    chain = elements_from_paragraph(paragraph)
    if chain and chain[0] is not paragraph:
        return _point_at_edge(part, chain[1], after)
    span = part.span(paragraph)
    if after:
        return InsertPoint(span.close)
    children = list(paragraph)
    if children and children[0].tag == PPR:
        return InsertPoint(part.span(children[0]).end)
    return InsertPoint(span.inner)


def outside_control(part: IndexedPart, points: InsertRange, piece: etree._Element) -> InsertRange:
    """`points`, or an empty range at the start of the paragraph of `piece` if a content control
    holds it: some programs lose the text before a comment there.
    """
    chain = elements_from_paragraph(piece)
    if not chain or not is_in_control(chain[0]):
        return points
    first = point_in_paragraph(part, chain[0], after=False)
    return first, first


def is_in_control(paragraph: etree._Element) -> bool:
    """Whether a content control holds `paragraph` itself, not just the cell or table around it."""
    for holder in paragraph.iterancestors(SDT, TC):
        return holder.tag == SDT
    return False
