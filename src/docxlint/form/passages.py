"""What checks of running text share: where they look, lines, web addresses, text without blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from docxlint.core.document import Paragraph
from docxlint.core.folding import is_han, shorten
from docxlint.core.location import Location, within
from docxlint.form.bound import BoundForm, BoundSection, Passage
from docxlint.text.zh.heading_numbers import Numbered, numbered

# Marks that end a sentence, and those that may stand after such a mark.
ENDS = "。！？!?…"
CLOSERS = "”’》〉）)】〕]」』\"'"

_ADDRESS = re.compile(
    r"(?:[a-z]{2,8}://|www\.)[!-~]+"
    r"|[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}"
    r"|(?:[a-z0-9-]{1,63}\.){1,8}(?:cn|com|net|org|edu|gov)\b(?:[/:?#][!-~]*)?",
    re.IGNORECASE,
)
# What stands at the end of an address but belongs to the sentence round it.
_AFTER = ",.;:!?'\")>"
_OPENS = {")": "(", ">": "<"}


class Line(msgspec.Struct, frozen=True):
    """A line of a paragraph as a line break ends it: it begins at `start` of the paragraph's
    text. `number` is the number that it begins with, `rest` what follows, without blanks round it.
    """

    paragraph: Paragraph
    location: Location
    text: str
    start: int
    number: Numbered | None
    rest: str

    @property
    def numeral(self) -> Location:
        """Where the number stands, without the blanks round it."""
        end = self.number.end if self.number is not None else 0
        return span(self.location, self.paragraph.text, self.start, self.start + end)


def lines(paragraph: Paragraph, location: Location) -> Iterator[Line]:
    """The lines of a paragraph that are not blank."""
    start = 0
    for text in paragraph.text.split("\n"):
        if text.strip():
            number = numbered(text)
            rest = (number.rest if number is not None else text).strip()
            yield Line(paragraph, location, text, start, number, rest)
        start += len(text) + 1


def section_lines(section: BoundSection) -> Iterator[Line]:
    """The lines of a section's running text; text boxes stand beside it and are left out."""
    for paragraph in section.paragraphs:
        if not paragraph.box:
            yield from lines(paragraph, placed(section, paragraph))


def placed(section: BoundSection, paragraph: Paragraph) -> Location:
    """The location of a paragraph of `section`, the section's label filled in."""
    return msgspec.structs.replace(paragraph.location, section=section.location.section)


def span(location: Location, text: str, start: int, end: int) -> Location:
    """`location` narrowed to `text[start:end]` without the white space round it."""
    found = text[start:end]
    start += len(found) - len(found.lstrip())
    found = found.strip()
    return within(location, start, start + len(found), shorten(found))


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Where web and e-mail addresses stand in `text`."""
    if "." not in text:
        return ()
    return tuple((m.start(), m.start() + _length(m.group())) for m in _ADDRESS.finditer(text))


def _length(address: str) -> int:
    counts = {char: address.count(char) for pair in _OPENS.items() for char in pair}
    end = len(address)
    while end and address[end - 1] in _AFTER:
        last = address[end - 1]
        if last in _OPENS:
            if counts[_OPENS[last]] >= counts[last]:
                break
            counts[last] -= 1
        end -= 1
    return end


def covered(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The characters that `spans` cover."""
    return frozenset(at for start, end in spans for at in range(start, end))


def passages(bound: BoundForm, *, cells: bool = False, notes: bool = False) -> Iterator[Passage]:
    """The running text in reading order; then, if asked for, the paragraphs inside tables; then
    those of headers, footers and notes (role "note"), comments left out.
    """
    yield from bound.passages
    if cells:
        yield from bound.cells
    if notes:
        for story in bound.document.stories:
            if story.kind != "comment":
                for block in story.blocks:
                    if isinstance(block, Paragraph):
                        yield Passage(block, None, "note", block.location)


class Squeezed(msgspec.Struct, frozen=True):
    """A text without white space, so that words are found however they were spaced."""

    text: str
    spaced: str

    def originals(self, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Where `spans` of the text, none of them empty, stand in the text with white space."""
        if spans and len(self.text) == len(self.spaced):
            yield from spans
        elif spans:
            places = [at for at, char in enumerate(self.spaced) if not char.isspace()]
            yield from ((places[start], places[end - 1] + 1) for start, end in spans)


def squeeze(text: str) -> Squeezed:
    """`text` without its white space."""
    return Squeezed("".join(text.split()), text)


def han(text: str) -> int:
    """How many Chinese characters `text` has."""
    return sum(map(is_han, text))
