"""The lines of a paragraph, each with the number that it begins with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.document import Paragraph
from docxlint.core.location import Location, shorten, within
from docxlint.text.protocols import HeadingNumbers
from docxlint.text.values import HeadingNumber


class NumberedLine(msgspec.Struct, frozen=True):
    """A line of a paragraph, up to a line break.

    It begins at `start` of the paragraph's text. `number` is the number that it begins with,
    `rest` what follows the number, without white space around it.
    """

    paragraph: Paragraph
    location: Location
    text: str
    start: int
    number: HeadingNumber | None
    rest: str

    @property
    def number_location(self) -> Location:
        """The location of the number, without the white space around it."""
        written = self.text[: self.number.end if self.number is not None else 0]
        start = self.start + len(written) - len(written.lstrip())
        written = written.strip()
        return within(self.location, start, start + len(written), shorten(written))


def split_lines(
    paragraph: Paragraph, location: Location, headings: HeadingNumbers
) -> Iterator[NumberedLine]:
    """The lines of a paragraph that are not blank."""
    start = 0
    for text in paragraph.text.split("\n"):
        if text.strip():
            number = headings.heading_number(text)
            rest = (number.rest if number is not None else text).strip()
            yield NumberedLine(paragraph, location, text, start, number, rest)
        start += len(text) + 1


def displaced(numbers: Sequence[int]) -> frozenset[int]:
    """The fewest numbers whose place is wrong, if all from 1 on are there but out of order.

    None are where a number is missing or comes again.
    """
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        return frozenset()
    # The lowest ends of rising runs, by their length, and the number before each in its run.
    ends: list[int] = []
    before: dict[int, int] = {}
    for number in numbers:
        at = bisect_left(ends, number)
        if at:
            before[number] = ends[at - 1]
        ends[at : at + 1] = [number]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before.get(last)
    return frozenset(numbers) - kept
