"""Whether document numbers are written as GB/T 9704—2012, 7.2.5 has it: 〔2021〕30号."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.document import Passage
from docxlint.core.finding import Fix, Problem
from docxlint.core.location import shorten, within
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.form.passages import passages
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.language import Language
from docxlint.text.web_addresses import addresses, covered

_WRONG = Message(
    zh="文号写作“{found}”，应为“{expected}”",
    en="the document number reads “{found}”, not “{expected}”",
)


class Options(msgspec.Struct, frozen=True):
    """The year in full within 〔 〕, then the number without 第 and without leading zeros, then
    号. `agencies` gives codes of agencies that are often mistyped, and what they should be.
    """

    agencies: dict[str, str] = {}


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """One finding for each document number that is not so written, tables and notes included."""
    may_cite = bound.language.document_numbers.may_cite
    read = tuple(passages(bound, cells=True, notes=True))
    everything = "\n".join(passage.text for passage in read)
    codes = [code for code in options.agencies if code in everything]
    for passage in read:
        if may_cite(passage.text) or (codes and any(code in passage.text for code in codes)):
            yield from _judge(passage, options, bound.language)


def _judge(passage: Passage, options: Options, language: Language) -> Iterator[Problem]:
    text, grammar = language.folding.squeeze(passage.text), language.document_numbers
    wrong = [
        citation
        for citation in grammar.document_numbers(text.text, options.agencies)
        if not grammar.is_standard_number(
            text.text[citation.start : citation.end], citation.expected
        )
    ]
    whole = covered(addresses(passage.text)) if wrong else frozenset()
    places = text.originals([(c.start, c.end) for c in wrong])
    for citation, (start, end) in zip(wrong, places, strict=True):
        if any(at in whole for at in range(start, end)):
            continue
        found = text.text[citation.start : citation.end]
        place = within(passage.location, start, end, shorten(found))
        yield Problem(
            message=_WRONG(found=found, expected=citation.expected),
            location=place,
            expected=citation.expected,
            found=found,
            fix=Fix(place, citation.expected),
        )


KIND = Kind(name="citations", options=Options, run=run)
