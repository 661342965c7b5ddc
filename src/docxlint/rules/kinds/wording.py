"""Whether required words are present and forbidden words are absent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from docxlint.core.document import Passage
from docxlint.core.finding import Fix, NotApplicable, Problem, Unchecked
from docxlint.core.location import shorten, within
from docxlint.core.message import Message
from docxlint.core.reference import FRONT, TITLE, SectionOrFrontRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm, BoundSection
from docxlint.form.find_signature import paragraphs_before_signature
from docxlint.form.passages import passages
from docxlint.form.schema import Form
from docxlint.rules.rule import Kind, OptionFault, Outcome
from docxlint.rules.year_statements import where
from docxlint.text.protocols import Folding
from docxlint.text.web_addresses import addresses, covered

Place: TypeAlias = Literal["title", "heading", "text", "cell", "note"]

_LACKS = Message(zh="“{heading}”没有写明{what}", en="“{heading}” does not state {what}")
_LACKS_ALL = Message(zh="全文没有写明{what}", en="the document does not state {what}")
_HAS = Message(zh="写有“{found}”：{what}", en="“{found}”: {what}")
_REPLACE = Message(
    zh="“{found}”应为“{expected}”：{what}", en="“{found}” should be “{expected}”: {what}"
)
_ABSENT = Message(zh="缺少“{heading}”这一部分", en="the section “{heading}” is missing")
_EMPTY = Message(zh="“{heading}”下面没有文字", en="there is no text under “{heading}”")
_NOTHING = Message(zh="文档里没有可以检查的文字", en="the document has no text to check")
_NO_YEAR = Message(zh="不知道报告年度", en="the report year is not known")
_EARLY = Message(zh="这条规则不适用于这一年度", en="the rule does not apply to this report year")
_ONE_OF = Message(
    zh="require、forbid、replace 要写一个，且只写一个",
    en="give exactly one of require, forbid and replace",
)
_INTRODUCTION = Message(zh="引言（第一部分之前）", en="the introduction (before the first section)")
_WIDTH = 30


class Options(msgspec.Struct, frozen=True):
    """`require` must match, `forbid` must not, `replace` maps wrong words to right ones.
    `what` ends the finding's sentence: what must be stated, or why the words are wrong; if it
    contains {found}, the forbidden words, it is the whole sentence. `unless` allows words that
    it matches at the same place. `expected` gives the right words for forbidden ones. `section`
    ("front": before the first section) and `places` (title, heading, text, cell, note: headers,
    footers and notes) say where to search; `each` says whether every match is a finding, or
    only the first of a paragraph, `since` the first report year that the rule is for.

    White space does not matter; web and e-mail addresses are not checked.
    """

    what: Message
    require: Regex | None = None
    forbid: tuple[Regex, ...] = ()
    replace: dict[str, str] = {}
    unless: Regex | None = None
    expected: str | None = None
    section: SectionOrFrontRef | None = None
    places: tuple[Place, ...] = ("title", "heading", "text")
    each: Literal["match", "paragraph"] = "match"
    since: int | None = None


class Match(msgspec.Struct, frozen=True):
    """Words of a passage, `text[start:end]`, and what they should be."""

    passage: Passage
    start: int
    end: int
    expected: str | None


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield the lack of required words, or each place with wrong words."""
    if options.since is not None and bound.year is None:
        yield Unchecked(reason=_NO_YEAR, location=bound.document.location, causes=(TITLE,))
        return
    if options.since is not None and bound.year is not None and bound.year < options.since:
        yield NotApplicable(reason=_EARLY)
        return
    name = options.section.name if options.section is not None else None
    section = bound.section(name) if name is not None else None
    if name is not None and name != FRONT and section is None:
        yield Unchecked(
            reason=_ABSENT(heading=_heading(bound, options)),
            location=bound.document.location,
            causes=(bound.form.section(name).ref,),
        )
        return
    squeeze = bound.language.folding.squeeze
    searched = [p for p in _passages(bound, options) if p.text.strip()]
    if not searched or (options.require is not None and _is_empty(bound, section)):
        yield _no_text(bound, options, section)
    elif options.require is not None:
        if not options.require.matches("".join(squeeze(p.text).text for p in searched)):
            yield _required(bound, options, section)
    else:
        lines = "\n".join(squeeze(p.text).text for p in searched)
        wrong = msgspec.structs.replace(
            options,
            forbid=tuple(p for p in options.forbid if not p.rules_out(lines)),
            replace={old: new for old, new in options.replace.items() if old in lines},
        )
        for passage in searched if wrong.forbid or wrong.replace else ():
            matches = tuple(_matches(passage, wrong, bound.language.folding))
            for match in matches[:1] if options.each == "paragraph" else matches:
                yield _problem(match, options)


