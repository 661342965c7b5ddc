"""Running text as it reads: without stray blanks, joined where a paragraph mark cuts it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

import msgspec

from docxlint.core.document import Passage
from docxlint.core.location import Location, shorten, within
from docxlint.text.language import Language
from docxlint.text.values import Squeezed


class RunningText(msgspec.Struct, frozen=True, gc=False):
    """The text of one or more passages that belong together.

    `parts[i]` is the text of passage i, closed up; it begins at `starts[i]` of `text`.
    `sentence_ends` are the positions after each sentence, the last one at the end of the text.
    """

    text: str
    passages: tuple[Passage, ...]
    parts: tuple[Squeezed, ...]
    starts: tuple[int, ...]
    sentence_ends: tuple[int, ...]

    def place(self, start: int, end: int) -> Location:
        """The location of `text[start:end]`, not empty, within the passage it begins in."""
        at = bisect_right(self.starts, start) - 1
        passage, part, first = self.passages[at], self.parts[at], self.starts[at]
        span = (start - first, min(end - first, len(part.text)))
        ((a, b),) = part.originals([span])
        return within(passage.location, a, b, shorten(passage.text[a:b]))


def join_passages(
    passages: Iterable[Passage], openings: Container[int], language: Language
) -> Iterator[RunningText]:
    """The running text of `passages`, in reading order. Blank passages are left out.

    A passage goes on with the one before it in the same section if that one breaks off within a
    sentence, or ends with a colon and a numbered list follows. Text boxes, headings and the
    paragraphs whose `id` is in `openings` begin a text of their own.
    """
    group: list[Passage] = []
    in_list = False
    for passage in passages:
        text = passage.text.strip()
        if not text:
            continue
        if group and not (
            passage.section == group[0].section
            and not passage.paragraph.box
            and passage.paragraph.level is None
            and id(passage.paragraph) not in openings
            and (
                _breaks_off(group[-1], language)
                or (in_list and language.headings.heading_number(text) is not None)
            )
        ):
            yield _join(group, language)
            group, in_list = [], False
        group.append(passage)
        in_list = in_list or text[-1] in language.sentences.COLONS
    if group:
        yield _join(group, language)


def _breaks_off(passage: Passage, language: Language) -> bool:
    """Whether a passage ends within a sentence."""
    if passage.paragraph.box or passage.paragraph.level is not None:
        return False
    last = passage.text.rstrip().rstrip(language.sentences.CLOSERS)[-1:]
    return last not in tuple(language.sentences.ENDS)


def _join(group: list[Passage], language: Language) -> RunningText:
    parts = tuple(language.folding.close_up(passage.text) for passage in group)
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part.text))
    text = "".join(part.text for part in parts)
    ends = [match.end() for match in _any_of(language.sentences.ENDS).finditer(text)]
    if not ends or ends[-1] != len(text):
        ends.append(len(text))
    return RunningText(text, tuple(group), parts, tuple(starts), tuple(ends))


@lru_cache(maxsize=16)
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks)}]")
