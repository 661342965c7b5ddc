"""Edits of a part, collected and applied together; all other bytes stay as they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from operator import itemgetter
from typing import TypeAlias

from lxml import etree

from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.start_tags import tag_name

_Edit: TypeAlias = tuple[int, int, bytes]
"""The bytes from the first to the second number give way to the third."""


class PartEdits:
    """The edits of one copy of `part`. The part itself does not change."""

    def __init__(self, part: IndexedPart) -> None:
        self.part = part
        self._edits: list[_Edit] = []

    def replace(self, start: int, end: int, text: bytes) -> None:
        """Replace the bytes from `start` to `end` by `text`."""
        insort(self._edits, (start, end, text), key=itemgetter(0, 1))

    def insert(self, byte: int, text: bytes) -> None:
        """Insert `text` at `byte`; where a paragraph with a single tag ends there, inside it."""
        paragraph = self.part.empty_paragraph_ends.get(byte)
        if paragraph is None:
            self.replace(byte, byte, text)
        else:
            self.append(paragraph, text)

    def append(self, element: etree._Element, text: bytes) -> None:
        """Insert `text` as the last content of `element`, which may have a single tag."""
        span = self.part.span(element)
        if not self.part.is_empty_tag(element):
            self.replace(span.close, span.close, text)
            return
        tag = self.part.start_tag(element)
        opened = tag.removesuffix(b"/>").rstrip() + b">"
        self.replace(span.start, span.end, opened + text + b"</" + tag_name(tag) + b">")

    def take(self, start: int, end: int) -> bytes:
        """The bytes from `start` to `end` with the edits made inside them.

        Those edits are removed: the caller includes the bytes in an edit of a larger range.
        """
        first = bisect_right(self._edits, (start, start), key=itemgetter(0, 1))
        last = bisect_left(self._edits, end, first, key=itemgetter(0))
        edits = self._edits[first:last]
        del self._edits[first:last]
        return self._apply(start, end, edits)

    def data(self) -> bytes:
        """The bytes of the part with all edits, in the encoding of the original."""
        return self.part.encode(self._apply(0, len(self.part.text), self._edits))

    def _apply(self, begin: int, until: int, edits: Sequence[_Edit]) -> bytes:
        out: list[bytes] = []
        position = begin
        for start, end, text in edits:
            if start < position or end > until:
                raise ValueError(f"two edits of {self.part.name} overlap at byte {start}")
            out += [self.part.raw(position, start), text]
            position = end
        return b"".join([*out, self.part.raw(position, until)])
