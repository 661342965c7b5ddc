"""Whether document numbers are written as in GB/T 9704—2012, 7.2.5: 〔2021〕30号."""

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
    zh="文号应为“{expected}”，现为“{found}”",
    en="the document number should be “{expected}”, not “{found}”",
)


class Options(msgspec.Struct, frozen=True):
    """A document number is the full year in 〔 〕, then the number without 第 and without leading
    zeros, then 号. `agencies` maps codes of agencies that are often mistyped to the right ones.
    """

    agencies: dict[str, str] = {}


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield each document number that is not in this form, also in tables and notes."""
    may_cite = bound.language.document_numbers.may_cite
    searched = tuple(passages(bound, cells=True, notes=True))
    text = "\n".join(passage.text for passage in searched)
    codes = [code for code in options.agencies if code in text]
    for passage in searched:
        if may_cite(passage.text) or (codes and any(code in passage.text for code in codes)):
            yield from _check(passage, options, bound.language)


def _check(passage: Passage, options: Options, language: Language) -> Iterator[Problem]:
    text, grammar = language.folding.squeeze(passage.text), language.document_numbers
    wrong = [
        citation
        for citation in grammar.document_numbers(text.text, options.agencies)
        if not grammar.is_standard_number(
            text.text[citation.start : citation.end], citation.expected
        )
    ]
    addresses_at = covered(addresses(passage.text)) if wrong else frozenset()
    places = text.originals([(c.start, c.end) for c in wrong])
    for citation, (start, end) in zip(wrong, places, strict=True):
        if any(at in addresses_at for at in range(start, end)):
            continue
        written = text.text[citation.start : citation.end]
        place = within(passage.location, start, end, shorten(written))
        yield Problem(
            message=_WRONG(found=written, expected=citation.expected),
            location=place,
            expected=citation.expected,
            found=written,
            fix=Fix(place, citation.expected),
        )


KIND = Kind(name="citations", options=Options, run=run)
