"""Finds how a document is signed: the organ and the date that close it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.document import Paragraph, Table
from docxlint.core.folding import fold, is_han, shorten
from docxlint.core.location import Location, within
from docxlint.form.bound import BoundForm
from docxlint.text.zh.date_parser import WrittenDate, written_dates
from docxlint.text.zh.numerals import ARABIC, ONE_TO_NINE, ZEROS

# Contacts, notes and lists of annexes may come after the signature; no more lines than these.
_LOOK = 12
_ORGAN_ALONE = 3
_LONGEST_ORGAN = 40
_SENTENCE = re.compile("[。；;！!？?：:，,《》]")
_REMARK = re.compile(r"[(（][^()（）]*[)）]$")
_DATE_LABEL = re.compile(r"(?:成文|落款)?(?:日期|时间)\s?[:：]$")
_ORGAN_LABEL = re.compile(r"^(?:发文|成文|落款|编制|报告)?(?:机关|单位|部门)(?:名称)?\s?[:：]\s?")
_ROUND_DATE = " \t\r　\xa0（()）。."
# How the names of Chinese authorities and of other organisations end.
_ENDING = re.compile(
    "(?:政府|党委|委员会|委|局|厅|部|办|办公室|院|署|中心|处|站|所|馆|队|社|会|公司|集团|学校|中学|小学"
    "|大学|医院|行|场|团|街道|镇|乡|苏木|村|区|县|旗|市|州|盟|省)$"
)
_INCOMPLETE = re.compile(rf"(?:[{ARABIC}{ONE_TO_NINE}{ZEROS}xX×_＿]{{0,6}}\s*年)[^，。；]{{0,12}}$")


class Line(msgspec.Struct, frozen=True):
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
    incomplete: Line | None = None

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
    lines = [line for line in _tail(bound) if not _REMARK.fullmatch(line.text) or _dated(line)]
    known = fold(bound.title.organ) if bound.title is not None else ""
    dates = [(at, found) for at, line in enumerate(lines) if (found := _dated(line)) is not None]
    for at, (date, head) in reversed(dates):
        organ = _organ(head, known)
        before = lines[at - 1] if at else None
        if organ is not None:
            return _closing(organ, lines[at], date, lines[at])
        if not head and before is not None and (name := _organ(before.text, known)) is not None:
            return _closing(name, before, date, lines[at])
    for at, (date, head) in reversed(dates):
        after = lines[at + 1] if at + 1 < len(lines) else None
        if not head and after is not None and (name := _organ(after.text, known)) is not None:
            return msgspec.structs.replace(_closing(name, after, date, lines[at]), ordered=False)
    bare = next(((at, date) for at, (date, head) in reversed(dates) if not head), None)
    if bare is not None:
        return _closing(None, None, bare[1], lines[bare[0]])
    return _undated(lines, known)


def last_place(bound: BoundForm) -> Location:
    """Where to point for a signature that is not there: the last words, or the body."""
    last = next((p for p in reversed(bound.passages) if p.text.strip()), None)
    if last is None:
        return bound.document.location
    return msgspec.structs.replace(last.location, text=shorten(last.text))


def _closing(
    organ: str | None, named: Line | None, date: WrittenDate | None, dated: Line | None
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


def _place(line: Line) -> Location:
    return within(line.location, line.start, line.start + len(line.text), line.text)


def _undated(lines: Sequence[Line], known: str) -> Closing | None:
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _ORGAN_ALONE), -1):
        organ = _organ(lines[at].text, known)
        if organ is None:
            continue
        after = lines[at + 1] if at + 1 < len(lines) else None
        begun = after is not None and _INCOMPLETE.fullmatch(after.text) is not None
        return msgspec.structs.replace(
            _closing(organ, lines[at], None, None), incomplete=after if begun else None
        )
    return None


def _dated(line: Line) -> tuple[WrittenDate, str] | None:
    """The date that a line ends with, and the words before it; None if it ends with none."""
    last = None
    for date in written_dates(line.text):
        if date.full:
            last = date
    if last is None or line.text[last.end :].strip(_ROUND_DATE):
        return None
    head = line.text[: last.start].strip(_ROUND_DATE)
    return last, "" if _DATE_LABEL.fullmatch(head) else head.rpartition("。")[2]


def _organ(text: str, known: str) -> str | None:
    """The name of an organ that a line consists of, None if it does not; `known` is the organ
    that the title names.
    """
    name = _REMARK.sub("", _ORGAN_LABEL.sub("", text.strip())).strip()
    folded = fold(name)
    if not 2 <= len(folded) <= _LONGEST_ORGAN or _SENTENCE.search(name):
        return None
    if not all(is_han(char) for char in folded[:2]):
        return None
    if _ENDING.search(folded) or _akin(folded, known):
        return name
    return None


def _akin(name: str, known: str) -> bool:
    """Whether two names of organs have three characters running in common, or are the same."""
    if name and name == known:
        return True
    return any(name[at : at + 3] in known for at in range(len(name) - 2))


def _tail(bound: BoundForm) -> list[Line]:
    """The last lines that are not empty, after the last heading and the last table of the form."""
    lines: list[Line] = []
    label = bound.sections[-1].location.section if bound.sections else None
    for paragraph in _backwards(bound):
        location = msgspec.structs.replace(paragraph.location, section=label)
        end = len(paragraph.text)
        for row in reversed(paragraph.text.split("\n")):
            start = end - len(row)
            text = row.strip()
            if text:
                lines.append(Line(text, start + row.index(text), location))
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
