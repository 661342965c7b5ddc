"""Whether a report, a section, a table or a row of the form is in a document twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Problem
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, Repetition
from docxlint.rules.rule import Kind

_SECTION = Message(
    zh="“{label}”这一部分在文中出现了{times}，应只保留一处",
    en="the section “{label}” is in the document {times}; keep one of them",
)
_ROW = Message(
    zh="“{label}”这一行在表中出现了{times}，应只保留一行",
    en="the row “{label}” is in the table {times}; keep one of them",
)
_FIGURES = Message(
    zh="填数字的那一行在表中出现了{times}，应只保留一行",
    en="the row of figures is in the table {times}; keep one of them",
)
_TABLE = Message(
    zh="“{section}”的表格在文中出现了{times}，这里是多出的一张，应只保留一张",
    en="the table of “{section}” is in the document {times}, and this is one too many",
)
_TWICE = Message(zh="两次", en="twice")
_TIMES = Message(zh="{count}次", en="{count} times")
_REPORT = Message(
    zh="文中有两份报告，第二份从这里开始，应只保留一份",
    en="the document holds two reports, and the second begins here; keep one of them",
)


class Options(msgspec.Struct, frozen=True):
    """No options. A whole report that comes again is one problem, and so is a section, whatever
    it holds.
    """


def run(bound: BoundForm, _: Options) -> Iterator[Problem]:
    """Yield each part of the form that the document has once more than it should."""
    repetitions = [each for each in bound.repetitions if not each.within]
    counts = Counter((each.kind, each.first.node) for each in repetitions)
    for repetition in repetitions:
        count = counts[repetition.kind, repetition.first.node] + 1
        times = _TWICE if count == 2 else _TIMES(count=count)
        yield Problem(
            message=_message(bound, repetition, times),
            location=repetition.location,
            found=repetition.label or None,
            related=(repetition.first,),
        )


def _message(bound: BoundForm, repetition: Repetition, times: Message) -> Message:
    match repetition.kind:
        case "report":
            return _REPORT
        case "section":
            return _SECTION(label=shorten(repetition.label), times=times)
        case "row":
            label = shorten(repetition.label)
            return _ROW(label=label, times=times) if label else _FIGURES(times=times)
        case "table":
            reading = repetition.reading
            name = reading.form.section if reading is not None else ""
            return _TABLE(section=bound.form.section(name).heading, times=times)


KIND = Kind(name="twice", options=Options, run=run)
