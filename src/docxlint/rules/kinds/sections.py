"""Whether the top-level sections are those of the form: present, in order, not empty."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from typing import Literal

import msgspec

from docxlint.core.document import Concealment
from docxlint.core.finding import Fix, NotApplicable, Problem, Unchecked
from docxlint.core.location import Location, shorten, within
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, BoundSection
from docxlint.form.find_signature import paragraphs_before_signature
from docxlint.form.schema import SectionForm
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.protocols import HeadingNumbers

_MISSING = Message(zh="缺少“{heading}”这一部分", en="the section “{heading}” is missing")
_ORDER = Message(
    zh="“{heading}”的位置不对，应在“{before}”之后", en="“{heading}” should come after “{before}”"
)
_ORDER_FIRST = Message(zh="“{heading}”应在最前面", en="“{heading}” should come first")
_WORDING = Message(
    zh="标题应为“{expected}”，现为“{found}”", en="the heading should be “{expected}”, not “{found}”"
)
_EXTRA = Message(zh="规定格式中没有“{heading}”这一部分", en="the form has no section “{heading}”")
_EMPTY = Message(
    zh="“{heading}”下面没有内容；没有需要报告的也要写明",
    en="there is nothing under “{heading}”; if there is nothing to report, say so",
)
_UNFILLED = Message(
    zh="这里没有填写，还留着提示文字“{prompt}”",
    en="this is not filled in; it still shows the prompt “{prompt}”",
)
_NONE = Message(zh="没有找到任何规定的标题", en="none of the form's headings was found")
_TABLES_ONLY = Message(zh="各部分都是表格", en="all sections consist of tables")


class Options(msgspec.Struct, frozen=True):
    """`require` says what to check: that each section is present; that they are in the form's
    order; that their headings have the form's wording; that there are no other sections; that
    each has content beside the signature, and that no prompt of a content control is left in the
    text (other kinds check sections that consist of a table).
    """

    require: Literal["present", "order", "wording", "only", "content"]


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield what is wrong with the sections of a document."""
    if options.require == "present":
        yield from _missing(bound)
        return
    known = [section for section in bound.sections if section.form is not None]
    if not known:
        causes = tuple(section.ref for section in bound.form.sections)
        yield Unchecked(reason=_NONE, location=bound.document.location, causes=causes)
        return
    match options.require:
        case "order":
            yield from _disordered(bound, known)
        case "wording":
            headings = bound.language.headings
            extra_numbers = {
                _number(s.heading.text, headings) for s in bound.sections if s.form is None
            } - {None}
            for section in known:
                if section.form is not None and not _has_wording(section, section.form, headings):
                    yield _misworded(section, section.form.heading, extra_numbers, headings)
        case "only":
            yield from _extra(bound)
        case "content":
            yield from _empty(bound, known)


def _extra(bound: BoundForm) -> Iterator[Problem]:
    """Yield the sections that the form does not have; `twice` reports those that come again."""
    for section in bound.sections:
        if section.form is None and section.again is None:
            heading = shorten(section.heading.text)
            yield Problem(message=_EXTRA(heading=heading), location=section.location, found=heading)


def _missing(bound: BoundForm) -> Iterator[Problem]:
    before: Location | None = None
    for form in bound.form.sections:
        section = bound.section(form.name)
        if section is not None:
            before = section.location
            continue
        yield Problem(
            message=_MISSING(heading=form.heading),
            location=msgspec.structs.replace(
                before or bound.document.location, section=form.heading, text=""
            ),
            expected=form.heading,
            subjects=(form.ref,),
        )


def _disordered(bound: BoundForm, known: Sequence[BoundSection]) -> Iterator[Problem]:
    """Yield the fewest sections that have to move."""
    names = [section.name for section in bound.form.sections]
    ranks = [names.index(section.form.name) for section in known if section.form is not None]
    staying = _longest_rising(ranks)
    for position, (section, rank) in enumerate(zip(known, ranks, strict=True)):
        if position in staying:
            continue
        earlier = [s for s, r in zip(known, ranks, strict=True) if r < rank]
        heading = shorten(section.heading.text)
        last = max(earlier, key=lambda s: names.index(s.form.name if s.form else ""), default=None)
        message = (
            _ORDER(heading=heading, before=shorten(last.heading.text))
            if last is not None
            else _ORDER_FIRST(heading=heading)
        )
        yield Problem(message=message, location=section.location)


def _longest_rising(ranks: Sequence[int]) -> set[int]:
    """The positions of a longest rising subsequence of distinct `ranks`."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for position, rank in enumerate(ranks):
        length = bisect_left(tails, rank)
        previous.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(rank)
            ends.append(position)
        else:
            tails[length] = rank
            ends[length] = position
    chosen: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.add(at)
        at = previous[at]
    return chosen


def _has_wording(section: BoundSection, form: SectionForm, headings: HeadingNumbers) -> bool:
    """Whether number and title are the form's; another rule checks a mark at the end."""
    bare = headings.without_closing_marks
    return bare(section.heading.text) == bare(form.heading)


def _number(heading: str, headings: HeadingNumbers) -> tuple[int, int] | None:
    number = headings.heading_number(heading)
    return (number.level, number.value) if number is not None else None


def _misworded(
    section: BoundSection,
    expected: str,
    extra_numbers: Container[tuple[int, int] | None],
    headings: HeadingNumbers,
) -> Problem:
    """Report a heading; `extra_numbers` are those of sections that the form does not have."""
    paragraph = section.heading
    text = paragraph.text.strip()
    start = paragraph.text.find(text)
    place = within(section.location, start, start + len(text), text)
    number = _number(expected, headings)
    # A number that Word inserts cannot be corrected by typing. The number of a section that the
    # form does not have would appear twice until that section is removed.
    certain = not paragraph.number and (
        number == _number(text, headings) or number not in extra_numbers
    )
    return Problem(
        message=_WORDING(found=shorten(text), expected=expected),
        location=place,
        expected=expected,
        found=text,
        fix=Fix(place, expected) if certain else None,
    )


def _empty(bound: BoundForm, known: Sequence[BoundSection]) -> Iterator[Outcome]:
    tabled = {table.section for table in bound.form.tables}
    checked = [s for s in known if s.form is not None and s.form.name not in tabled]
    if not checked and len(tabled) == len(bound.form.sections):
        yield NotApplicable(reason=_TABLES_ONLY)
    for section in checked:
        if section.form is None or section.tables:
            continue
        if not any(p.text.strip() for p in paragraphs_before_signature(bound, section)):
            yield Problem(
                message=_EMPTY(heading=section.form.heading),
                location=section.location,
                subjects=(section.form.ref,),
            )
    yield from _unfilled(bound)


def _unfilled(bound: BoundForm) -> Iterator[Problem]:
    """Yield the content controls outside tables that still show what to fill in."""
    labels = {passage.location.node: passage.location for passage in bound.passages}
    for concealed in bound.document.concealed:
        if concealed.kind is not Concealment.PROMPT or not concealed.text.strip():
            continue
        node = concealed.location.node.nearest(labels)
        if node is not None:
            place = msgspec.structs.replace(concealed.location, section=labels[node].section)
            yield Problem(
                message=_UNFILLED(prompt=shorten(concealed.text.strip())),
                location=place,
                found=concealed.text.strip(),
            )


KIND = Kind(name="sections", options=Options, run=run)
