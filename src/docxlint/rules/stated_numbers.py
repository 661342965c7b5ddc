"""Numbers that running text states, where they are about the organ and the year of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.text_patterns import NumberPattern
from docxlint.text.running_text import RunningText
from docxlint.text.values import Quantity

_LEAST = 3  # characters of an organ's name that still name it
_CONTEXT = 300  # characters before and after a number that may say what it is about


class StatedNumber(msgspec.Struct, frozen=True):
    """A number that a sentence states, with its words, `text.text[start:end]`."""

    quantity: Quantity
    start: int
    end: int


def stated_numbers(
    text: RunningText,
    patterns: Iterable[NumberPattern],
    unless: Sequence[Regex],
    bound: BoundForm,
) -> Iterator[StatedNumber]:
    """Yield the numbers that `patterns` match in a text, each with the words of its clause.

    Round numbers, changes and numbers of other years are left out, and sentences that match one of
    `unless`; there 我 stands for the organ of the title.
    """
    language = bound.language
    marks = language.sentences.PHRASE_MARKS
    spans = [span for says in patterns for span in says.regex(language).spans(text.text)]
    for start in dict.fromkeys(start for start, _ in spans):
        stated = language.quantities.quantity_at(text.text, start)
        if stated is None or not stated.exact or stated.moved:
            continue
        if not is_unrelated(text.text, start, stated.end, unless, bound):
            first = max(0, start - _CONTEXT)
            begin = max(first, *(text.text.rfind(m, first, start) + 1 for m in marks))
            yield StatedNumber(stated, begin, stated.end)


def is_unrelated(
    text: str, start: int, end: int, unless: Sequence[Regex], bound: BoundForm
) -> bool:
    """Whether the words from `start` to `end` are about another organ, matter or year."""
    first = max(0, start - _CONTEXT)
    sentences = bound.language.sentences
    begin = max(first, *(text.rfind(mark, first, start) + 1 for mark in sentences.STOPS))
    clause_end = sentences.clause_end(text, end - 1, end + _CONTEXT)
    context = _replace_organ(text[begin:clause_end], bound)
    if any(pattern.matches(context) for pattern in unless):
        return True
    since = max(first, text.rfind(sentences.FULL_STOP, first, start))
    year = bound.language.years.last_year_named(text[since:start])
    return year is not None and bound.year is not None and year != bound.year


def _replace_organ(context: str, bound: BoundForm) -> str:
    """Replace the organ's name, or the end of it, with OWN_NAME (我)."""
    organ = bound.title.organ if bound.title is not None else ""
    for at in range(len(organ) - _LEAST + 1):
        if organ[at:] in context:
            return context.replace(organ[at:], bound.language.sentences.OWN_NAME)
    return context
