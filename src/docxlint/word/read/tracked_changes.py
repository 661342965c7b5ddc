"""Tracked changes, gathered into revisions while reading (17.13.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from lxml import etree

from docxlint.core.document import Revision
from docxlint.core.location import Location, shorten
from docxlint.word.ooxml.names import T, w


class Change(msgspec.Struct):
    """A tracked change in a line: it covers the characters from `start` to `end`."""

    kind: str
    author: str | None
    path: str
    start: int
    end: int
    text: str


def revisions(changes: Sequence[Change], part: str, paragraph: int | None) -> Iterator[Revision]:
    """Yield one revision for each run of adjacent changes of one kind by one author."""
    merged: list[Change] = []
    latest: dict[tuple[str, str | None], Change] = {}
    for change in changes:
        before = latest.get((change.kind, change.author))
        if before is not None and before.end == change.start:
            before.end = change.end
            before.text += change.text
        else:
            merged.append(change)
            latest[change.kind, change.author] = change
    for change in merged:
        location = Location(part, change.path, paragraph=paragraph, text=shorten(change.text))
        yield Revision(change.kind, location, change.author, change.text)


def all_text(element: etree._Element) -> str:
    """Return all text in an element, deleted text included."""
    return "".join(t.text or "" for t in element.iter(T, w("delText")))
