"""Find the signature of a document: the organ and the date that close it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.document import Paragraph, Table
from docxlint.core.location import Location, shorten, within
from docxlint.form.bound import BoundForm, BoundSection
from docxlint.text.title_protocols import Signatures
from docxlint.text.values import WrittenDate

# A signature that lacks something is looked for in so many lines. Contacts and notes may follow.
_LAST_LINES = 12
# An organ with its date below it is looked for in more lines: annexes may follow it.
_MOST_LINES = 300
# An organ without a date is looked for in so many lines.
_LINES_WITHOUT_DATE = 3


class ClosingLine(msgspec.Struct, frozen=True):
    """A line near the end of a document.

    `text` has no white space at its ends. It begins at `start` of its paragraph's text.
    """

    text: str
    start: int
    location: Location


class Signature(msgspec.Struct, frozen=True):
    """The organ's name and the date that close a document, each with its location.

    `ordered` is false where the date comes first. `incomplete` is a line that begins a date and
    does not complete it.
    """

    organ: str | None = None
    organ_location: Location | None = None
    date: WrittenDate | None = None
    date_location: Location | None = None
    ordered: bool = True
    incomplete: ClosingLine | None = None

    def is_dated_at(self, place: Location) -> bool:
        """Whether its date stands at `place`."""
        date = self.date_location
        return date is not None and (date.part, date.path, date.start) == (
            place.part,
            place.path,
            place.start,
        )


def find_signature(bound: BoundForm) -> Signature | None:
    """The signature in the last lines of the last section, None without organ and date.

    Annexes and contacts after it do not matter.
    """
    grammar = bound.language.signatures
    known = bound.language.folding.fold(bound.title.organ) if bound.title is not None else ""
    lines: list[ClosingLine] = []
    dates: list[tuple[int, WrittenDate, str]] = []
    for line in _last_lines(bound):
        closing_date = grammar.closing_date(line.text)
        if closing_date is not None:
            dates.append((len(lines), *closing_date))
        if closing_date is not None or not grammar.is_remark(line.text):
            lines.append(line)

    def organ_at(at: int) -> str | None:
        return grammar.signed_organ(lines[at].text, known) if 0 <= at < len(lines) else None

    for at, date, head in reversed(dates):
        organ = grammar.signed_organ(head, known)
        if organ is not None:
            return _signature(organ, lines[at], date, lines[at])
        if not head and (organ := organ_at(at - 1)) is not None:
            return _signature(organ, lines[at - 1], date, lines[at])
    first = len(lines) - _LAST_LINES
    dates = [entry for entry in dates if entry[0] >= first]
    for at, date, head in reversed(dates):
        after = lines[at + 1].text if at + 1 < len(lines) else ""
        if grammar.is_after_signature(after):
            continue
        if not head and (organ := organ_at(at + 1)) is not None:
            signature = _signature(organ, lines[at + 1], date, lines[at])
            return msgspec.structs.replace(signature, ordered=False)
    for at, date, head in reversed(dates):
        if not head:
            return _signature(None, None, date, lines[at])
    return _undated(lines, known, grammar)


def end_location(bound: BoundForm) -> Location:
    """The location of the last words of a document, or of its body if it has no words."""
    last = next((p for p in reversed(bound.passages) if p.text.strip()), None)
    if last is None:
        return bound.document.location
    return msgspec.structs.replace(last.location, text=shorten(last.text))


def _signature(
    organ: str | None,
    organ_line: ClosingLine | None,
    date: WrittenDate | None,
    date_line: ClosingLine | None,
) -> Signature:
    date_location = None
    if date is not None and date_line is not None:
        start, end = date_line.start + date.start, date_line.start + date.end
        date = msgspec.structs.replace(date, start=start, end=end)
        date_location = within(date_line.location, start, end, date.text)
    return Signature(
        organ=organ,
        organ_location=_line_location(organ_line) if organ_line is not None else None,
        date=date,
        date_location=date_location,
    )


def _line_location(line: ClosingLine) -> Location:
    return within(line.location, line.start, line.start + len(line.text), line.text)


def _undated(lines: Sequence[ClosingLine], known: str, grammar: Signatures) -> Signature | None:
    """The last organ without a date, with the line after it if that begins a date."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _LINES_WITHOUT_DATE), -1):
        organ = grammar.signed_organ(lines[at].text, known)
        if organ is None:
            continue
        after = lines[at + 1] if at + 1 < len(lines) else None
        unfinished = after is not None and grammar.is_unfinished_date(after.text)
        return msgspec.structs.replace(
            _signature(organ, lines[at], None, None), incomplete=after if unfinished else None
        )
    return None


def _last_lines(bound: BoundForm) -> list[ClosingLine]:
    """The last lines with text, after the last heading and the last table of the form."""
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
        if len(lines) >= _MOST_LINES:
            break
    return lines[:_MOST_LINES][::-1]


def _backwards(bound: BoundForm) -> Iterator[Paragraph]:
    """The paragraphs from the last one back to a heading, a table of the form or the title."""
    stops = {id(section.heading) for section in bound.sections}
    stops |= {id(table) for bound_table in bound.tables.values() for table in bound_table.tables}
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


def paragraphs_before_signature(bound: BoundForm, section: BoundSection) -> Iterator[Paragraph]:
    """Yield the paragraphs of a section, in the last one only those before the signature."""
    closing = find_signature(bound)
    begin = (closing.organ_location or closing.date_location) if closing is not None else None
    for paragraph in section.paragraphs:
        if begin is not None and paragraph.location.path == begin.path:
            return
        yield paragraph
