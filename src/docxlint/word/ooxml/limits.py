"""How large and how deep a document may be."""

from __future__ import annotations

import msgspec

from docxlint.core.location import depth
from docxlint.word.ooxml.unreadable import Code, Unreadable

_MIB = 1 << 20


class Limits(msgspec.Struct, frozen=True):
    """Ceilings above which a document is unreadable; all are far above any real submission.

    `depth` has a ceiling of its own: the XML parser goes no deeper than 256 elements.
    """

    source: int = 256 * _MIB
    """Bytes of the file."""
    entries: int = 10_000
    """Entries of the zip archive, folders included."""
    part: int = 256 * _MIB
    """Bytes that one part inflates to."""
    inflated: int = 512 * _MIB
    """Bytes that all parts read inflate to, together."""
    tags: int = 16_000_000
    """Start and end tags of one part."""
    depth: int = 240
    """Elements nested in one another on the way to a paragraph or run."""
    paragraphs: int = 1_000_000
    """Paragraphs, those in cells included."""
    slots: int = 2_000_000
    """Slots of the grids of all tables, together."""
    trail: int = 500_000_000
    """Characters of the paths of all locations and of all automatic numbers, together."""


class DepthLimit(msgspec.Struct, frozen=True):
    """How deep the elements of `part` may nest, counted in the steps of their paths."""

    part: str
    steps: int

    def check(self, path: str) -> None:
        """Raise Unreadable if the element at `path` is too deep to be entered."""
        if depth(path) > self.steps:
            raise Unreadable(Code.TOO_DEEP, part=self.part)
