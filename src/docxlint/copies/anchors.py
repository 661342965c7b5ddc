"""Where a comment on a finding belongs: the words, the cell, the paragraph."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from docxlint.core.document import Paragraph
from docxlint.core.location import Location
from docxlint.word.edit.fields import Fields
from docxlint.word.edit.insert_points import Shown, Spot, at_once, beside, inside, pieces
from docxlint.word.edit.part import Part
from docxlint.word.ooxml.names import ID, P, w

_REFERENCES = {
    "footnote": w("footnoteReference"),
    "endnote": w("endnoteReference"),
    "comment": w("commentReference"),
}


class Anchors:
    """Finds the ranges for comments in the main part; `story` gives the root of a part, by its
    name, that holds notes or comments, None for others.
    """

    def __init__(
        self, part: Part, shown: Shown, story: Callable[[str], etree._Element | None]
    ) -> None:
        self._part = part
        self._shown = shown
        self._story = story
        self._fields = Fields(part)

    def range(self, location: Location) -> tuple[Spot, Spot] | None:
        """From where to where a comment on `location` reaches; None if there is no paragraph.

        What has no place in the text, or one where no comment can stand, gets the nearest that
        can: a note its reference, a text box what it is anchored to, a table its first words,
        the whole document, a header or a footer its first words.
        """
        if location.part != self._part.name:
            return self._note(location) or self._first()
        key = (location.part, location.path)
        paragraph = self._shown.paragraphs.get(key)
        if paragraph is not None:
            return self._words(paragraph, location.start, location.end)
        cell = self._shown.cells.get(key)
        if cell is not None:
            told = [p for p in cell.paragraphs if p.text.strip()] or list(cell.paragraphs)
            if told:
                first = self._words(told[0], None, None)
                last = self._words(told[-1], None, None)
                return (first[0], last[1]) if first and last else None
        element = self._part.at(location.path)
        if element is not None and any(e.tag == P for e in element.iterancestors()):
            return self._around(element) or self._first()
        path = location.path
        while path:
            within = self._shown.first(self._part.name, path)
            if within is not None:
                return self._words(within, None, None)
            path = path.rpartition("/")[0]
        return None

    def _words(
        self, paragraph: Paragraph, start: int | None, end: int | None
    ) -> tuple[Spot, Spot] | None:
        if start is not None and end is not None:
            found = list(pieces(paragraph, start, max(end, start + 1)))
            if found:
                (first, begin, _), (last, _, close) = found[0], found[-1]
                here, there = self._part.at(first.path), self._part.at(last.path)
                if here is not None and there is not None:
                    opening = self._beside(here, begin, after=False)
                    closing = self._beside(there, close, after=True)
                    if opening is not None and closing is not None:
                        return at_once(self._part, (opening, closing), here)
        element = self._part.at(paragraph.location.path)
        return None if element is None else self._whole(element)

    def _whole(self, paragraph: etree._Element) -> tuple[Spot, Spot]:
        opening = inside(self._part, paragraph, after=False)
        closing = inside(self._part, paragraph, after=True)
        return at_once(self._part, (opening, closing), paragraph)

    def _around(self, element: etree._Element) -> tuple[Spot, Spot] | None:
        opening = self._beside(element, 0, after=False)
        closing = self._beside(element, 1, after=True)
        return at_once(self._part, (opening, closing), element) if opening and closing else None

    def _beside(self, piece: etree._Element, chars: int, *, after: bool) -> Spot | None:
        """As `beside`, but outside fields: some programs take a comment for their result."""
        span = self._part.span(piece)
        field = self._fields.round(span.end if after else span.start)
        if field is not None:
            piece, chars = field[after], int(after)
        return beside(self._part, piece, chars, after=after)

    def _note(self, location: Location) -> tuple[Spot, Spot] | None:
        """The reference to the note or comment that `location` is in."""
        root = self._story(location.part)
        steps = location.path.split("/")
        if root is None or len(steps) < 3:
            return None
        kind, _, position = steps[2].removeprefix("w:").partition("[")
        wanted = _REFERENCES.get(kind)
        if wanted is None or not position[:-1].isdigit():
            return None
        same = [e for e in root if e.tag == w(kind)]
        index = int(position[:-1]) - 1
        if index >= len(same):
            return None
        name = same[index].get(ID)
        for reference in self._part.root.iter(wanted):
            if reference.get(ID) == name:
                return self._around(reference)
        return None

    def _first(self) -> tuple[Spot, Spot] | None:
        first = self._shown.first(self._part.name)
        return None if first is None else self._words(first, None, None)
