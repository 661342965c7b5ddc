"""One place in a document."""

from __future__ import annotations

import msgspec


class Location(msgspec.Struct, frozen=True, gc=False):
    """One place in a document, for tools (part, path, span) and for people (the trail).

    `part` is the name of a part in the package, without the leading slash
    ("word/document.xml"). `path` is an XPath from that part's root, in the usual prefixes
    ("/w:document/w:body/w:tbl[2]/w:tr[4]/w:tc[3]"); positions count siblings of the same
    name from 1. `start` and `end` count characters of the node's `text` (end exclusive;
    both None: the whole node). `paragraph` counts the body's visible paragraphs outside
    tables from 1. The other fields are printed labels of the form, filled in when a form is
    bound to the document (`table` alone is the name that the form gives the table).
    `text` is what stands at the place, shortened for display.
    """

    part: str
    path: str
    start: int | None = None
    end: int | None = None
    paragraph: int | None = None
    section: str | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None
    text: str = ""


def within(location: Location, start: int, end: int, text: str = "") -> Location:
    """`location` narrowed to the characters from `start` to `end` of its node's text."""
    return msgspec.structs.replace(location, start=start, end=end, text=text)
