"""Complex fields (17.16.18): everything from their begin mark to their end mark."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from operator import itemgetter
from typing import NamedTuple

from lxml import etree

from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.ooxml.names import P, R, w

_MARK, _KIND, _INSTRUCTION = w("fldChar"), w("fldCharType"), w("instrText")
_TABLES = (["TOC"], ["TOA"], ["INDEX"], ["BIBLIOGRAPHY"])


class Field(NamedTuple):
    """The marks at the beginning and at the end of a complex field."""

    begin: etree._Element
    end: etree._Element


class Fields:
    """The outermost complex fields of a part.

    A field counts if its marks are in sibling paragraphs. Tables of contents and similar lists
    do not: each of their paragraphs stands for itself.
    """

    def __init__(self, part: IndexedPart) -> None:
        open_marks: defaultdict[etree._Element | None, list[etree._Element]] = defaultdict(list)
        # Start byte, end byte and field, in order; no field inside another.
        self._fields: list[tuple[int, int, Field]] = []
        instructions: defaultdict[etree._Element, str] = defaultdict(str)
        for mark in part.root.iter(_MARK, _INSTRUCTION):
            unfinished = open_marks[_parent_of_paragraph(mark)]
            if mark.get(_KIND) == "begin":
                unfinished.append(mark)
            elif mark.tag == _INSTRUCTION and unfinished:
                instructions[unfinished[-1]] += mark.text or ""
            elif mark.get(_KIND) == "end" and unfinished:
                begin = unfinished.pop()
                kind = instructions[begin].upper().split(maxsplit=1)[:1]
                if _paragraph(begin) is _paragraph(mark) or kind not in _TABLES:
                    self._add(part.span(begin).start, part.span(mark).end, Field(begin, mark))

    def _add(self, start: int, end: int, field: Field) -> None:
        while self._fields and self._fields[-1][0] > start:
            self._fields.pop()
        self._fields.append((start, end, field))

    def field_at(self, byte: int) -> Field | None:
        """The outermost field around `byte`, or None."""
        at = bisect_left(self._fields, byte, key=itemgetter(0)) - 1
        if at < 0 or byte >= self._fields[at][1]:
            return None
        return self._fields[at][2]


def _paragraph(mark: etree._Element) -> etree._Element | None:
    return next(mark.iterancestors(P), None)


def _parent_of_paragraph(mark: etree._Element) -> etree._Element | None:
    paragraph = _paragraph(mark)
    return None if paragraph is None else paragraph.getparent()


def runs_in_fields(root: etree._Element) -> frozenset[etree._Element]:
    """The runs between the begin mark and the end mark of a field, in any paragraph.

    A field without an end mark has no runs, so that a lost mark does not affect the rest of the
    document.
    """
    open_fields: list[int] = []
    runs: list[etree._Element] = []
    inside: set[etree._Element] = set()
    for element in root.iter(R, _MARK):
        if element.tag == R:
            runs.append(element)
        elif element.get(_KIND) == "begin":
            open_fields.append(len(runs) - 1)
        elif element.get(_KIND) == "end" and open_fields:
            inside.update(runs[max(open_fields.pop(), 0) :])
    return frozenset(inside)
