"""Whether text in a paragraph can be changed safely, and if not, why."""

from __future__ import annotations

from enum import StrEnum

from lxml import etree

from docxlint.core.document import Paragraph, Piece
from docxlint.word.edit.document_index import piece_beside, pieces_between
from docxlint.word.edit.fields import runs_in_fields
from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.insert_points import is_in_control
from docxlint.word.ooxml.names import PPR, RPR, RPR_CHANGE, w
from docxlint.word.ooxml.roles import Role, role_of


class Unsafe(StrEnum):
    """Why a change of text is unsafe."""

    AUTOMATIC_NUMBER = "automatic-number"
    """The text is a number that Word generates; no element holds it."""
    TRACKED_CHANGE = "tracked-change"
    """There are tracked changes already."""
    FIELD_RESULT = "field-result"
    """The text is the result of a field, which Word may compute again."""
    CONTENT_CONTROL = "content-control"
    """A content control holds the text."""
    NOT_PLAIN_TEXT = "not-plain-text"
    """The text is not plain text of its paragraph."""
    SEVERAL_PARAGRAPHS = "several-paragraphs"
    """The text belongs to several paragraphs."""


_VISIBLE = frozenset((Role.TEXT, Role.CHARACTER, Role.SYMBOL))
_CHANGES = frozenset((Role.INSERTED, Role.DELETED))
_AROUND_RUN: dict[Role, Unsafe | None] = {
    Role.WRAPPER: None,
    Role.PARAGRAPH: Unsafe.SEVERAL_PARAGRAPHS,
    Role.INSERTED: Unsafe.TRACKED_CHANGE,
    Role.DELETED: Unsafe.TRACKED_CHANGE,
    Role.CONTROL: Unsafe.CONTENT_CONTROL,
    Role.CONTROL_CONTENT: Unsafe.CONTENT_CONTROL,
    Role.SIMPLE_FIELD: Unsafe.FIELD_RESULT,
}
"""What an element between a run and its paragraph means; all other roles are NOT_PLAIN_TEXT."""
_BOUND, _LOCK, _SDT_PR = w("dataBinding"), w("lock"), w("sdtPr")


class SafetyCheck:
    """Says for the text of one part whether it can be changed safely."""

    def __init__(self, part: IndexedPart) -> None:
        self._part = part
        self._runs_in_fields = runs_in_fields(part.root)
        self._by_paragraph: dict[etree._Element, Unsafe | None] = {}

    def reason_unsafe(self, paragraph: Paragraph, start: int, end: int) -> Unsafe | None:
        """Why the characters from `start` to `end` of `paragraph` cannot be changed safely.

        None if they can. An empty range is judged by the text beside it.
        """
        if start < len(paragraph.number):
            return Unsafe.AUTOMATIC_NUMBER
        element = self._part.element_at(paragraph.location.path)
        if element is None:
            return Unsafe.NOT_PLAIN_TEXT
        if element not in self._by_paragraph:
            self._by_paragraph[element] = self._check_paragraph(element)
        reason = self._by_paragraph[element]
        if reason is not None:
            return reason
        if start == end:
            beside = piece_beside(paragraph, start, end)
            pieces = [] if beside is None else [beside]
        else:
            pieces = [piece for piece, _, _ in pieces_between(paragraph, start, end)]
        for piece in pieces:
            reason = self._check_piece(piece, element)
            if reason is not None:
                return reason
        return None

    def _check_paragraph(self, paragraph: etree._Element) -> Unsafe | None:
        if role_of(paragraph.tag) is not Role.PARAGRAPH:
            return Unsafe.NOT_PLAIN_TEXT
        properties = paragraph.find(PPR)
        mark = properties.find(RPR) if properties is not None else None
        if mark is not None and any(map(_is_change, mark)):
            return Unsafe.TRACKED_CHANGE
        for holder in paragraph.iterancestors():
            role = role_of(holder.tag)
            if role is Role.ALTERNATE:
                return Unsafe.NOT_PLAIN_TEXT  # the other versions of the paragraph would stay
            if role in _CHANGES:
                return Unsafe.TRACKED_CHANGE
            if role is Role.CONTROL and _is_bound_or_locked(holder):
                return Unsafe.CONTENT_CONTROL
        return Unsafe.CONTENT_CONTROL if is_in_control(paragraph) else None

    def _check_piece(self, piece: Piece, paragraph: etree._Element) -> Unsafe | None:
        element = self._part.element_at(piece.path)
        run = element.getparent() if element is not None else None
        if element is None or run is None or role_of(run.tag) is not Role.RUN:
            return Unsafe.NOT_PLAIN_TEXT
        role = role_of(element.tag)
        if role not in _VISIBLE:
            return Unsafe.NOT_PLAIN_TEXT
        if role is Role.TEXT and len(element):
            return Unsafe.NOT_PLAIN_TEXT  # a `w:t` with child elements is not valid
        if run in self._runs_in_fields:
            return Unsafe.FIELD_RESULT
        properties = run.find(RPR)
        if properties is not None and properties.find(RPR_CHANGE) is not None:
            return Unsafe.TRACKED_CHANGE
        for holder in run.iterancestors():
            if holder is paragraph:
                return None
            reason = _AROUND_RUN.get(role_of(holder.tag), Unsafe.NOT_PLAIN_TEXT)
            if reason is not None:
                return reason
        return Unsafe.SEVERAL_PARAGRAPHS


def _is_change(property_: etree._Element) -> bool:
    """Whether an element in the properties of a paragraph's mark is a tracked change."""
    return role_of(property_.tag) in _CHANGES or property_.tag == RPR_CHANGE


def _is_bound_or_locked(control: etree._Element) -> bool:
    """Whether a content control is locked, or shows data stored elsewhere (17.5.2)."""
    properties = control.find(_SDT_PR)
    return properties is not None and any(e.tag in (_BOUND, _LOCK) for e in properties)
