"""Whether dates exist and are written as in GB/T 9704—2012: 2024年1月15日."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Literal

import msgspec

from docxlint.core.document import Paragraph
from docxlint.core.finding import Fix, NotApplicable, Problem
from docxlint.core.location import Location, within
from docxlint.core.message import Message
from docxlint.core.reference import SIGNATURE_DATE
from docxlint.form.bound import BoundForm
from docxlint.form.find_signature import find_signature
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.values import WrittenDate

_NO_MONTH = Message(
    zh="日期“{found}”不存在：没有{month}月",
    en="the date “{found}” does not exist: there is no month {month}",
)
_NO_DAY = Message(
    zh="日期“{found}”不存在：{month}月只有{days}天",
    en="the date “{found}” does not exist: that month has {days} days",
)
_NO_SUCH_DAY = Message(zh="日期“{found}”不存在", en="the date “{found}” does not exist")
_WRITTEN = Message(
    zh="日期应写作“{expected}”，现为“{found}”",
    en="the date should be written “{expected}”, not “{found}”",
)
_NONE = Message(zh="文档里没有日期", en="the document has no dates")
# Comments, headers and footers are not the document's own text.
_STORIES = frozenset(("footnote", "endnote"))


class Options(msgspec.Struct, frozen=True):
    """`require` says what to check of each date in the text, in tables and in notes: that it
    exists in the calendar, or that it has the standard wording (only full dates that exist, and
    days without 日; not in titles of other documents).
    """

    require: Literal["exists", "wording"]


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each date that does not exist, or that has another wording."""
    closing, dates = find_signature(bound), bound.language.dates
    none = True
    for location, text, date in _dates(bound):
        none = False
        place = within(location, date.start, date.end, date.text)
        if options.require == "exists":
            if not date.exists:
                signed = closing is not None and closing.is_dated_at(place)
                yield Problem(
                    message=_impossible(date),
                    location=place,
                    found=date.text,
                    subjects=(SIGNATURE_DATE,) if signed else (),
                )
            continue
        expected = ""
        if date.full and date.date is not None and not dates.is_standard_date(date.text):
            expected = dates.write_date(date.date.year, date.date.month, date.date.day)
        elif date.missing and date.exists and not date.full:
            expected = "".join(date.text.split()) + date.missing
        if expected and not _is_in_title(bound, text, date):
            yield Problem(
                message=_WRITTEN(found=" ".join(date.text.split()), expected=expected),
                location=place,
                expected=expected,
                found=date.text,
                fix=Fix(place, expected),
            )
    if none:
        yield NotApplicable(reason=_NONE)


def _is_in_title(bound: BoundForm, text: str, date: WrittenDate) -> bool:
    """Whether a date is part of the title of another document, which is written as it is."""
    titles = bound.language.document_numbers.cited_titles(text)
    return any(title.start <= date.start < title.end for title in titles)


def _dates(bound: BoundForm) -> Iterator[tuple[Location, str, WrittenDate]]:
    """The dates of a document, each with its paragraph and the text of that."""
    written_dates = bound.language.dates.written_dates
    for passage in chain(bound.passages, bound.cells):
        for date in written_dates(passage.text):
            yield passage.location, passage.text, date
    for story in bound.document.stories:
        if story.kind in _STORIES:
            for block in story.blocks:
                if isinstance(block, Paragraph):
                    for date in written_dates(block.text):
                        yield block.location, block.text, date


def _impossible(date: WrittenDate) -> Message:
    if not date.days:
        return _NO_MONTH(found=date.text, month=date.month)
    if date.day:
        return _NO_DAY(found=date.text, month=date.month, days=date.days)
    return _NO_SUCH_DAY(found=date.text)


KIND = Kind(name="dates", options=Options, run=run)
