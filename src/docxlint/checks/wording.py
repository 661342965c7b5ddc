"""Whether words that must be there are, and words that must not be are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from docxlint.checks.named import no_such
from docxlint.checks.years import FRONT, where
from docxlint.finding import Fix, NotApplicable, Phrase, Problem, Unjudged
from docxlint.form.filled import Filled, FilledSection, Passage
from docxlint.form.words import Form
from docxlint.model import within
from docxlint.prose.lines import addresses, covered, passages, squeeze
from docxlint.rule import Kind, OptionFault, Outcome
from docxlint.scalar import Pattern
from docxlint.text import shorten

Place: TypeAlias = Literal["title", "heading", "text", "cell", "note"]

_LACKS = Phrase(zh="“{heading}”没有写明{what}", en="“{heading}” does not state {what}")
_LACKS_ALL = Phrase(zh="全文没有写明{what}", en="the document does not state {what}")
_HAS = Phrase(zh="写有“{found}”：{what}", en="“{found}”: {what}")
_REPLACE = Phrase(
    zh="“{found}”应为“{expected}”：{what}", en="“{found}” should be “{expected}”: {what}"
)
_ABSENT = Phrase(zh="文档里没有“{heading}”这一部分", en="the document has no section “{heading}”")
_EMPTY = Phrase(zh="“{heading}”下面没有文字", en="there is no text under “{heading}”")
_NOTHING = Phrase(zh="文档里没有可以检查的文字", en="the document has no text to look at")
_NO_YEAR = Phrase(zh="不知道报告年度", en="the report year is not known")
_EARLY = Phrase(zh="这条规则不涉及这一年度", en="the rule is not about this report year")
_ONE_OF = Phrase(
    zh="require、forbid、replace 要写一个，且只写一个",
    en="one of require, forbid and replace is wanted, and only one",
)
_INTRODUCTION = Phrase(zh="引言（各部分之前）", en="the introduction (before the sections)")
_SHOWN = 30


class Options(msgspec.Struct, frozen=True):
    """`require` must be found, `forbid` must not, `replace` gives words and what they should be.
    `what` ends the finding's sentence: what is to be stated, or why the words are wrong.
    `unless` spares words where it matches at the same place. `expected` is shown beside
    forbidden words. `section` ("front": what stands before the first) and `places` (title,
    heading, text, cell, note: headers, footers and notes) say where to look; `each` whether
    every match is a finding, or one for all in a paragraph; `since` the first report year it is
    about.

    Words are found however they are spaced; web and e-mail addresses are left alone.
    """

    what: Phrase
    require: Pattern | None = None
    forbid: tuple[Pattern, ...] = ()
    replace: dict[str, str] = {}
    unless: Pattern | None = None
    expected: str | None = None
    section: str | None = None
    places: tuple[Place, ...] = ("title", "heading", "text")
    each: Literal["match", "paragraph"] = "match"
    since: int | None = None


class Match(msgspec.Struct, frozen=True):
    """Words in a passage, `start` to `end` of its text, and what they should be."""

    passage: Passage
    start: int
    end: int
    expected: str | None


def run(filled: Filled, options: Options) -> Iterator[Outcome]:
    """What is lacking, or every place where the wrong words stand."""
    if options.since is not None and filled.year is None:
        yield Unjudged(reason=_NO_YEAR, location=filled.document.location, causes=("title",))
        return
    if options.since is not None and filled.year is not None and filled.year < options.since:
        yield NotApplicable(reason=_EARLY)
        return
    section = filled.section(options.section) if options.section is not None else None
    if options.section not in (None, FRONT) and section is None:
        yield Unjudged(
            reason=_ABSENT(heading=_heading(filled, options)),
            location=filled.document.location,
            causes=(f"sections.{options.section}",),
        )
        return
    looked = [p for p in _where(filled, options) if p.text.strip()]
    if not looked:
        yield _nothing(filled, options, section)
    elif options.require is not None:
        if not options.require.found("".join(squeeze(p.text).text for p in looked)):
            yield _lacking(filled, options, section)
    else:
        lines = "\n".join(squeeze(p.text).text for p in looked)
        wrong = msgspec.structs.replace(
            options,
            forbid=tuple(p for p in options.forbid if not p.rules_out(lines)),
            replace={old: new for old, new in options.replace.items() if old in lines},
        )
        for passage in looked if wrong.forbid or wrong.replace else ():
            matches = tuple(_matches(passage, wrong))
            for match in matches[:1] if options.each == "paragraph" else matches:
                yield _problem(match, options)


def _where(filled: Filled, options: Options) -> Iterator[Passage]:
    cells, notes = "cell" in options.places, "note" in options.places
    for passage in passages(filled, cells=cells, notes=notes):
        if passage.role in options.places and options.section in (None, where(passage)):
            yield passage


def _heading(filled: Filled, options: Options) -> Phrase:
    """What the place that options ask about is called."""
    if options.section is None or options.section == FRONT:
        return _INTRODUCTION
    heading = filled.form.section(options.section).heading
    return Phrase(zh=heading, en=heading)


def _nothing(filled: Filled, options: Options, section: FilledSection | None) -> Unjudged:
    if section is None:
        return Unjudged(reason=_NOTHING, location=filled.document.location)
    return Unjudged(
        reason=_EMPTY(heading=_heading(filled, options)),
        location=section.location,
        causes=(f"sections.{options.section}",),
    )


def _lacking(filled: Filled, options: Options, section: FilledSection | None) -> Problem:
    if options.section is None:
        return Problem(message=_LACKS_ALL(what=options.what), location=filled.document.location)
    return Problem(
        message=_LACKS(heading=_heading(filled, options), what=options.what),
        location=section.location if section is not None else filled.document.location,
        expected=options.expected,
    )


def _matches(passage: Passage, options: Options) -> Iterator[Match]:
    """The wrong words of a passage, left to right."""
    text = squeeze(passage.text)
    found: list[tuple[int, int, str | None]] = []
    for pattern in options.forbid:
        found += [(a, b, options.expected) for a, b in pattern.spans(text.text)]
    for wrong, right in options.replace.items():
        found += [(a, a + len(wrong), right) for a in _every(wrong, text.text)]
    found = sorted((each for each in found if each[0] < each[1]), key=lambda each: each[:2])
    if not found:
        return
    spared = covered(options.unless.spans(text.text)) if options.unless is not None else ()
    whole = covered(addresses(passage.text))
    begin = len(passage.paragraph.number)  # a number that Word makes is not its author's words
    places = text.originals([(start, end) for start, end, _ in found])
    for (start, end, expected), (first, last) in zip(found, places, strict=True):
        if (
            first >= begin
            and not any(at in spared for at in range(start, end))
            and not any(at in whole for at in range(first, last))
        ):
            yield Match(passage, first, last, expected)


def _every(wrong: str, text: str) -> Iterator[int]:
    at = text.find(wrong)
    while at >= 0:
        yield at
        at = text.find(wrong, at + len(wrong))


def _problem(match: Match, options: Options) -> Problem:
    words = match.passage.text[match.start : match.end]
    place = within(match.passage.location, match.start, match.end, shorten(words))
    found = "".join(words.split())
    if options.replace and match.expected is not None:
        message = _REPLACE(found=shorten(found), expected=match.expected, what=options.what)
        fix = Fix(place, match.expected)
    else:
        message, fix = _HAS(found=shorten(found, _SHOWN), what=options.what), None
    return Problem(message=message, location=place, expected=match.expected, found=found, fix=fix)


def verify(options: Options, form: Form) -> Iterator[OptionFault]:
    """A section that the form does not have; not just one of require, forbid and replace."""
    asked = (options.require is not None) + bool(options.forbid) + bool(options.replace)
    if asked != 1:
        yield OptionFault(path=(), message=_ONE_OF)
    known = (FRONT, *(section.name for section in form.sections))
    if options.section is not None and options.section not in known:
        yield no_such("section", options.section, known, ("section",))


KIND = Kind(name="wording", options=Options, run=run, verify=verify)
