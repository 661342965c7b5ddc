"""One place in a document."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

import msgspec

_STEP = re.compile(r"/((?:[^/\[\"']|\[(?:[^\]\"']|\"[^\"]*\"|'[^']*')*\])+)")
_POSITION = re.compile(r"(.+)\[([0-9]+)\]")


class Step(NamedTuple):
    """One step of a path: the name of an element, and its position among the siblings of that
    name, counted from 1.
    """

    name: str
    position: int


class Node(NamedTuple):
    """An element of a document: the part it is in, and its path in that part.

    `part` and `path` are as in `Location`.
    """

    part: str
    path: str

    def is_within(self, other: Node) -> bool:
        """Whether this is `other` or an element inside it."""
        if self.part != other.part:
            return False
        return self.path == other.path or self.path.startswith(f"{other.path}/")

    def parent(self) -> Node | None:
        """The element that directly holds this one, None for the root of a part."""
        path = _parent(self.path)
        return Node(self.part, path) if path else None

    def ancestors(self) -> Iterator[Node]:
        """The elements that hold this one, the nearest first."""
        node = self.parent()
        while node is not None:
            yield node
            node = node.parent()

    def nearest(self, known: Container[Node]) -> Node | None:
        """This element, or else its nearest ancestor, that is in `known`."""
        if self in known:
            return self
        return next((node for node in self.ancestors() if node in known), None)

    def steps(self) -> tuple[Step, ...]:
        """The steps from the root of the part to this element; the root is the first."""
        return _steps(self.path)


class Location(msgspec.Struct, frozen=True, gc=False):
    """One place in a document, for tools (part, path, span) and for people (the trail).

    `part` is the name of a part in the package, without the leading slash
    ("word/document.xml"). `path` is an XPath from that part's root, in the usual prefixes
    ("/w:document/w:body/w:tbl[2]/w:tr[4]/w:tc[3]"); positions count siblings of the same
    name from 1. `start` and `end` count characters of the node's `text` (end exclusive;
    both None: the entire node). `paragraph` counts the body's visible paragraphs outside
    tables from 1. `page` is the page of Word's last layout, from 1; a finding has it where the
    file says so. The other fields are printed labels of the form, filled in when a form is
    bound to the document (`table` alone is the name that the form gives the table in rules;
    `table_label` is the one that people use, such as 表三).
    `text` is what stands at the place, shortened for display.

    No other module takes a path apart: the methods here, and those of `Node`, answer what can
    be learnt from one.
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
    page: int | None = None
    table_label: str | None = None

    @property
    def node(self) -> Node:
        """The element at this location."""
        return Node(self.part, self.path)

    def is_within(self, other: Location | Node) -> bool:
        """Whether the element here is that of `other` or inside it. Spans are not compared."""
        return self.node.is_within(Node(other.part, other.path))

    def ancestors(self) -> Iterator[Node]:
        """The elements that hold the one here, the nearest first."""
        return self.node.ancestors()

    def order_key(self) -> tuple[tuple[int, ...], int]:
        """A sort key: positions from the root down, then the first character.

        It gives document order among elements whose paths have the same names, such as the
        cells of a table. `reading_order` compares any two places of a body.
        """
        return tuple(step.position for step in _steps(self.path)), self.start or 0


def within(location: Location, start: int, end: int, text: str = "") -> Location:
    """Return `location` narrowed to the characters from `start` to `end` of its text.

    These count from where `location` begins, if it is a stretch of its node's text itself.
    """
    base = location.start or 0
    return msgspec.structs.replace(location, start=base + start, end=base + end, text=text)


@lru_cache(maxsize=4096)
def shorten(text: str, width: int = 40) -> str:
    """`text` on one line, at most `width` characters, the rest as "…"."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def depth(path: str) -> int:
    """The number of steps of a path."""
    return len(_steps(path)) if _is_quoted(path) else path.count("/")


def _parent(path: str) -> str:
    """The path without its last step, "" for that of a root."""
    if not _is_quoted(path):
        return path.rpartition("/")[0]
    return "".join(f"/{step}" for step in _STEP.findall(path)[:-1])


@lru_cache(maxsize=1024)
def _steps(path: str) -> tuple[Step, ...]:
    return tuple(_step(step) for step in _STEP.findall(path))


def _step(text: str) -> Step:
    match = _POSITION.fullmatch(text)
    return Step(match[1], int(match[2])) if match else Step(text, 1)


def _is_quoted(path: str) -> bool:
    """Whether a step names a namespace that has no prefix: the URI may have slashes."""
    return "'" in path or '"' in path
