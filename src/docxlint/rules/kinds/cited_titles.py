"""Whether the titles of cited laws and notices are spelt right and have their own numbers."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.document import Passage
from docxlint.core.finding import Fix, Problem
from docxlint.core.location import shorten, within
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm
from docxlint.form.passages import passages
from docxlint.rules.rule import Kind
from docxlint.text.language import Language
from docxlint.text.values import CitedTitle

_NUMBER = Message(
    zh="“{title}”的文号应为“{expected}”，现为“{found}”",
    en="the number of “{title}” should be “{expected}”, not “{found}”",
)
_TITLE = Message(
    zh="名称应为“{expected}”，现为“{found}”", en="the title should be “{expected}”, not “{found}”"
)
_SLIPS = 2  # characters in which a mistyped title differs from the right one
_SHORTEST = 10  # a shorter title may be another one
_WIDTH = 30


class CitedDocument(msgspec.Struct, frozen=True):
    """A document that is often cited: words that only its title has, and its number.

    `name` is its full title, if titles that nearly read so are to be reported.
    """

    title: str
    number: str
    name: str | None = None


class Options(msgspec.Struct, frozen=True):
    """`documents` has the documents that are often cited. A title in 《 》 with a number in
    brackets behind it must have its own number. How the number is written does not matter.
    """

    documents: tuple[CitedDocument, ...]


def run(bound: BoundForm, options: Options) -> Iterator[Problem]:
    """Yield each cited title that is mistyped, or has the number of another document."""
    for passage in passages(bound, cells=True, notes=True):
        for cited in bound.language.document_numbers.cited_titles(passage.text):
            for document in options.documents:
                yield from _check(passage, cited, document, bound.language)


def _check(
    passage: Passage, cited: CitedTitle, document: CitedDocument, language: Language
) -> Iterator[Problem]:
    fold, numbers = language.folding.fold, language.document_numbers
    title = passage.text[cited.start : cited.end]
    if document.name is not None and _is_mistyped(fold(title), fold(document.name)):
        message = _TITLE(expected=document.name, found=shorten(title, 60))
        yield _problem(passage, (cited.start, cited.end), document.name, message)
    if cited.number is None or fold(document.title) not in fold(title):
        return
    number = passage.text[slice(*cited.number)]
    key = numbers.number_key(number)
    if key is not None and key != numbers.number_key(document.number):
        message = _NUMBER(title=shorten(title, _WIDTH), expected=document.number, found=number)
        yield _problem(passage, cited.number, document.number, message)


def _problem(passage: Passage, span: tuple[int, int], expected: str, message: Message) -> Problem:
    start, end = span
    words = passage.text[start:end]
    place = within(passage.location, start, end, shorten(words))
    return Problem(
        message=message,
        location=place,
        expected=expected,
        found=words,
        fix=Fix(place, expected),
    )


def _is_mistyped(title: str, name: str) -> bool:
    """Whether a title differs from the right one in a few characters."""
    if title == name or len(name) < _SHORTEST:
        return False
    from rapidfuzz.distance import Levenshtein  # imported late: only cited titles need it

    return Levenshtein.distance(title, name, score_cutoff=_SLIPS) <= _SLIPS


KIND = Kind(name="cited-titles", options=Options, run=run)
