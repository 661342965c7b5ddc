"""Find the top-level sections of a document, with the form's headings as the guide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from docxlint.core.document import Block, Paragraph, Table
from docxlint.form.bound import BoundSection
from docxlint.form.schema import Form, SectionForm
from docxlint.text.values import HeadingNumber

# A heading longer than this is a sentence.
_LONGEST = 45
# The score of a numbered title that ends with the form's; an organ or a year may precede it.
_ENDS = 120.0
# How similar a title must be to match (0–100), with a number and without.
_NEAR = 60.0
_NEAR_UNNUMBERED = 85.0
# More headings than these before the first section are a table of contents.
_FEW = 1


class _Candidate(msgspec.Struct, frozen=True):
    """A paragraph that may be a top-level heading."""

    index: int
    paragraph: Paragraph
    number: HeadingNumber | None
    title: str


def find_sections(blocks: tuple[Block, ...], form: Form) -> tuple[BoundSection, ...]:
    """The top-level sections in the document's order, also those that the form does not have."""
    candidates = list(_candidates(blocks, form))
    known = _assign(candidates, form)
    again = _repeated(candidates, known, form)
    others = [candidate for candidate in candidates if candidate.index not in again]
    heads = sorted([*known, *again, *_extra(others, known, _level(form))])
    by_index = {candidate.index: candidate for candidate in candidates}
    return tuple(
        _section(by_index[head], known.get(head), blocks[head + 1 : end], again.get(head))
        for head, end in pairwise([*heads, len(blocks)])
    )


def _candidates(blocks: tuple[Block, ...], form: Form) -> Iterator[_Candidate]:
    fold, headings = form.language.folding.fold, form.language.headings
    titles = {headings.heading_words(section.heading) for section in form.sections}
    printed = {fold(section.heading) for section in form.sections}
    level = _level(form)
    full_stop = form.language.sentences.FULL_STOP
    longest = max(_LONGEST, *(len(section.heading) + 8 for section in form.sections))
    for index, block in enumerate(blocks):
        if isinstance(block, Table) or len(block.text) > 3 * longest:
            continue
        text = block.text.strip()
        if not text or len(fold(text)) > longest or headings.is_contents_style(block.style or ""):
            continue
        number = headings.heading_number(text)
        title = headings.without_closing_marks(number.rest if number is not None else text)
        minor = number is not None and headings.is_always_minor(number)
        if full_stop in title or (minor and (block.level != 0 or title not in titles)):
            continue
        nearly = number is None and any(abs(len(title) - len(t)) <= 3 for t in titles)
        top = number is not None and number.level == level
        known = title in titles or fold(text) in printed
        if top or nearly or known or block.level == 0:
            yield _Candidate(index, block, number, title)


def _level(form: Form) -> int:
    """The level of the numbers of the form's headings, 1 if they have none."""
    heading_number = form.language.headings.heading_number
    numbers = [heading_number(section.heading) for section in form.sections]
    return min((number.level for number in numbers if number is not None), default=1)


def _assign(candidates: list[_Candidate], form: Form) -> dict[int, SectionForm]:
    """The form's section for each candidate that is one. No section comes twice."""
    scored: list[tuple[float, int, int, SectionForm]] = []
    fold = form.language.folding.fold
    texts = {c.index: fold(c.paragraph.text) for c in candidates}
    following = _followed(candidates)
    for order, section in enumerate(form.sections):
        heading = fold(section.heading)
        title = form.language.headings.heading_words(section.heading)
        exact = [c for c in candidates if texts[c.index] == heading]
        pool = exact or candidates
        for candidate in pool:
            score = 200.0 if exact else _score(candidate, title)
            if score:
                # Of equal candidates, one with content wins over a line in a table of contents,
                # then the earlier one.
                score += 20.0 if following[candidate.index] else 0.0
                scored.append((-score, candidate.index, order, section))
    assigned: dict[int, SectionForm] = {}
    for _, index, _, section in sorted(scored, key=lambda item: item[:3]):
        if index not in assigned and section not in assigned.values():
            assigned[index] = section
    return assigned


def _score(candidate: _Candidate, title: str) -> float:
    """How similar a candidate's title is to a section's, 0 below the threshold."""
    if candidate.title == title:
        return 150.0
    if candidate.number is not None and len(title) > 1 and candidate.title.endswith(title):
        return _ENDS
    from rapidfuzz import fuzz  # imported late: only similar titles need it

    ratio = fuzz.ratio(candidate.title, title)
    plain = candidate.number is None and candidate.paragraph.level is None
    return ratio if ratio >= (_NEAR_UNNUMBERED if plain else _NEAR) else 0.0


def _followed(candidates: list[_Candidate]) -> dict[int, bool]:
    """For each candidate, whether something other than a candidate follows."""
    indexes = {candidate.index for candidate in candidates}
    return {index: index + 1 not in indexes for index in indexes}


def _repeated(
    candidates: list[_Candidate], known: dict[int, SectionForm], form: Form
) -> dict[int, str]:
    """The candidates with the number and the title of a section that the document has already.

    Several before the first section are its table of contents.
    """
    if not known:
        return {}
    fold, level = form.language.folding.fold, _level(form)
    headings = {fold(section.heading): section.name for section in known.values()}
    titles = {
        form.language.headings.heading_words(section.heading): section.name
        for section in known.values()
    }
    again: dict[int, str] = {}
    for candidate in candidates:
        is_top = candidate.number is not None and candidate.number.level == level
        name = headings.get(fold(candidate.paragraph.text))
        if name is None and (is_top or candidate.paragraph.level == 0):
            name = titles.get(candidate.title)
        if candidate.index not in known and name is not None:
            again[candidate.index] = name
    early = [index for index in again if index < min(known)]
    for index in early if len(early) > _FEW else ():
        del again[index]
    return again


def _extra(
    candidates: list[_Candidate], known: dict[int, SectionForm], level: int
) -> Iterable[int]:
    """The candidates that are top-level sections which the form does not have.

    They continue the numbers of the sections, with a number that no section has, or they have
    the outline level of the sections.
    """
    if not known:
        return []
    values = {c.number.value for c in candidates if c.index in known and c.number is not None}
    levels = {c.paragraph.level for c in candidates if c.index in known} - {None}
    extra: list[int] = []
    previous = 0
    for candidate in candidates:
        number = candidate.number
        if candidate.index in known:
            previous = number.value if number is not None else previous + 1
        elif candidate.index > min(known) and number is not None and number.level == level:
            goes_on = number.value == previous + 1 and number.value not in values
            if goes_on or (candidate.paragraph.level in levels and levels):
                extra.append(candidate.index)
                previous = number.value
    return extra


def _section(
    candidate: _Candidate,
    form: SectionForm | None,
    content: tuple[Block, ...],
    again: str | None,
) -> BoundSection:
    paragraph = candidate.paragraph
    text = paragraph.text.strip()
    number = candidate.number
    return BoundSection(
        form=form,
        heading=paragraph,
        number=text[: number.end].rstrip() if number is not None else "",
        title=number.rest if number is not None else text,
        location=msgspec.structs.replace(
            paragraph.location, section=form.heading if form is not None else text
        ),
        paragraphs=tuple(b for b in content if isinstance(b, Paragraph)),
        tables=tuple(b for b in content if isinstance(b, Table)),
        again=again,
    )
