"""Whether Chinese text has full-width punctuation (GB/T 15834—2011)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from docxlint.core.document import Passage
from docxlint.core.finding import Fix, Problem
from docxlint.core.location import shorten, within
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.rules.rule import Kind
from docxlint.text.language import Language
from docxlint.text.protocols import HeadingNumbers
from docxlint.text.values import WrongMark
from docxlint.text.web_addresses import covered

_ONE = Message(
    zh="“{around}”中的半角标点“{found}”应为“{expected}”",
    en="in “{around}” the half-width “{found}” should be “{expected}”",
)
_MANY = Message(
    zh="这一段有{count}处半角标点：{marks}",
    en="this paragraph has {count} half-width marks: {marks}",
)
_EACH = Message(
    zh="“{found}”{count}处（应为“{expected}”）", en="{count} × “{found}” (should be “{expected}”)"
)

_AROUND = 6
_LISTED = 20


class Options(msgspec.Struct, frozen=True):
    """The rule checks , ; : ? ! ( ) " next to Chinese characters or full-width marks, a point
    between Chinese characters or at the end, and <…>, which should be 〈…〉 within 《…》 and 《…》
    elsewhere. It does not check web and e-mail addresses, numbers, document numbers, Latin text,
    automatic numbers and tables.
    """


def run(bound: BoundForm, _: Options) -> Iterator[Problem]:
    """Yield a problem for each paragraph of running text with half-width marks."""
    for passage in bound.passages:
        marks = tuple(_marks(passage, bound.language))
        if len(marks) == 1:
            yield _single(passage, marks[0])
        elif marks:
            yield _several(passage, marks)


def _marks(passage: Passage, language: Language) -> Iterator[WrongMark]:
    """Return the wrong marks of a passage after its number."""
    marks = tuple(language.punctuation.wrong_marks(passage.text))
    if not marks:
        return iter(())
    begin = _after_number(passage, language.headings)
    numbers = _in_document_numbers(passage, language)
    return (mark for mark in marks if mark.at >= begin and mark.at not in numbers)


def _in_document_numbers(passage: Passage, language: Language) -> frozenset[int]:
    """The positions in document numbers: their brackets belong to another rule."""
    text = language.folding.squeeze(passage.text)
    numbers = language.document_numbers.document_numbers(text.text, {})
    return covered(text.originals([(number.start, number.end) for number in numbers]))


def _after_number(passage: Passage, headings: HeadingNumbers) -> int:
    """Where the check starts.

    An automatic number is not typed text. The mark after a typed number belongs to other rules,
    but its brackets are checked here.
    """
    if passage.paragraph.number:
        return len(passage.paragraph.number)
    number = headings.heading_number(passage.text)
    if number is None or headings.is_bracketed(number.style):
        return 0
    return number.end


def _single(passage: Passage, mark: WrongMark) -> Problem:
    text = passage.text
    start, end = max(0, mark.at - _AROUND), mark.at + 1 + _AROUND
    around = " ".join(text[start:end].split())
    corrected = text[start : mark.at] + mark.expected + text[mark.at + 1 : end]
    place = within(passage.location, mark.at, mark.at + 1, around)
    return Problem(
        message=_ONE(around=around, found=mark.found, expected=mark.expected),
        location=place,
        expected=" ".join(corrected.split()),
        found=around,
        fix=Fix(place, mark.expected),
    )


def _several(passage: Passage, marks: tuple[WrongMark, ...]) -> Problem:
    kinds = Counter((mark.found, mark.expected) for mark in marks)
    each = [_EACH(found=f, expected=e, count=n) for (f, e), n in kinds.items()]
    listed = Message(zh="、".join(m.zh for m in each), en=", ".join(m.en for m in each))
    places = [within(passage.location, m.at, m.at + 1, m.found) for m in marks[:_LISTED]]
    paragraph = msgspec.structs.replace(passage.location, text=shorten(passage.text))
    further = (
        Fix(within(passage.location, m.at, m.at + 1, m.found), m.expected) for m in marks[1:]
    )
    first = within(passage.location, marks[0].at, marks[0].at + 1, marks[0].found)
    return Problem(
        message=_MANY(count=len(marks), marks=listed),
        location=paragraph,
        related=tuple(places),
        fix=Fix(first, marks[0].expected, tuple(further)),
    )


KIND = Kind(name="punctuation", options=Options, run=run)
