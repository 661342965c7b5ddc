"""Finds how a document is signed: the organ and the date that close it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.document import Paragraph, Table
from docxlint.core.location import Location, shorten, within
from docxlint.form.bound import BoundForm
from docxlint.text.protocols import Signatures
from docxlint.text.values import WrittenDate

# Contacts, notes and lists of annexes may come after the signature; no more lines than these.
_LOOK = 12
_ORGAN_ALONE = 3


class ClosingLine(msgspec.Struct, frozen=True):
    """A line near the end of a document: `text` without blanks at its ends, and where it is;
    `start` is where it begins in its paragraph's text.
    """

    text: str
    start: int
    location: Location


class Closing(msgspec.Struct, frozen=True):
    """What was found of a signature: the organ's name and where it is, the date and where it is.

    `ordered` is false where the date comes first. `incomplete` is a line where a date should
    be, and is begun.
    """

    organ: str | None = None
    organ_location: Location | None = None
    date: WrittenDate | None = None
    date_location: Location | None = None
    ordered: bool = True
    incomplete: ClosingLine | None = None

    def at(self, place: Location) -> bool:
        """Whether its date is what stands at `place`."""
        mine = self.date_location
        return mine is not None and (mine.part, mine.path, mine.start) == (
            place.part,
            place.path,
            place.start,
        )


def find_closing(bound: BoundForm) -> Closing | None:
    """The signature within the last lines of the last section; None where neither organ nor
    date is there.
    """
    grammar = bound.language.signatures
    lines = [
        line
        for line in _tail(bound)
        if not grammar.is_remark(line.text) or grammar.closing_date(line.text)
    ]
    known = bound.language.folding.fold(bound.title.organ) if bound.title is not None else ""
    dates = [
        (at, closing)
        for at, line in enumerate(lines)
        if (closing := grammar.closing_date(line.text))
    ]
    for at, (date, head) in reversed(dates):
        organ = grammar.signed_organ(head, known)
        before = lines[at - 1] if at else None
        if organ is not None:
            return _closing(organ, lines[at], date, lines[at])
        if (
            not head
            and before is not None
            and (name := grammar.signed_organ(before.text, known)) is not None
        ):
            return _closing(name, before, date, lines[at])
    for at, (date, head) in reversed(dates):
        after = lines[at + 1] if at + 1 < len(lines) else None
        if (
            not head
            and after is not None
            and (name := grammar.signed_organ(after.text, known)) is not None
        ):
            return msgspec.structs.replace(_closing(name, after, date, lines[at]), ordered=False)
    bare = next(((at, date) for at, (date, head) in reversed(dates) if not head), None)
    if bare is not None:
        return _closing(None, None, bare[1], lines[bare[0]])
    return _undated(lines, known, grammar)


def last_place(bound: BoundForm) -> Location:
    """Where to point for a signature that is not there: the last words, or the body."""
    last = next((p for p in reversed(bound.passages) if p.text.strip()), None)
    if last is None:
        return bound.document.location
    return msgspec.structs.replace(last.location, text=shorten(last.text))


def _closing(
    organ: str | None,
    named: ClosingLine | None,
    date: WrittenDate | None,
    dated: ClosingLine | None,
) -> Closing:
    where = None
    if date is not None and dated is not None:
        date = msgspec.structs.replace(
            date, start=dated.start + date.start, end=dated.start + date.end
        )
        where = within(dated.location, date.start, date.end, date.text)
    return Closing(
        organ=organ,
        organ_location=_place(named) if named is not None else None,
        date=date,
        date_location=where,
    )


def _place(line: ClosingLine) -> Location:
    return within(line.location, line.start, line.start + len(line.text), line.text)


def _undated(lines: Sequence[ClosingLine], known: str, grammar: Signatures) -> Closing | None:
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _ORGAN_ALONE), -1):
        organ = grammar.signed_organ(lines[at].text, known)
        if organ is None:
            continue
        after = lines[at + 1] if at + 1 < len(lines) else None
        begun = after is not None and grammar.is_unfinished_date(after.text)
        return msgspec.structs.replace(
            _closing(organ, lines[at], None, None), incomplete=after if begun else None
        )
    return None


def _tail(bound: BoundForm) -> list[ClosingLine]:
    """The last lines that are not empty, after the last heading and the last table of the form."""
    lines: list[ClosingLine] = []
    label = bound.sections[-1].location.section if bound.sections else None
    for paragraph in _backwards(bound):
        location = msgspec.structs.replace(paragraph.location, section=label)
        end = len(paragraph.text)
        for row in reversed(paragraph.text.split("\n")):
            start = end - len(row)
            text = row.strip()
            if text:
                lines.append(ClosingLine(text, start + row.index(text), location))
            end = start - 1
        if len(lines) >= _LOOK:
            break
    return lines[:_LOOK][::-1]


def _backwards(bound: BoundForm) -> Iterator[Paragraph]:
    stops = {id(section.heading) for section in bound.sections}
    stops |= {id(table) for found in bound.tables.values() for table in found.tables}
    if bound.title is not None:
        stops |= {id(paragraph) for paragraph in bound.title.paragraphs}
    for block in reversed(bound.document.blocks):
        if id(block) in stops:
            return
        if isinstance(block, Table):
            for row in range(len(block.grid) - 1, -1, -1):
                for cell in reversed([c for c in block.row(row) if c.row == row]):
                    yield from reversed(cell.paragraphs)
        else:
            yield block
