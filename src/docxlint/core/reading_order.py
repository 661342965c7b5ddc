"""The order in which a person reads the places of a document, and the pages they are on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TypeAlias

from docxlint.core.document import Document
from docxlint.core.location import Location

OrderKey: TypeAlias = tuple[int, tuple[int, ...], int]


def reading_order(document: Document) -> Callable[[Location], OrderKey]:
    """Return a sort key that puts places into the order in which a person reads them.

    Places of the body are ordered by their block, then by their position inside it. Places of
    other parts come after the body, and those before the first block come first.
    """
    turns = {block.location.node: turn for turn, block in enumerate(document.blocks)}

    def key(location: Location) -> OrderKey:
        if location.part != document.location.part:
            return len(turns), (), 0
        block = location.node.nearest(turns)
        positions, start = location.order_key()
        if block is None:
            return -1, (), start
        return turns[block], positions[len(block.steps()) :], start

    return key


def page_numbers(document: Document) -> Callable[[Location], int | None]:
    """Return a function that gives the page of a place of the body, from 1.

    It is the page of Word's last layout; None where the file does not say, for places of other
    parts, and for the body itself. A place begins where its text does.
    """
    key = reading_order(document)
    starts = sorted(map(key, document.page_starts))

    def page(location: Location) -> int | None:
        body = document.location
        if not starts or location.part != body.part or location.path == body.path:
            return None
        return bisect_right(starts, key(location)) + 1

    return page
