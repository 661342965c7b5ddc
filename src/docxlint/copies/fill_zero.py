"""Which blank figures stay blank because a 0 would contradict other figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from docxlint.core.finding import Finding
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.visible_text import visible
from docxlint.word.edit.document_index import DocumentIndex

_CONTRADICTED = Message(
    zh="填“0”后勾稽关系对不上：{what}", en="with 0 there, the figures do not add up: {what}"
)

_Match: TypeAlias = Callable[[Location, Location], bool]


def contradicted_blanks(
    index: DocumentIndex, filled: Sequence[Finding], new: Iterable[Finding]
) -> dict[str, Message]:
    """The findings in `filled` whose 0 caused the findings in `new`, by fingerprint.

    The value says what was found. A new finding is put down to the blanks in the cells that it
    names; failing that to those in the same row or column, in the same table, or to all of them.
    So the result is empty only if `new` is.
    """
    reasons: dict[str, Message] = {}
    for finding in new:
        what = Message(zh=visible(finding.message.zh), en=visible(finding.message.en))
        for blank in _nearest(index, filled, finding):
            reasons.setdefault(blank.fingerprint, _CONTRADICTED(what=what))
    return reasons


def _nearest(
    index: DocumentIndex, filled: Sequence[Finding], finding: Finding
) -> Sequence[Finding]:
    """The findings in `filled` that are nearest to the places of `finding`."""
    places = (finding.location, *finding.related)

    def same_column(a: Location, b: Location) -> bool:
        return _same_column(index, a, b)

    matches: list[_Match] = [_same_cell, _same_line(places, same_column), _same_table]
    for match in matches:
        nearest = [
            blank
            for blank in filled
            if any(match(a, b) for a in (blank.location, *blank.related) for b in places)
        ]
        if nearest:
            return nearest
    return filled


def _same_line(places: Sequence[Location], same_column: _Match) -> _Match:
    """Whether two places share the row or column of `places`.

    If `places` share only a row, or only a column, that one counts; otherwise either.
    """
    first, *others = places
    row = all(_same_row(first, other) for other in others)
    column = all(same_column(first, other) for other in others)
    if row and not column:
        return _same_row
    if column and not row:
        return same_column
    return lambda a, b: _same_row(a, b) or same_column(a, b)


def _same_cell(a: Location, b: Location) -> bool:
    return a.node == b.node


def _same_row(a: Location, b: Location) -> bool:
    return a.row is not None and a.row == b.row and _same_table(a, b)


def _same_column(index: DocumentIndex, a: Location, b: Location) -> bool:
    cell, other = index.cell(a), index.cell(b)
    if cell is not None and other is not None and index.table_of(a) == index.table_of(b):
        return cell.column == other.column
    return a.column is not None and a.column == b.column and _same_table(a, b)


def _same_table(a: Location, b: Location) -> bool:
    return a.table is not None and a.table == b.table
