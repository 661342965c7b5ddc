"""Complex fields (17.16.18): from the mark where they begin to that of their end."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter
from typing import TypeAlias

from lxml import etree

from docxlint.word.edit.part import Part
from docxlint.word.ooxml.names import P, R, w

_MARK, _KIND, _INSTRUCTION = w("fldChar"), w("fldCharType"), w("instrText")
_TABLES = (["TOC"], ["TOA"], ["INDEX"], ["BIBLIOGRAPHY"])

Field: TypeAlias = tuple[etree._Element, etree._Element]
"""The marks at the beginning and at the end of a field."""


class Fields:
    """The complex fields of a part that begin and end among the same paragraphs, the outermost of
    them. Tables of contents and the like, which are paragraphs of their own, are none.
    """

    def __init__(self, part: Part) -> None:
        opened: defaultdict[etree._Element | None, list[etree._Element]] = defaultdict(list)
        # From where to where, first to last, and none within another.
        self._found: list[tuple[int, int, Field]] = []
        said: defaultdict[etree._Element, str] = defaultdict(str)
        for mark in part.root.iter(_MARK, _INSTRUCTION):
            waiting = opened[_holder(mark)]
            if mark.get(_KIND) == "begin":
                waiting.append(mark)
            elif mark.tag == _INSTRUCTION and waiting:
                said[waiting[-1]] += mark.text or ""
            elif mark.get(_KIND) == "end" and waiting:
                begin = waiting.pop()
                kind = said[begin].upper().split(maxsplit=1)[:1]
                if _paragraph(begin) is _paragraph(mark) or kind not in _TABLES:
                    self._add(part.span(begin).start, part.span(mark).end, (begin, mark))

    def _add(self, start: int, end: int, field: Field) -> None:
        while self._found and self._found[-1][0] > start:
            self._found.pop()
        self._found.append((start, end, field))

    def round(self, byte: int) -> Field | None:
        """The field within which `byte` lies, None where it lies in none."""
        at = bisect_left(self._found, byte, key=itemgetter(0)) - 1
        if at < 0 or byte >= self._found[at][1]:
            return None
        return self._found[at][2]


def _paragraph(mark: etree._Element) -> etree._Element | None:
    return next(mark.iterancestors(P), None)


def _holder(mark: etree._Element) -> etree._Element | None:
    """What holds the paragraph of `mark`."""
    paragraph = _paragraph(mark)
    return None if paragraph is None else paragraph.getparent()


def held(root: etree._Element) -> frozenset[etree._Element]:
    """The runs between the beginning of a field and its end, in whichever paragraphs they are.

    A field without an end holds nothing: a lost mark must not hold all that follows.
    """
    open_: list[int] = []
    runs: list[etree._Element] = []
    found: set[etree._Element] = set()
    for element in root.iter(R, _MARK):
        if element.tag == R:
            runs.append(element)
        elif element.get(_KIND) == "begin":
            open_.append(len(runs) - 1)
        elif element.get(_KIND) == "end" and open_:
            found.update(_since(runs, open_.pop()))
    return frozenset(found)


def _since(runs: Sequence[etree._Element], begin: int) -> Sequence[etree._Element]:
    return runs[max(begin, 0) :]
