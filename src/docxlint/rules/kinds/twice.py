"""Whether a report, a section, a table or a row of the form is in a document twice."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Problem
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, Repetition
from docxlint.rules.rule import Kind

_SECTION = Message(
    zh="“{label}”这一部分在文中出现了两次，应只保留一处",
    en="the section “{label}” is in the document twice; keep one of them",
)
_ROW = Message(
    zh="“{label}”这一行在表中出现了两次，应只保留一行",
    en="the row “{label}” is in the table twice; keep one of them",
)
_FIGURES = Message(
    zh="填数字的那一行在表中出现了两次，应只保留一行",
    en="the row of figures is in the table twice; keep one of them",
)
_TABLE = Message(
    zh="“{section}”的表格在文中出现了两次，这里是多出的一张，应只保留一张",
    en="the table of “{section}” is in the document twice, and this is one too many",
)
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
    for repetition in bound.repetitions:
        if repetition.within:
            continue
        yield Problem(
            message=_message(bound, repetition),
            location=repetition.location,
            found=repetition.label or None,
            related=(repetition.first,),
        )


def _message(bound: BoundForm, repetition: Repetition) -> Message:
    match repetition.kind:
        case "report":
            return _REPORT
        case "section":
            return _SECTION(label=shorten(repetition.label))
        case "row":
            label = shorten(repetition.label)
            return _ROW(label=label) if label else _FIGURES
        case "table":
            reading = repetition.reading
            name = reading.form.section if reading is not None else ""
            return _TABLE(section=bound.form.section(name).heading)


KIND = Kind(name="twice", options=Options, run=run)
