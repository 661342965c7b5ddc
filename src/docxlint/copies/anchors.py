"""Where the comment on a finding goes: the characters, the cell, or the paragraph."""

from __future__ import annotations

from lxml import etree

from docxlint.copies.original import Original
from docxlint.core.document import Paragraph
from docxlint.core.location import Location, Node
from docxlint.word.edit.document_index import pieces_between
from docxlint.word.edit.fields import Fields
from docxlint.word.edit.insert_points import (
    InsertPoint,
    InsertRange,
    outside_control,
    point_in_paragraph,
    point_in_piece,
)
from docxlint.word.ooxml.names import ID, P, w

_REFERENCES = {
    "footnote": w("footnoteReference"),
    "endnote": w("endnoteReference"),
    "comment": w("commentReference"),
}
_NOTE_KINDS = ("footnotes", "endnotes", "comments")


class Anchors:
    """Finds the ranges for comments in the main part of a document."""

    def __init__(self, original: Original) -> None:
        self._part = original.main
        self._index = original.index
        self._package = original.package
        self._part_node = Node(original.main.name, "")
        self._fields = Fields(original.main)
        self._note_parts = {
            relationship.target
            for relationship in original.package.relationships(original.main.name)
            if relationship.kind in _NOTE_KINDS
        }

    def range_for(self, location: Location) -> InsertRange | None:
        """The range of a comment on `location`; None if the document has no paragraph.

        A place outside the text, or where no comment is allowed, gets the nearest range that is:
        a note its reference, a text box its anchor, a table its first text, and headers,
        footers and the document itself the first text of the body.
        """
        if location.part != self._part.name:
            return self._note_reference(location) or self._first_text()
        paragraph = self._index.paragraph(location)
        if paragraph is not None:
            return self._characters(paragraph, location.start, location.end)
        cell = self._index.cell(location)
        if cell is not None:
            paragraphs = [p for p in cell.paragraphs if p.text.strip()] or list(cell.paragraphs)
            if paragraphs:
                first = self._characters(paragraphs[0], None, None)
                last = self._characters(paragraphs[-1], None, None)
                return (first[0], last[1]) if first and last else None
        element = self._part.element_at(location.path)
        if element is not None and any(e.tag == P for e in element.iterancestors()):
            return self._around(element) or self._first_text()
        for node in (location.node, *location.ancestors()):
            inside = self._index.first_paragraph(node)
            if inside is not None:
                return self._characters(inside, None, None)
        return None

    def _characters(
        self, paragraph: Paragraph, start: int | None, end: int | None
    ) -> InsertRange | None:
        """The characters from `start` to `end` of a paragraph, or all of it."""
        if start is not None and end is not None:
            pieces = list(pieces_between(paragraph, start, max(end, start + 1)))
            if pieces:
                (first, begin, _), (last, _, close) = pieces[0], pieces[-1]
                first_element = self._part.element_at(first.path)
                last_element = self._part.element_at(last.path)
                if first_element is not None and last_element is not None:
                    opening = self._point(first_element, begin, after=False)
                    closing = self._point(last_element, close, after=True)
                    if opening is not None and closing is not None:
                        return outside_control(self._part, (opening, closing), first_element)
        element = self._part.element_at(paragraph.location.path)
        return None if element is None else self._paragraph(element)

    def _paragraph(self, paragraph: etree._Element) -> InsertRange:
        opening = point_in_paragraph(self._part, paragraph, after=False)
        closing = point_in_paragraph(self._part, paragraph, after=True)
        return outside_control(self._part, (opening, closing), paragraph)

    def _around(self, element: etree._Element) -> InsertRange | None:
        opening = self._point(element, 0, after=False)
        closing = self._point(element, 1, after=True)
        if opening is None or closing is None:
            return None
        return outside_control(self._part, (opening, closing), element)

    def _point(self, piece: etree._Element, chars: int, *, after: bool) -> InsertPoint | None:
        """As `point_in_piece`, but outside fields.

        Some programs take a comment inside a field for the field's result.
        """
        span = self._part.span(piece)
        field = self._fields.field_at(span.end if after else span.start)
        if field is not None:
            piece, chars = field[after], int(after)
        return point_in_piece(self._part, piece, chars, after=after)

    def _note_reference(self, location: Location) -> InsertRange | None:
        """The reference to the note or comment that holds `location`."""
        steps = location.node.steps()
        if location.part not in self._note_parts or len(steps) < 2:
            return None
        kind = steps[1].name.removeprefix("w:")
        reference_tag = _REFERENCES.get(kind)
        if reference_tag is None:
            return None
        # Parsed only now: notes that no finding is about may be damaged.
        root = self._package.tree(location.part)
        notes = [element for element in root if element.tag == w(kind)]
        if steps[1].position > len(notes):
            return None
        note_id = notes[steps[1].position - 1].get(ID)
        for reference in self._part.root.iter(reference_tag):
            if reference.get(ID) == note_id:
                return self._around(reference)
        return None

    def _first_text(self) -> InsertRange | None:
        first = self._index.first_paragraph(self._part_node)
        return None if first is None else self._characters(first, None, None)
