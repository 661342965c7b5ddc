"""Which repairs of a document's findings are certain, and which are left to its author."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from docxlint.core.document import Cell, Paragraph
from docxlint.core.finding import Finding, Fix
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.form.figures import figure
from docxlint.report.report import Report
from docxlint.word.edit.edit_plan import Mending, Repair, Wanted
from docxlint.word.edit.insert_points import Shown, pieces
from docxlint.word.edit.part import Part
from docxlint.word.edit.safety import ODD, Certainty
from docxlint.word.edit.text_diff import Stroke, blind, strokes, whole
from docxlint.word.ooxml.names import RPR

_FIGURE = Message(
    zh="改动会改变数值（{old} → {new}）", en="it would change a figure ({old} → {new})"
)
_ELSEWHERE = Message(
    zh="不在正文里（页眉、页脚、脚注等）", en="it is not in the body (a header, a footer, a note)"
)
_SEVERAL = Message(zh="单元格里的文字分成了几段", en="the words of the cell are several paragraphs")
_LOST = Message(zh="那里没有可改的文字", en="there are no words to be changed")
_OVERLAP = Message(zh="与另一处修改重叠", en="it overlaps with another repair")
_BLANK = Message(zh="（空白）", en="(blank)")


class Left(msgspec.Struct, frozen=True):
    """A finding whose repair is known but not certain, and why."""

    finding: Finding
    why: Message


class Plan(msgspec.Struct, frozen=True):
    """The repairs of a document in the order of the findings, and what is left."""

    repairs: tuple[Repair, ...]
    left: tuple[Left, ...]


class _Doubt(Exception):
    def __init__(self, why: Message) -> None:
        self.why = why


def plan(
    part: Part, shown: Shown, report: Report, blank: Mapping[str, Message] | None = None
) -> Plan:
    """The certain repairs of the findings in `report` that are not waived, in the main part.

    None changes what a figure is worth; but where there is `blank`, blank figures that should be
    0 become 0, except those of the findings that it has, by their fingerprints, with why.
    """
    made: dict[str, Mending] = {}
    left: list[Left] = []
    planner = _Planner(part, shown)
    for found in report.active:
        try:
            wanted = list(planner.wanted(found, blank))
            _together(made, wanted, found)
        except _Doubt as doubt:
            left.append(Left(found, doubt.why))
    return Plan(tuple(one.repair() for one in made.values()), tuple(left))


def is_blank(found: Finding) -> bool:
    """Whether a finding is of figures that are blank and should be 0."""
    return found.fix is None and found.expected == "0" and found.found == ""


def _together(made: dict[str, Mending], wanted: Iterable[Wanted], found: Finding) -> None:
    """All that is `wanted` for `found` into `made`, by the paths of paragraphs; _Doubt if it
    overlaps with what is there.
    """
    asked: defaultdict[str, list[Wanted]] = defaultdict(list)
    for one in wanted:
        asked[one.paragraph.location.path].append(one)
    ways: list[tuple[Mending, Wanted, Sequence[Stroke]]] = []
    for path, several in asked.items():
        one = Wanted.all(several)
        mending = made.get(path) or Mending(one.paragraph, one.location)
        way = mending.way(one)
        if way is None:
            raise _Doubt(_OVERLAP)
        ways.append((mending, one, way))
    for mending, one, way in ways:
        made.setdefault(one.paragraph.location.path, mending).add(way, one, found)


class _Planner:
    def __init__(self, part: Part, shown: Shown) -> None:
        self._part = part
        self._shown = shown
        self._certain = Certainty(part)

    def wanted(self, found: Finding, blank: Mapping[str, Message] | None) -> Iterator[Wanted]:
        """The strokes that mend `found`, by paragraph; _Doubt where they are not certain."""
        if found.fix is not None:
            for fix in (found.fix, *found.fix.also):
                wanted = self._mended(fix)
                if wanted.location.path == found.location.path:
                    wanted = wanted._replace(location=found.location)
                yield wanted
        elif blank is not None and is_blank(found):
            if found.fingerprint in blank:
                raise _Doubt(blank[found.fingerprint])
            for place in (found.location, *found.related):
                cell = self._shown.cells.get((place.part, place.path))
                if cell is not None and figure(cell.text).blank and cell.paragraphs:
                    yield self._checked(cell.paragraphs[0], place, (Stroke(0, 0, "0"),))

    def _mended(self, fix: Fix) -> Wanted:
        place = fix.location
        if place.part != self._part.name:
            raise _Doubt(_ELSEWHERE)
        cell = self._shown.cells.get((place.part, place.path))
        if cell is not None:
            return self._cell(cell, fix)
        paragraph = self._shown.paragraphs.get((place.part, place.path))
        if paragraph is None:
            raise _Doubt(_LOST)
        start = place.start if place.start is not None else 0
        end = place.end if place.end is not None else len(paragraph.text)
        old = paragraph.text[start:end]
        _same_worth(old, fix.text)
        moved = tuple(
            Stroke(s.start + start, s.end + start, s.text) for s in strokes(old, fix.text)
        )
        return self._checked(paragraph, place, moved)

    def _cell(self, cell: Cell, fix: Fix) -> Wanted:
        told = [p for p in cell.paragraphs if p.text.strip()]
        if len(told) > 1 or not cell.paragraphs:
            raise _Doubt(_SEVERAL if told else _LOST)
        paragraph = told[0] if told else cell.paragraphs[0]
        _same_worth(cell.text, fix.text)
        if figure(fix.text).value is None:
            several = blind(paragraph.text, fix.text)
        else:
            old = paragraph.text.strip()
            begin = paragraph.text.find(old)
            several = tuple(
                Stroke(s.start + begin, s.end + begin, s.text) for s in strokes(old, fix.text)
            )
        return self._checked(paragraph, fix.location, several)

    def _checked(
        self, paragraph: Paragraph, place: Location, several: tuple[Stroke, ...]
    ) -> Wanted:
        for stroke in several:
            if any(unicodedata.category(char) in ("Cc", "Cs") for char in stroke.text):
                raise _Doubt(ODD)
            _apart(paragraph.text, stroke)
            doubt = self._certain.doubt(paragraph, stroke.start, stroke.end)
            if doubt is not None:
                raise _Doubt(doubt)
        merged = several
        if several and self._alike(paragraph, several[0].start, several[-1].end):
            merged = whole(several, paragraph.text)
            for stroke in merged:
                doubt = self._certain.doubt(paragraph, stroke.start, stroke.end)
                if doubt is not None:
                    raise _Doubt(doubt)
        return Wanted(paragraph, place, merged, several)

    def _alike(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Whether all characters from `start` to `end` are formatted in one way."""
        ways = set()
        for piece, _, _ in pieces(paragraph, start, end):
            element = self._part.at(piece.path)
            run = element.getparent() if element is not None else None
            said = run.find(RPR) if run is not None else None
            ways.add(b"" if said is None else self._part.raw(*self._part.span(said)[::3]))
        return len(ways) < 2


def _same_worth(old: str, new: str) -> None:
    """_Doubt if `new` is worth another figure than `old`, or only one of them is any."""
    before, after = figure(old).value, figure(new).value
    if before != after:
        blank = _BLANK
        raise _Doubt(_FIGURE(old=old.strip() or blank, new=new.strip() or blank))


def _apart(text: str, stroke: Stroke) -> None:
    """_Doubt if the strokes would join digits that stood apart into another number."""
    before = text[max(stroke.start - 1, 0) : stroke.start]
    after = text[stroke.end : stroke.end + 1]
    removed = text[stroke.start : stroke.end]
    if not stroke.text and before.isdigit() and after.isdigit() and removed.strip():
        raise _Doubt(_FIGURE(old=f"{before}{removed}{after}", new=f"{before}{after}"))
