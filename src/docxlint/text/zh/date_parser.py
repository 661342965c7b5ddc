"""Find dates in running text, in standard and other writing, and read their values."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from docxlint.text.values import WrittenDate
from docxlint.text.zh.numerals import ARABIC, ONE_TO_NINE, ZEROS, numeral
from docxlint.text.zh.years import YEAR, YEAR_DIGIT, year_value

_DIGIT = f"[{ARABIC}]"
_SMALL = f"{_DIGIT}{{1,2}}|[{ONE_TO_NINE}十{ZEROS}]{{1,3}}"
_GAP = r"\s{0,3}"
# A day at the end of a period, or before another date, is one though its 日 is left out.
_NO_MARK = rf"(?={_GAP}(?:止|为止|结束))|(?={_GAP}起?{_GAP}[至到]{_GAP}{_DIGIT}{{4}}{_GAP}年)"
_CHINESE = re.compile(
    rf"(?:(?<!{YEAR_DIGIT})(?P<year>{YEAR}|{YEAR_DIGIT}{{4}}|{YEAR_DIGIT}{{2}}){_GAP}年{_GAP})?"
    rf"(?<![{ARABIC}{ONE_TO_NINE}十.．])(?P<month>元|{_SMALL}){_GAP}月"
    rf"(?:{_GAP}(?P<day>{_SMALL}){_GAP}(?P<mark>日|号(?!文|令|楼)|{_NO_MARK}))?"
)
_SEPARATED = re.compile(
    rf"(?<![{ARABIC}A-Za-z第])(?P<year>{_DIGIT}{{4}})\s?(?P<sep>[-./－．／])\s?(?P<month>{_DIGIT}{{1,2}})"
    rf"\s?(?P=sep)\s?(?P<day>{_DIGIT}{{1,2}})(?![{ARABIC}号])"
)
_QUICK = re.compile(rf"月|{_DIGIT}\s?[-./－．／]\s?{_DIGIT}")
# Characters of an address, a file name or a version, which may have a date inside.
_TOKEN = re.compile(r"[A-Za-z0-9._/\\@=&%+~#?-]+")
_LETTER = re.compile("[A-Za-z]")
_SERIAL = re.compile(r"[号码]\s?[:：为是]?\s?$")
# Names of other calendars.
_OTHER_CALENDAR = re.compile(r"(?:农历|阴历|旧历|民国|光绪|宣统)[^，。；]{0,6}$")
_RANGE = re.compile(r"\s?起?\s?(?:至|到|[-—–~～－])\s?$")
_STANDARD = re.compile(r"[1-9][0-9]{3}年\n?(?:[1-9]|1[0-9])月\n?(?:[1-9]|[1-3][0-9])日")


@lru_cache(maxsize=4096)
def written_dates(text: str) -> tuple[WrittenDate, ...]:
    """The dates in `text`, from left to right.

    They are full dates in any writing, months with a day, and years with a month that does not
    exist. A date at the end of a range inherits the year of the date at its beginning.
    """
    if _QUICK.search(text) is None:
        return ()
    dates: list[WrittenDate] = []
    before: WrittenDate | None = None
    for date in sorted((*_chinese(text), *_separated(text)), key=lambda date: date.start):
        completed = date
        if date.year is None and before is not None and before.year is not None:
            between = text[before.end : date.start]
            if _RANGE.fullmatch(between):
                completed = msgspec.structs.replace(date, year=before.year, inherited=True)
        before = completed
        if completed.day is not None or not completed.exists:
            dates.append(completed)
    return tuple(dates)


def write_date(year: int, month: int, day: int) -> str:
    """A date as GB/T 9704—2012, 7.3.5.4, has it written: 2024年1月15日."""
    return f"{year}年{month}月{day}日"


def is_standard_date(text: str) -> bool:
    """Whether `text` is a date in this form. Line breaks between its parts are allowed."""
    return _STANDARD.fullmatch(text) is not None


def _chinese(text: str) -> Iterator[WrittenDate]:
    if "月" not in text:
        return
    for match in _CHINESE.finditer(text):
        month = 1 if match["month"] == "元" else numeral(match["month"])
        day = numeral(match["day"]) if match["day"] is not None else None
        if month is None or (match["day"] is not None and day is None):
            continue
        year = year_value(match["year"]) if match["year"] is not None else None
        if match["day"] is None and (match["year"] is None or len(match["year"]) != 4):
            continue
        if _OTHER_CALENDAR.search(text[max(0, match.start() - 10) : match.start()]):
            continue
        yield WrittenDate(
            start=match.start(),
            end=match.end(),
            text=match.group(),
            year=year,
            month=month,
            day=day,
            missing="日" if day is not None and not match["mark"] else "",
        )


def _separated(text: str) -> Iterator[WrittenDate]:
    codes: list[tuple[int, int]] | None = None
    end = -1
    for match in _SEPARATED.finditer(text):
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        # With both above twelve it is a number of another kind, not a date in another order.
        if not 1900 <= year <= 2099 or (month > 12 and day > 12):
            continue
        if codes is None:
            codes = [t.span() for t in _TOKEN.finditer(text) if _LETTER.search(t.group())]
        start = match.start()
        if _is_inside(codes, start) or _is_other_number(text, match, end):
            continue
        end = match.end()
        yield WrittenDate(start=start, end=end, text=match.group(), year=year, month=month, day=day)


def _is_inside(spans: list[tuple[int, int]], position: int) -> bool:
    """Whether one of `spans`, which are in order, contains the position."""
    at = bisect_right(spans, (position, sys.maxsize)) - 1
    return at >= 0 and position < spans[at][1]


def _is_other_number(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the match is part of a longer number, or the text calls it a number.

    A range of two dates is neither. `end` is the end of the date before.
    """
    start, stop = match.span()
    if text[start - 1 : start] in tuple("-./_") and end != start - 1:
        return True
    if text[stop : stop + 1] in tuple("-./_") and text[stop + 1 : stop + 2].isalnum():
        return _SEPARATED.match(text, stop + 1) is None
    return _SERIAL.search(text[max(0, start - 4) : start]) is not None
