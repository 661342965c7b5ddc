"""A part of a package whose XML is changed in places and kept byte for byte everywhere else."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree

from docxlint.word.edit import start_tags
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import ID, PREFIXES, W_URI, P
from docxlint.word.ooxml.white_space import extent
from docxlint.word.ooxml.xml import parse

_START = re.compile(rb"<([^\s/>]+)[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*>")
_STEP = re.compile(
    rf"(?P<parent>/.+)/(?P<prefix>{'|'.join(PREFIXES)}):(?P<local>\w+)\[(?P<position>[0-9]+)\]"
)
_ASCII = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']us-ascii[\"']", re.IGNORECASE)
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UNMARKED = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


class Span(NamedTuple):
    """Where an element stands in the bytes of its part: its start tag from `start` to `inner`,
    its end tag from `close` to `end`. An element of one tag has the last three alike.
    """

    start: int
    inner: int
    close: int
    end: int


class Part:
    """One part: `root` is its tree, as the reader sees it, which is never changed; `text` its
    bytes in UTF-8. Edits are gathered and made all at once.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Raises Unreadable as the reader does."""
        self.name = name
        self.root = parse(data, name, Limits())
        self._mark = data[:2] if data[:2] in _UTF16 else b""
        self._codec = _UTF16.get(data[:2]) or _UNMARKED.get(data[:2]) or "utf-8"
        self.text = data[len(self._mark) :]
        if self._codec != "utf-8":
            self.text = self.text.decode(self._codec).encode()
        # Kept, so that an element is the same object whenever it is asked for.
        self._elements = list(self.root.iter())
        self._spans = dict(zip(self._elements, _spans(self.text), strict=True))
        self._declared = start_tags.declared(self.tag(self.root))
        own = start_tags.name(self.tag(self.root)).decode().rpartition(":")[0] or None
        self.strict = self._declared.get(own) == _STRICT
        self._found: dict[str, etree._Element | None] = {}
        self._children: dict[tuple[etree._Element, str], list[etree._Element]] = {}
        self._shown: dict[etree._Element, tuple[int, int]] = {}
        self._edits: list[tuple[int, int, bytes]] = []

    def span(self, element: etree._Element) -> Span:
        """Where `element` stands."""
        return self._spans[element]

    def raw(self, start: int, end: int) -> bytes:
        """The bytes from `start` to `end`."""
        return self.text[start:end]

    def tag(self, element: etree._Element) -> bytes:
        """The start tag of `element`."""
        span = self._spans[element]
        return self.text[span.start : span.inner]

    def at(self, path: str) -> etree._Element | None:
        """The element that a path of the reader's leads to, None where there is none."""
        if path not in self._found:
            self._found[path] = self._child(path)
        return self._found[path]

    def _child(self, path: str) -> etree._Element | None:
        # By way of the parent: an XPath would count the children anew for each of them.
        step = _STEP.fullmatch(path)
        if step is not None:
            parent = self.at(step["parent"])
            tag = f"{{{PREFIXES[step['prefix']]}}}{step['local']}"
            same = self._same(parent, tag) if parent is not None else []
            position = int(step["position"])
            return same[position - 1] if 0 < position <= len(same) else None
        found = self.root.xpath(path, namespaces=PREFIXES)
        first = found[0] if isinstance(found, list) and found else None
        return first if isinstance(first, etree._Element) else None

    def _same(self, parent: etree._Element, tag: str) -> list[etree._Element]:
        """The children of `parent` that are called `tag`."""
        key = parent, tag
        if key not in self._children:
            self._children[key] = list(parent.iterchildren(tag))
        return self._children[key]

    def shown(self, text: etree._Element) -> tuple[int, int]:
        """The first and the last of a `w:t`'s characters that show (17.3.3.31)."""
        if text not in self._shown:
            self._shown[text] = extent(text)
        return self._shown[text]

    def edit(self, start: int, end: int, text: bytes) -> None:
        """Have `text` stand in the place of the bytes from `start` to `end`."""
        insort(self._edits, (start, end, text), key=itemgetter(0, 1))

    def settled(self, start: int, end: int) -> bytes:
        """The bytes from `start` to `end` with all that has been edited within them, which is
        thereby done with.
        """
        first = bisect_right(self._edits, start, key=itemgetter(0))
        last = bisect_left(self._edits, end, first, key=itemgetter(0))
        edits = self._edits[first:last]
        del self._edits[first:last]
        return self._edited(start, end, edits)

    @cached_property
    def prefix(self) -> tuple[str, str]:
        """How new elements of WordprocessingML are written, wherever they stand: their prefix
        with its colon, and the declaration that each outermost one needs, "" for none.
        """
        own = _STRICT if self.strict else W_URI
        for prefix, uri in self._declared.items():
            if prefix is not None and uri == own:
                times = re.findall(rf"\sxmlns:{re.escape(prefix)}\s*=".encode(), self.text)
                if len(times) == 1:  # else it may stand for something else further down
                    return f"{prefix}:", ""
        return "w:", f' xmlns:w="{own}"'

    def ids(self) -> set[str]:
        """The ids in use for comments, tracked changes and the like."""
        return {value for e in self._elements if (value := e.get(ID)) is not None}

    def insert(self, byte: int, text: bytes) -> None:
        """Have `text` stand at `byte`; at the end of a paragraph of one tag, inside it."""
        hollow = self._hollow.get(byte)
        if hollow is None:
            self.edit(byte, byte, text)
        else:
            self.append(hollow, text)

    def append(self, element: etree._Element, text: bytes) -> None:
        """Have `text` stand last in `element`, be it of one tag."""
        span = self._spans[element]
        if not self._is_hollow(span):
            self.edit(span.close, span.close, text)
            return
        tag = self.tag(element)
        opened = tag.removesuffix(b"/>").rstrip() + b">"
        self.edit(span.start, span.end, opened + text + b"</" + start_tags.name(tag) + b">")

    def _is_hollow(self, span: Span) -> bool:
        return self.text[span.inner - 2 : span.inner] == b"/>"

    @cached_property
    def _hollow(self) -> dict[int, etree._Element]:
        """The paragraphs of one tag by their ends."""
        spans = ((element, self._spans[element]) for element in self.root.iter(P))
        return {span.end: element for element, span in spans if self._is_hollow(span)}

    def data(self) -> bytes:
        """The bytes of the part with all edits, in the encoding that it had."""
        whole = self._edited(0, len(self.text), self._edits)
        if self._codec != "utf-8":
            whole = whole.decode().encode(self._codec)
        elif _ASCII.match(self.text) and self.text.isascii():
            whole = whole.decode().encode("ascii", "xmlcharrefreplace")
        return self._mark + whole

    def _edited(self, begin: int, until: int, edits: list[tuple[int, int, bytes]]) -> bytes:
        out: list[bytes] = []
        done = begin
        for start, end, text in edits:
            if start < done or end > until:
                raise ValueError(f"two edits of {self.name} overlap at byte {start}")
            out += [self.text[done:start], text]
            done = end
        return b"".join([*out, self.text[done:until]])


def _spans(text: bytes) -> Iterable[Span]:
    """Where each element stands, in the order of their start tags."""
    found: list[Span] = []
    opened: list[int] = []
    parser = expat.ParserCreate("utf-8")

    def start(_name: str, _attributes: object) -> None:
        at = parser.CurrentByteIndex
        match = _START.match(text, at)
        if match is None:
            raise ValueError(f"no start tag at byte {at}")
        opened.append(len(found))
        end = match.end()
        found.append(Span(at, end, end, end))

    def close(_name: str) -> None:
        index = opened.pop()
        span = found[index]
        if text[span.inner - 2 : span.inner] != b"/>":
            at = parser.CurrentByteIndex
            found[index] = span._replace(close=at, end=text.index(b">", at) + 1)

    parser.StartElementHandler = start
    parser.EndElementHandler = close
    parser.Parse(text, True)
    return found
