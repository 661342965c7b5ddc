"""Whether headings on a line of their own end without a mark (GB/T 9704—2012, 7.3.3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.finding import Fix, Problem, Unchecked
from docxlint.core.folding import fold, shorten
from docxlint.core.location import within
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, BoundSection
from docxlint.form.passages import Line, lines, section_lines
from docxlint.rules.rule import Kind, Outcome

_MARK = Message(
    zh="标题“{heading}”末尾不用“{mark}”", en="the heading “{heading}” ends without “{mark}”"
)
_NO_SECTION = Message(zh="没有找到任何部分的标题", en="no heading of any section was found")

# A longer line is a sentence; so is one with such a mark before its end.
_LONGEST = 30
_INNER = re.compile("[。；;！!？?：:]")


class Options(msgspec.Struct, frozen=True):
    """`marks` are those that no heading ends with. A numbered line is a heading where something
    other than the next number of its list stands under it.
    """

    marks: str = "。．.；;，,、：:"


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """The headings that end with a mark: those of sections, and those within them."""
    if not bound.sections:
        causes = tuple(section.ref for section in bound.form.sections)
        yield Unchecked(reason=_NO_SECTION, location=bound.document.location, causes=causes)
    for section in bound.sections:
        for line in _headings(section):
            text = line.text.rstrip()
            stem = text.rstrip(options.marks)
            if stem != text and stem.strip():
                start = line.start + len(stem)
                mark = line.paragraph.text[start : line.start + len(text)]
                place = within(line.location, start, start + len(mark), mark)
                yield Problem(
                    message=_MARK(heading=shorten(text.strip()), mark=mark),
                    location=place,
                    expected=stem.strip(),
                    found=text.strip(),
                    fix=Fix(place, ""),
                )


def _headings(section: BoundSection) -> Iterator[Line]:
    yield from lines(section.heading, section.location)
    content = tuple(section_lines(section))
    styles = Counter(line.number.style for line in content if line.number is not None)
    for at, line in enumerate(content):
        text = fold(line.rest)
        if not text or len(text) > _LONGEST or _INNER.search(text[:-1]):
            continue
        if line.paragraph.level is not None or _heads(at, content, styles):
            yield line


def _heads(at: int, content: Sequence[Line], styles: Counter[str]) -> bool:
    """Whether a numbered line heads what follows it, and is one of several that do."""
    line, number = content[at], content[at].number
    if number is None or "\n" in line.paragraph.text.strip() or at + 1 == len(content):
        return False
    if line.text.rstrip().endswith((":", "：")):
        return False  # it leads in a list
    before = content[at - 1].number if at else None
    after = content[at + 1].number
    if after is not None and after.level <= number.level:
        return False
    if before is not None and before.style == number.style:
        return False
    return styles[number.style] > 1


KIND = Kind(name="headings", options=Options, run=run)