def _passages(bound: BoundForm, options: Options) -> Iterator[Passage]:
    name = options.section.name if options.section is not None else None
    cells, notes = "cell" in options.places, "note" in options.places
    for passage in passages(bound, cells=cells, notes=notes):
        if passage.role in options.places and name in (None, where(passage)):
            yield passage


def _heading(bound: BoundForm, options: Options) -> Message:
    """The heading of the section to search."""
    if options.section is None or options.section.name == FRONT:
        return _INTRODUCTION
    heading = bound.form.section(options.section.name).heading
    return Message(zh=heading, en=heading)


def _no_text(bound: BoundForm, options: Options, section: BoundSection | None) -> Unchecked:
    if section is None or section.form is None:
        return Unchecked(reason=_NOTHING, location=bound.document.location)
    return Unchecked(
        reason=_EMPTY(heading=_heading(bound, options)),
        location=section.location,
        causes=(section.form.ref,),
    )


def _is_empty(bound: BoundForm, section: BoundSection | None) -> bool:
    """Whether a section has neither tables nor text before the signature."""
    if section is None or section.tables:
        return False
    return not any(p.text.strip() for p in paragraphs_before_signature(bound, section))


def _required(bound: BoundForm, options: Options, section: BoundSection | None) -> Problem:
    if options.section is None:
        return Problem(message=_LACKS_ALL(what=options.what), location=bound.document.location)
    return Problem(
        message=_LACKS(heading=_heading(bound, options), what=options.what),
        location=section.location if section is not None else bound.document.location,
        expected=options.expected,
    )


def _matches(passage: Passage, options: Options, folding: Folding) -> Iterator[Match]:
    """Yield the wrong words of a passage, left to right."""
    text = folding.squeeze(passage.text)
    spans: list[tuple[int, int, str | None]] = []
    for pattern in options.forbid:
        spans += [(a, b, options.expected) for a, b in pattern.spans(text.text)]
    for wrong, right in options.replace.items():
        spans += [(a, a + len(wrong), right) for a in _positions(wrong, text.text)]
    spans = sorted((span for span in spans if span[0] < span[1]), key=lambda span: span[:2])
    if not spans:
        return
    allowed = covered(options.unless.spans(text.text)) if options.unless is not None else ()
    links = covered(addresses(passage.text))
    begin = len(passage.paragraph.number)  # a number that Word inserts is not typed text
    places = text.originals([(start, end) for start, end, _ in spans])
    for (start, end, expected), (first, last) in zip(spans, places, strict=True):
        if (
            first >= begin
            and not any(at in allowed for at in range(start, end))
            and not any(at in links for at in range(first, last))
        ):
            yield Match(passage, first, last, expected)


def _positions(wrong: str, text: str) -> Iterator[int]:
    at = text.find(wrong)
    while at >= 0:
        yield at
        at = text.find(wrong, at + len(wrong))


def _problem(match: Match, options: Options) -> Problem:
    words = match.passage.text[match.start : match.end]
    place = within(match.passage.location, match.start, match.end, shorten(words))
    text = "".join(words.split())
    if options.replace and match.expected is not None:
        message = _REPLACE(found=shorten(text), expected=match.expected, what=options.what)
        fix = Fix(place, match.expected)
    else:
        template = options.what if "{found}" in options.what.zh else _HAS
        message, fix = template(found=shorten(text, _WIDTH), what=options.what), None
    return Problem(message=message, location=place, expected=match.expected, found=text, fix=fix)


def verify(options: Options, _form: Form) -> Iterator[OptionFault]:
    """Yield a fault unless exactly one of require, forbid and replace is given."""
    count = (options.require is not None) + bool(options.forbid) + bool(options.replace)
    if count != 1:
        yield OptionFault(path=(), message=_ONE_OF)


KIND = Kind(name="wording", options=Options, run=run, verify=verify)
