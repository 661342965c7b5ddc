"""Which blank figures are better left blank: those where a 0 would be at odds with the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from docxlint.core.finding import Finding
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.visible_text import visible
from docxlint.word.edit.insert_points import Shown

_AT_ODDS = Message(zh="填 0 之后对不上：{what}", en="with 0 there it does not come out: {what}")

_Alike: TypeAlias = Callable[[Location, Location], bool]


def at_odds(shown: Shown, bound: Sequence[Finding], new: Iterable[Finding]) -> dict[str, Message]:
    """Which findings whose blanks were `filled` brought those that are `new`, by fingerprint, each
    with what is then found; some, if anything is new.

    Those whose figures the new one names; else those in its row or column, else in its table;
    else all.
    """
    brought: dict[str, Message] = {}
    for found in new:
        zh, en = visible(found.message.zh), visible(found.message.en)
        for blank in _at_fault(shown, bound, found):
            brought.setdefault(blank.fingerprint, _AT_ODDS(what=Message(zh=zh, en=en)))
    return brought


def _at_fault(shown: Shown, bound: Sequence[Finding], found: Finding) -> Sequence[Finding]:
    named = (found.location, *found.related)

    def in_column(one: Location, other: Location) -> bool:
        return _in_column(shown, one, other)

    ways: list[_Alike] = [_in_cell, _in_line(named, in_column), _in_table]
    for alike in ways:
        hit = [
            blank
            for blank in bound
            if any(alike(a, b) for a in (blank.location, *blank.related) for b in named)
        ]
        if hit:
            return hit
    return bound


def _in_line(named: Sequence[Location], in_column: _Alike) -> _Alike:
    """In the row or the column of `named`; where they share only one of these, in that."""
    first, *others = named
    row = all(_in_row(first, other) for other in others)
    column = all(in_column(first, other) for other in others)
    if row and not column:
        return _in_row
    if column and not row:
        return in_column
    return lambda one, other: _in_row(one, other) or in_column(one, other)


def _in_cell(one: Location, other: Location) -> bool:
    return (one.part, one.path) == (other.part, other.path)


def _in_row(one: Location, other: Location) -> bool:
    return one.row is not None and one.row == other.row and _in_table(one, other)


def _in_column(shown: Shown, one: Location, other: Location) -> bool:
    a, b = (shown.cells.get((place.part, place.path)) for place in (one, other))
    if a is not None and b is not None and _grid(one) == _grid(other):
        return a.column == b.column
    return one.column is not None and one.column == other.column and _in_table(one, other)


def _in_table(one: Location, other: Location) -> bool:
    return one.table is not None and one.table == other.table


def _grid(place: Location) -> str:
    """The path of the table that a cell is in."""
    return place.path.rpartition("/w:tr[")[0]
