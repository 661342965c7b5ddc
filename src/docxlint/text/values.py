"""What a language reads from a text, as frozen values that belong to no language."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec


class Figure(msgspec.Struct, frozen=True, gc=False):
    """The number that a table cell shows.

    `value` is None where there is no number to calculate with: the cell is blank, or it shows
    something else. `plain` is true for ASCII digits, with or without decimals after a point;
    the mark of a note behind them is no part of the figure. `several` is true where the cell
    shows more than one number, so that none of them is the value. `unseen` is true where
    invisible characters stand in it. `unread` is true where the cell shows something that is no
    text: a picture, or a field that Word draws. `unit` is the unit behind a number that is plain
    but for it.
    """

    text: str
    value: Decimal | None
    plain: bool
    several: bool = False
    unseen: bool = False
    unread: bool = False
    unit: str = ""

    @property
    def blank(self) -> bool:
        """Whether the cell shows nothing at all."""
        return not self.text and not self.unread


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number with a unit, `text[start:end]`.

    `value` counts single units (6.8万次 is 68000 次, 20万元 is 200000 元). Percentages have the
    unit "%". `step` is what 1 in the last printed digit is worth. `scale` is what the word behind
    the digits multiplies by (万, 亿). `exact` is false where words mark the number as round (余,
    约, 近, 以上, …). `moved` is true for a change (较上年增加 3 条), which is part of no total.
    `doubtful` is true where the number may not belong with its neighbours: it is about another
    year, about each of several, or part of an idiom (一件事).
    """

    start: int
    end: int
    value: Decimal
    unit: str
    step: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)
    exact: bool = True
    moved: bool = False
    doubtful: bool = False

    @property
    def slack(self) -> Decimal:
        """How far rounding of the last digit may have moved the value."""
        return Decimal(0) if self.step == 1 else self.step / 2


class WrittenDate(msgspec.Struct, frozen=True):
    """A date in a text, `text[start:end]`.

    `year` is None where only month and day are written. In a range it may come from the date
    before (`inherited`). `day` is None only where a month that does not exist is written.
    `missing` is what a date lacks at its end (日).
    """

    start: int
    end: int
    text: str
    year: int | None
    month: int
    day: int | None
    inherited: bool = False
    missing: str = ""

    @property
    def exists(self) -> bool:
        """Whether the calendar has the date. 29 February without a year exists."""
        return (
            1 <= self.month <= 12
            and (self.day is None or 1 <= self.day <= self.days)
            and (self.year is None or 1 <= self.year <= 9999)
        )

    @property
    def days(self) -> int:
        """The number of days of its month, 0 if there is no such month."""
        if not 1 <= self.month <= 12:
            return 0
        year = self.year if self.year is not None and 1 <= self.year <= 9999 else 2024
        return calendar.monthrange(year, self.month)[1]

    @property
    def full(self) -> bool:
        """Whether year, month and day are all written."""
        return self.year is not None and self.day is not None and not self.inherited

    @property
    def date(self) -> datetime.date | None:
        """The date, or None where it is not full or does not exist."""
        if self.year is None or self.day is None or not self.exists:
            return None
        return datetime.date(self.year, self.month, self.day)


class HeadingNumber(msgspec.Struct, frozen=True, gc=False):
    """A number at the start of a heading or list item.

    `style` names how it is written, `level` is the level that the style stands for (0 is the
    highest). `text[:end]` is the number with its mark, `rest` is what follows.
    """

    style: str
    level: int
    value: int
    end: int
    rest: str


class TitleParts(msgspec.Struct, frozen=True):
    """The organ and the year that a title names, "" and None where it names none."""

    organ: str
    year: int | None


class WrongMark(msgspec.Struct, frozen=True):
    """A wrong punctuation mark at character `at` of a text, and the right one."""

    at: int
    found: str
    expected: str


class DocumentNumber(msgspec.Struct, frozen=True):
    """The number of a cited document, `text[start:end]`, and its standard form."""

    start: int
    end: int
    expected: str


class CitedTitle(msgspec.Struct, frozen=True):
    """The title of a cited document, `text[start:end]` without its marks.

    `number` is the span of the number in brackets behind it, None if there is none.
    """

    start: int
    end: int
    number: tuple[int, int] | None


class Squeezed(msgspec.Struct, frozen=True, gc=False):
    """A text without the white space that means nothing, so that words match however spaced.

    `text` consists of characters of `spaced` in the same order.
    """

    text: str
    spaced: str

    def originals(self, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The places in `spaced` of `spans` of the text. No span may be empty."""
        if spans and len(self.text) == len(self.spaced):
            yield from spans
        elif spans:
            places = self._places()
            yield from ((places[start], places[end - 1] + 1) for start, end in spans)

    def _places(self) -> list[int]:
        places: list[int] = []
        at = -1
        for char in self.text:
            at = self.spaced.index(char, at + 1)
            places.append(at)
        return places
