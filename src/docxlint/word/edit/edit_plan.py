"""What several findings ask of one paragraph, side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import msgspec

from docxlint.core.document import Paragraph
from docxlint.core.finding import Finding
from docxlint.core.location import Location
from docxlint.word.edit.text_diff import Stroke, made


class Repair(msgspec.Struct, frozen=True):
    """What is to change in one paragraph: the strokes, first to last, and the findings that they
    mend. `location` is where its reader is told that it is.
    """

    paragraph: Paragraph
    strokes: tuple[Stroke, ...]
    findings: tuple[Finding, ...]
    location: Location

    @property
    def text(self) -> str:
        """What the paragraph is to read."""
        return made(self.strokes, self.paragraph.text)


class Wanted(NamedTuple):
    """What one finding asks of a paragraph: strokes as they are best read, and the `fine` ones,
    which touch only what differs.
    """

    paragraph: Paragraph
    location: Location
    strokes: tuple[Stroke, ...]
    fine: tuple[Stroke, ...]

    @staticmethod
    def all(several: Sequence[Wanted]) -> Wanted:
        """What all of `several`, at least one, ask of their paragraph."""
        strokes = {stroke for one in several for stroke in one.strokes}
        fine = {stroke for one in several for stroke in one.fine}
        return several[0]._replace(strokes=tuple(sorted(strokes)), fine=tuple(sorted(fine)))


class Mending:
    """The strokes in one paragraph, of which no two meet, gathered finding by finding."""

    def __init__(self, paragraph: Paragraph, location: Location) -> None:
        self._paragraph = paragraph
        self._location = location
        self._strokes: list[Stroke] = []
        self._fine: list[Stroke] = []
        self._findings: list[Finding] = []

    def way(self, wanted: Wanted) -> Sequence[Stroke] | None:
        """The strokes that are still to be made for `wanted`, none where what it is about goes
        already; None where they meet others.
        """
        if wanted.fine and all(map(self._is_gone, wanted.fine)):
            return ()
        new = [stroke for stroke in wanted.fine if not _has(self._fine, stroke)]
        ways = [new] if len(new) < len(wanted.fine) else [wanted.strokes, new]
        return next(filter(self._has_room, ways), None)

    def add(self, strokes: Sequence[Stroke], wanted: Wanted, found: Finding) -> None:
        """Have `strokes`, which are a way for `wanted`, made, whereby `found` is mended."""
        for stroke in strokes:
            insort(self._strokes, stroke)
        if strokes:  # else others have seen to it
            for stroke in wanted.fine:
                if not _has(self._fine, stroke):
                    insort(self._fine, stroke)
        self._findings.append(found)

    def repair(self) -> Repair:
        """All that is to change."""
        return Repair(self._paragraph, tuple(self._strokes), tuple(self._findings), self._location)

    def _is_gone(self, stroke: Stroke) -> bool:
        """Whether what `stroke` takes away is taken away already."""
        at = bisect_right(self._fine, stroke.start, key=itemgetter(0)) - 1
        taken = stroke.start < stroke.end and at >= 0 and stroke.end <= self._fine[at].end
        return taken or _has(self._fine, stroke)

    def _has_room(self, several: Sequence[Stroke]) -> bool:
        if any(one.meets(other) for one, other in pairwise(several)):
            return False
        return not any(_meets(self._strokes, stroke) for stroke in several)


def _has(strokes: Sequence[Stroke], stroke: Stroke) -> bool:
    at = bisect_left(strokes, stroke)
    return at < len(strokes) and strokes[at] == stroke


def _meets(strokes: Sequence[Stroke], stroke: Stroke) -> bool:
    """Whether `stroke` meets one of `strokes`, no two of which meet: then it meets a neighbour."""
    at = bisect_left(strokes, stroke)
    return any(stroke.meets(other) for other in strokes[max(at - 1, 0) : at + 1])
