"""Whether the number of parts in the introduction agrees with its list and with the sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.document import Passage
from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.reference import FRONT, SectionOrFrontRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.form.passages import running_texts
from docxlint.rules.rule import Kind, Outcome
from docxlint.rules.text_patterns import NumberPattern
from docxlint.text.running_text import RunningText

_LISTED = Message(
    zh="写的是“{words}”，列出的是{listed}个部分",
    en="the text says “{words}” but lists {listed} parts",
)
_HEADED = Message(
    zh="写的是“{words}”，正文有{headed}个部分",
    en="the text says “{words}” but the document has {headed} sections",
)
_NO_SECTIONS = Message(
    zh="写的是“{words}”，正文没有找到各部分的标题，无法核对",
    en="the text says “{words}”, but no sections were found, so this cannot be checked",
)
_NONE = Message(zh="正文没有说明由几部分组成", en="the text does not say how many parts there are")
_LONGEST = 1000  # characters beside a number that belong to it
_PLACEHOLDER = "\0"  # replaces a title that was counted


class Options(msgspec.Struct, frozen=True):
    """`says` matches the words with {n}, the number of parts. `sections` says where to search;
    "front" is the text before the first section.

    The list is between the first words that `opens` matches in the sentence (由, 包括) and the
    number. A sentence that lists no section of the document and does not match `of` counts the
    parts of something else.
    """

    says: NumberPattern
    opens: Regex
    of: Regex
    sections: tuple[SectionOrFrontRef, ...] = (SectionOrFrontRef(FRONT),)


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield a problem for each number that the list, or else the document, contradicts."""
    none, language = True, bound.language
    stops = language.sentences.STOPS
    titles = sorted(_titles(bound), key=len, reverse=True)
    for text in _texts(bound, options):
        for start, end in options.says.regex(language).spans(text.text):
            stated = language.quantities.number(text.text[start:end])
            first = max(0, start - _LONGEST)
            begin = max(first, *(text.text.rfind(m, first, start) + 1 for m in stops))
            sentence = text.text[begin:start]
            _, opened = next(options.opens.spans(sentence), (0, len(sentence)))
            least, most, sections = _count(bound, titles, sentence[opened:])
            if stated is None or not (sections or options.of.matches(sentence)):
                continue
            none = False
            yield from _check(bound, text, (start, end), int(stated), (least, most))
    if none:
        yield NotApplicable(reason=_NONE)


def _texts(bound: BoundForm, options: Options) -> Iterator[RunningText]:
    names = {None if ref.name == FRONT else ref.name for ref in options.sections}
    passages = tuple(p for p in bound.passages if p.section in names and _is_early(p))
    yield from running_texts(msgspec.structs.replace(bound, passages=passages))


def _is_early(passage: Passage) -> bool:
    """Whether a passage is in a section of the form, or before all sections."""
    return passage.section is not None or passage.location.section is None


def _check(
    bound: BoundForm, text: RunningText, at: tuple[int, int], stated: int, listed: tuple[int, int]
) -> Iterator[Outcome]:
    start, end = at
    breaks = bound.language.sentences.BREAKS
    rest = text.text[end : end + _LONGEST]
    stop = next((at for at, char in enumerate(rest) if char in breaks), None)
    words = shorten(text.text[start:end] + rest[:stop])
    place = text.place(start, end)
    headed, form = len(bound.sections), len(bound.form.sections)
    if listed[1] and not listed[0] <= stated <= listed[1]:
        # If only the conjunctions are in doubt, the number of sections is meant.
        right = headed if listed[0] <= headed <= listed[1] else listed[1]
        yield Problem(
            message=_LISTED(words=words, listed=right),
            location=place,
            # If the document has yet another number of parts, the list may be wrong.
            expected=str(right) if right == headed or not headed else None,
            found=text.text[start:end],
        )
    elif not headed:
        yield Unchecked(
            reason=_NO_SECTIONS(words=words),
            location=place,
            causes=tuple(section.ref for section in bound.form.sections),
        )
    elif stated not in (headed, form):
        # If it is the form's number, other rules report the missing or extra section.
        yield Problem(
            message=_HEADED(words=words, headed=headed),
            location=place,
            expected=str(headed),
            found=text.text[start:end],
            related=tuple(section.location for section in bound.sections),
        )


def _count(bound: BoundForm, titles: Sequence[str], words: str) -> tuple[int, int, int]:
    """Count the parts that `words` list, at least and at most, and the known sections in them.

    `titles` are those of `_titles`, the longest first; one may contain 和 or 、. Other words may
    be one part, or as many as their conjunctions separate.
    """
    sentences = bound.language.sentences
    text = sentences.unify_joints(words)
    sections = 0
    for title in titles:
        if title in text:
            text = text.replace(title, _PLACEHOLDER, 1)
            sections += 1
    least = most = sections
    for piece in text.split(_PLACEHOLDER):
        pieces = sentences.listed_items(piece)
        least += bool(pieces)
        most += len(pieces)
    return least, most, sections


def _titles(bound: BoundForm) -> set[str]:
    """The titles of the sections of the document and of the form, without numbers."""
    titles = [section.title for section in bound.sections]
    for section in bound.form.sections:
        number = bound.language.headings.heading_number(section.heading)
        titles.append(number.rest if number is not None else section.heading)
    unified = map(bound.language.sentences.unify_joints, titles)
    return {title for title in unified if title}


KIND = Kind(name="part-count", options=Options, run=run)
