"""Whether headings on separate lines end without a punctuation mark (GB/T 9704—2012, 7.3.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.finding import Fix, Problem, Unchecked
from docxlint.core.location import within
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, BoundSection
from docxlint.form.passages import section_lines
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.language import Language
from docxlint.text.lines import NumberedLine, split_lines

_MARK = Message(zh="标题末尾不应加“{mark}”", en="the heading should not end with “{mark}”")
_NO_SECTION = Message(zh="没有找到任何部分的标题", en="no section heading was found")

# A longer line is a sentence.
_LONGEST = 30


class Options(msgspec.Struct, frozen=True):
    """`marks` are the marks that no heading may end with, by default those of the language. A
    numbered line is a heading if the line after it is not the next number of its list.
    """

    marks: str | None = None


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield the headings of sections, and within sections, that end with a mark."""
    if not bound.sections:
        causes = tuple(section.ref for section in bound.form.sections)
        yield Unchecked(reason=_NO_SECTION, location=bound.document.location, causes=causes)
    language = bound.language
    marks = language.headings.CLOSING_MARKS if options.marks is None else options.marks
    for section in bound.sections:
        for line in _headings(section, language):
            text = line.text.rstrip()
            stem = text.rstrip(marks)
            if stem != text and stem.strip():
                start = line.start + len(stem)
                mark = line.paragraph.text[start : line.start + len(text)]
                place = within(line.location, start, start + len(mark), mark)
                yield Problem(
                    message=_MARK(mark=mark),
                    location=place,
                    expected=stem.strip(),
                    found=text.strip(),
                    fix=Fix(place, ""),
                )


def _headings(section: BoundSection, language: Language) -> Iterator[NumberedLine]:
    yield from split_lines(section.heading, section.location, language.headings)
    content = tuple(section_lines(section, language))
    inner = frozenset(language.sentences.STOPS + language.sentences.COLONS)
    styles = Counter(line.number.style for line in content if line.number is not None)
    for at, line in enumerate(content):
        text = language.folding.fold(line.rest)
        if not text or len(text) > _LONGEST or not inner.isdisjoint(text[:-1]):
            continue
        if line.paragraph.level is not None or _is_heading(at, content, styles, language):
            yield line


def _is_heading(
    at: int, content: Sequence[NumberedLine], styles: Counter[str], language: Language
) -> bool:
    """Whether a numbered line is the heading of what follows, and one of several such lines."""
    line, number = content[at], content[at].number
    if number is None or "\n" in line.paragraph.text.strip() or at + 1 == len(content):
        return False
    if line.text.rstrip().endswith(tuple(language.sentences.COLONS)):
        return False  # it introduces a list
    before = content[at - 1].number if at else None
    after = content[at + 1].number
    if after is not None and after.level <= number.level:
        return False
    if before is not None and before.style == number.style:
        return False
    return styles[number.style] > 1


KIND = Kind(name="headings", options=Options, run=run)
