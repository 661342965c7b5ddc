"""Running text as it is meant to be read: without blanks, whole where a paragraph mark cuts it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from docxlint.core.document import Table
from docxlint.core.folding import shorten
from docxlint.core.location import Location, within
from docxlint.form.bound import BoundForm, Passage
from docxlint.form.passages import CLOSERS, ENDS
from docxlint.text.zh.heading_numbers import numbered

_BLANK = re.compile(r"\s+")
_END = re.compile(f"[{re.escape(ENDS)}]")


class Running(msgspec.Struct, frozen=True, gc=False):
    """The text of one or more passages that belong together: `starts[i]` is where in `text`
    passage i begins.
    """

    text: str
    passages: tuple[Passage, ...]
    starts: tuple[int, ...]

    def place(self, start: int, end: int) -> Location:
        """Where `text[start:end]`, not empty, stands: in the passage in which it begins."""
        at = bisect_right(self.starts, start) - 1
        passage, first = self.passages[at], self.starts[at]
        until = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
        kept = _kept(passage.text)
        a, b = kept[start - first], kept[min(end, until) - first - 1] + 1
        return within(passage.location, a, b, shorten(passage.text[a:b]))

    def ends(self) -> list[int]:
        """Where its sentences end, after the mark; the last of them where it ends itself."""
        found = [match.end() for match in _END.finditer(self.text)]
        return found if found and found[-1] == len(self.text) else [*found, len(self.text)]


def running(bound: BoundForm, sections: Iterable[str] = ()) -> Iterator[Running]:
    """The running text of those sections, of the whole document without any, in reading order.

    Passages belong together where the first of them has no end: it breaks off in a sentence, or
    ends with a colon and a numbered list follows. Text boxes and headings stand alone.
    """
    wanted = frozenset(sections)
    fresh = _after_tables(bound)
    group: list[Passage] = []
    listing = False
    for passage in bound.passages:
        text = passage.text.strip()
        if passage.role != "text" or not text or (wanted and passage.section not in wanted):
            continue
        if group and not (
            passage.section == group[0].section
            and not passage.paragraph.box
            and passage.paragraph.level is None
            and id(passage.paragraph) not in fresh
            and (_open(group[-1]) or (listing and numbered(text) is not None))
        ):
            yield _joined(group)
            group, listing = [], False
        group.append(passage)
        listing = listing or text[-1] in "：:"
    if group:
        yield _joined(group)


def _after_tables(bound: BoundForm) -> frozenset[int]:
    """The paragraphs that come right after a table."""
    blocks = bound.document.blocks
    return frozenset(id(block) for before, block in pairwise(blocks) if isinstance(before, Table))


def _open(passage: Passage) -> bool:
    """Whether a passage breaks off before its sentence ends."""
    if passage.paragraph.box or passage.paragraph.level is not None:
        return False
    return passage.text.rstrip().rstrip(CLOSERS)[-1:] not in tuple(ENDS)


def _joined(group: list[Passage]) -> Running:
    texts = [_squeezed(passage.text) for passage in group]
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text))
    return Running("".join(texts), tuple(group), tuple(starts))


def _squeezed(text: str) -> str:
    """`text` without its white space, except between letters and digits, where one blank stays."""
    bare = "".join(text.split())
    return bare if len(bare) == len(text) else "".join(text[at] for at in _kept(text))


def _kept(text: str) -> list[int]:
    """Which characters of `text` stay when it is squeezed."""
    kept: list[int] = []
    end = 0
    for blank in _BLANK.finditer(text):
        kept.extend(range(end, blank.start()))
        end = blank.end()
        if _latin(text[blank.start() - 1 : blank.start()]) and _latin(text[end : end + 1]):
            kept.append(blank.start())
    kept.extend(range(end, len(text)))
    return kept


def _latin(char: str) -> bool:
    return char.isalnum() and (char.isascii() or "０" <= char <= "９")
