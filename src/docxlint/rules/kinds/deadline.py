"""Whether the date of the signature is in the period for the report year."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import SIGNATURE_DATE, SIGNATURE_ORGAN, TITLE
from docxlint.core.regex import InvalidOption, Regex
from docxlint.form.bound import BoundForm
from docxlint.form.find_signature import Signature, end_location, find_signature
from docxlint.form.schema import Form
from docxlint.rules.rule import Kind, OptionFault, Outcome
from docxlint.text.protocols import Dates
from docxlint.text.values import WrittenDate

_OUTSIDE = Message(
    zh="成文日期“{found}”不在规定时间内：{year}年度的报告应在{since}至{until}之间成文",
    en="the date “{found}” is outside the period: a report for {year} must be dated {since}"
    " to {until}",
)
_NO_DATE = Message(
    zh="落款没有完整、有效的成文日期，无法核对期限",
    en="the signature has no complete, valid date, so the deadline cannot be checked",
)
_NO_YEAR = Message(zh="不知道报告年度", en="the report year is not known")
_NO_WINDOW = Message(zh="没有为“{organ}”规定期限", en="no period is set for “{organ}”")


class MonthDay:
    """A day of every year, written 01-31."""

    __slots__ = ("day", "month")

    def __init__(self, month: int, day: int) -> None:
        self.month = month
        self.day = day

    @classmethod
    def parse(cls, text: str) -> MonthDay:
        """Parse `text`. Raises InvalidOption if it is not MM-DD, or not a day of every year."""
        match = re.fullmatch("([0-9]{2})-([0-9]{2})", text)
        try:
            if match is not None:
                day = datetime.date(2023, int(match[1]), int(match[2]))
                return cls(day.month, day.day)
        except ValueError:
            pass
        raise InvalidOption(
            Message(
                zh="“{text}”不是每年都有的月和日（写法：01-31）",
                en="“{text}” is not a month and day of every year (write 01-31)",
            )(text=text)
        )

    def __str__(self) -> str:
        return f"{self.month:02}-{self.day:02}"

    def of(self, year: int) -> datetime.date:
        """Return this day in a year."""
        return datetime.date(year, self.month, self.day)


class Window(msgspec.Struct, frozen=True, rename={"since": "from"}):
    """The period `from` a day `until` a day, both included, `years` after the report year.
    It is for organs whose name, in the signature or in the title, matches `organ`, by default
    for all organs.
    """

    since: MonthDay
    until: MonthDay
    years: int = 1
    organ: Regex | None = None


class Options(msgspec.Struct, frozen=True):
    """`windows` has the periods. The first one that is for the organ applies."""

    windows: tuple[Window, ...]


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield a date that is outside the period."""
    closing = find_signature(bound)
    date = closing.date if closing is not None else None
    day = date.date if date is not None else None
    if closing is None or date is None or day is None:
        place = closing.date_location if closing is not None else None
        yield Unchecked(
            reason=_NO_DATE, location=place or end_location(bound), causes=(SIGNATURE_DATE,)
        )
    elif bound.year is None or not 1900 <= bound.year <= 9000:
        yield Unchecked(
            reason=_NO_YEAR, location=closing.date_location or end_location(bound), causes=(TITLE,)
        )
    else:
        yield from _check(bound, options, closing, date, day)


def _check(
    bound: BoundForm, options: Options, closing: Signature, date: WrittenDate, day: datetime.date
) -> Iterator[Outcome]:
    year = bound.year or 0
    place = closing.date_location or end_location(bound)
    title = bound.title.organ if bound.title is not None else ""
    organs = [name for name in (closing.organ, title) if name]
    window = next((w for w in options.windows if _is_for(w, organs)), None)
    if window is None:
        yield Unchecked(
            reason=_NO_WINDOW(organ=bound.language.sentences.SEPARATOR.join(organs)),
            location=place,
            causes=(SIGNATURE_ORGAN,),
        )
        return
    since, until = window.since.of(year + window.years), window.until.of(year + window.years)
    if not since <= day <= until:
        first, last = (_write(day, bound.language.dates) for day in (since, until))
        yield Problem(
            message=_OUTSIDE(found=date.text, year=year, since=first, until=last),
            location=place,
            found=date.text,  # the period is no right value
        )


def _is_for(window: Window, organs: list[str]) -> bool:
    return window.organ is None or any(window.organ.matches(name) for name in organs)


def _write(day: datetime.date, dates: Dates) -> str:
    return dates.write_date(day.year, day.month, day.day)


def verify(options: Options, _form: Form) -> Iterator[OptionFault]:
    """Yield a fault if there is no window, or one ends before it begins or is never used."""
    if not options.windows:
        yield OptionFault(
            path=("windows",),
            message=Message(zh="至少要有一个时间段", en="give at least one window"),
        )
    for index, window in enumerate(options.windows):
        if window.until.of(2023) < window.since.of(2023):
            yield OptionFault(
                path=("windows", index, "until"),
                message=Message(zh="结束早于开始", en="it ends before it begins"),
            )
        if window.organ is None and index + 1 < len(options.windows):
            yield OptionFault(
                path=("windows", index + 1),
                message=Message(
                    zh="永远用不到：前一个时间段适用于所有机关",
                    en="never used: the window before it is for any organ",
                ),
            )


KIND = Kind(name="deadline", options=Options, run=run, verify=verify)
