"""Whether the parts that an introduction counts are the parts that it lists, and the sections."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.document import Passage
from docxlint.core.finding import NotApplicable, Problem, Unchecked
from docxlint.core.location import shorten
from docxlint.core.message import Message
from docxlint.core.option_types import Regex
from docxlint.core.reference import FRONT, SectionOrFrontRef
from docxlint.form.bound import BoundForm
from docxlint.form.passages import running_texts
from docxlint.rules.rule import Kind, Outcome
from docxlint.rules.text_patterns import NumberPattern
from docxlint.text.running_text import RunningText

_LISTED = Message(
    zh="写作“{said}”，而列出的是 {listed} 个部分",
    en="“{said}”, but {listed} parts are listed",
)
_HEADED = Message(
    zh="写作“{said}”，而正文有 {headed} 个部分",
    en="“{said}”, but the document has {headed} sections",
)
_NO_SECTIONS = Message(
    zh="写作“{said}”，而正文没有认出各部分的标题，无法核对",
    en="“{said}”, but no sections were recognised, so it cannot be judged",
)
_NONE = Message(zh="正文没有说明由几部分组成", en="the text does not count the parts")
_REACH = 1000  # characters before a number that may list the parts
_HERE = "\0"


class Options(msgspec.Struct, frozen=True):
    """`says` matches the words with {n}, how many parts there are. `sections` are where to look:
    "front" is what stands before the first section.

    The list stands between the first words that `opens` matches in the sentence (由, 包括) and
    the number. A sentence that lists no section of the document, and does not match `of`,
    counts the parts of something else.
    """

    says: NumberPattern
    opens: Regex
    of: Regex
    sections: tuple[SectionOrFrontRef, ...] = (SectionOrFrontRef(FRONT),)


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """One finding for each count that the list, or else the document, contradicts."""
    none, language = True, bound.language
    stops = language.sentences.STOPS
    for text in _where(bound, options):
        for start, end in options.says.regex(language).spans(text.text):
            stated = language.quantities.number(text.text[start:end])
            reach = max(0, start - _REACH)
            begin = max(reach, *(text.text.rfind(m, reach, start) + 1 for m in stops))
            sentence = text.text[begin:start]
            opened = [after for _, after in options.opens.spans(sentence)]
            least, most, known = _count(bound, sentence[opened[0] :] if opened else "")
            if stated is None or not (known or options.of.found(sentence)):
                continue
            none = False
            yield from _judge(bound, text, (start, end), int(stated), (least, most))
    if none:
        yield NotApplicable(reason=_NONE)


def _where(bound: BoundForm, options: Options) -> Iterator[RunningText]:
    names = {None if ref.name == FRONT else ref.name for ref in options.sections}
    passages = tuple(p for p in bound.passages if p.section in names and _early(p))
    yield from running_texts(msgspec.structs.replace(bound, passages=passages))


def _early(passage: Passage) -> bool:
    """Whether a passage outside the form's sections stands before all others, too."""
    return passage.section is not None or passage.location.section is None


def _judge(
    bound: BoundForm, text: RunningText, at: tuple[int, int], stated: int, listed: tuple[int, int]
) -> Iterator[Outcome]:
    start, end = at
    breaks = bound.language.sentences.BREAKS
    stop = next((at for at in range(end, len(text.text)) if text.text[at] in breaks), None)
    said = shorten(text.text[start:stop])
    place = text.place(start, end)
    headed, form = len(bound.sections), len(bound.form.sections)
    if listed[1] and not listed[0] <= stated <= listed[1]:
        # With only joints in doubt, the number that the document has is what is meant.
        right = headed if listed[0] <= headed <= listed[1] else listed[1]
        yield Problem(
            message=_LISTED(said=said, listed=right),
            location=place,
            expected=str(right),
            found=text.text[start:end],
        )
    elif not headed:
        yield Unchecked(
            reason=_NO_SECTIONS(said=said),
            location=place,
            causes=tuple(section.ref for section in bound.form.sections),
        )
    elif stated not in (headed, form):
        # Where the count is the form's, a section too few or too many is told for itself.
        yield Problem(
            message=_HEADED(said=said, headed=headed),
            location=place,
            expected=str(headed),
            found=text.text[start:end],
            related=tuple(section.location for section in bound.sections),
        )


def _count(bound: BoundForm, words: str) -> tuple[int, int, int]:
    """How many parts `words` list, at least and at most, and how many of them are sections that
    the document or the form has. A title may hold 和 or 、 itself; what is no title may be one
    part or as many as it has joints.
    """
    sentences = bound.language.sentences
    rest = sentences.unify_joints(words)
    known = 0
    for title in sorted(_titles(bound), key=len, reverse=True):
        if title in rest:
            rest = rest.replace(title, _HERE, 1)
            known += 1
    least = most = known
    for piece in rest.split(_HERE):
        pieces = sentences.listed_items(piece)
        least += bool(pieces)
        most += len(pieces)
    return least, most, known


def _titles(bound: BoundForm) -> set[str]:
    """The titles of the document's sections and of the form's, without number and joints."""
    titles = [section.title for section in bound.sections]
    for section in bound.form.sections:
        found = bound.language.headings.heading_number(section.heading)
        titles.append(found.rest if found is not None else section.heading)
    unified = map(bound.language.sentences.unify_joints, titles)
    return {title for title in unified if title}


KIND = Kind(name="part-count", options=Options, run=run)
