"""Whether a repair may be typed at a place of a paragraph, or why it had better not be."""

from __future__ import annotations

from bisect import bisect_right

from lxml import etree

from docxlint.core.document import Paragraph, Piece
from docxlint.core.message import Message
from docxlint.word.edit.fields import held
from docxlint.word.edit.insert_points import is_controlled, pieces
from docxlint.word.edit.part import Part
from docxlint.word.ooxml.names import (
    ALTERNATE,
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    RPR_CHANGE,
    SDT,
    SDT_CONTENT,
    P,
    R,
    T,
    w,
)

NUMBERED = Message(
    zh="编号是 Word 自动生成的，不能靠改字来改", en="the number is Word's own and not typed"
)
_TRACKED = Message(zh="那里已有未处理的修订", en="tracked changes are left there already")
_FIELD = Message(zh="那里是域的结果", en="the text there is the result of a field")
_CONTROL = Message(zh="那里是内容控件", en="a content control stands there")
ODD = Message(
    zh="那里的文字不是普通的文字", en="the words there are not plain text of the paragraph"
)
_ACROSS = Message(zh="那里的文字分属几段", en="the words there belong to several paragraphs")

_CONTAINERS = frozenset(map(w, ("hyperlink", "smartTag", "customXml", "dir", "bdo")))
_SHOWING = frozenset(map(w, ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym")))
_CHANGES = frozenset((INS, DEL, MOVE_FROM, MOVE_TO))
_BOUND, _LOCK = w("dataBinding"), w("lock")
_SDT_PR, _FLD_SIMPLE = w("sdtPr"), w("fldSimple")


class Certainty:
    """What is known of one part."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._fields = held(part.root)
        self._doubts: dict[etree._Element, Message | None] = {}

    def doubt(self, paragraph: Paragraph, start: int, end: int) -> Message | None:
        """Why the characters from `start` to `end` of `paragraph`, or those beside a place that
        holds none, cannot be changed for certain; None where they can.
        """
        if start < len(paragraph.number):
            return NUMBERED
        element = self._part.at(paragraph.location.path)
        if element is None:
            return ODD
        if element not in self._doubts:
            self._doubts[element] = self._of_paragraph(element)
        doubt = self._doubts[element]
        if doubt is not None:
            return doubt
        beside = [touched(paragraph, start, end)] if start == end else []
        found = beside or [piece for piece, _, _ in pieces(paragraph, start, end)]
        for piece in found:
            if piece is not None:
                doubt = self._of_piece(piece, element)
                if doubt is not None:
                    return doubt
        return None

    def _of_paragraph(self, paragraph: etree._Element) -> Message | None:
        if paragraph.tag != P:
            return ODD
        properties = paragraph.find(PPR)
        mark = properties.find(RPR) if properties is not None else None
        if mark is not None and any(e.tag in _CHANGES or e.tag == RPR_CHANGE for e in mark):
            return _TRACKED
        for holder in paragraph.iterancestors():
            if holder.tag == ALTERNATE:
                return ODD  # the other versions of the paragraph would stay as they are
            if holder.tag in _CHANGES:
                return _TRACKED
            if holder.tag == SDT and _is_held(holder):
                return _CONTROL
        return _CONTROL if is_controlled(paragraph) else None

    def _of_piece(self, piece: Piece, paragraph: etree._Element) -> Message | None:
        element = self._part.at(piece.path)
        run = element.getparent() if element is not None else None
        if element is None or run is None or run.tag != R or element.tag not in _SHOWING:
            return ODD
        if element.tag == T and len(element):
            return ODD  # no text may hold an element: what it shows is anybody's guess
        if run in self._fields:
            return _FIELD
        properties = run.find(RPR)
        if properties is not None and properties.find(RPR_CHANGE) is not None:
            return _TRACKED
        for holder in run.iterancestors():
            if holder is paragraph:
                return None
            if holder.tag == P:
                return _ACROSS
            if holder.tag in _CHANGES:
                return _TRACKED
            if holder.tag in (SDT, SDT_CONTENT):
                return _CONTROL
            if holder.tag == _FLD_SIMPLE:
                return _FIELD
            if holder.tag not in _CONTAINERS:
                return ODD
        return _ACROSS


def touched(paragraph: Paragraph, start: int, end: int) -> Piece | None:
    """The piece that shows the character before `start`, else the one after `end`."""
    every = paragraph.pieces
    at = bisect_right(every, start - 1, key=lambda piece: piece.end)
    if at < len(every) and every[at].start < start:
        return every[at]
    at = bisect_right(every, end, key=lambda piece: piece.end)
    return every[at] if at < len(every) and every[at].start <= end else None


def _is_held(control: etree._Element) -> bool:
    """Whether a content control is locked, or shows what is kept elsewhere (17.5.2)."""
    said = control.find(_SDT_PR)
    return said is not None and any(property.tag in (_BOUND, _LOCK) for property in said)
