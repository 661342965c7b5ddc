"""A part of a package whose XML is changed in places and kept byte for byte everywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree

from docxlint.reader.limits import Limits
from docxlint.reader.names import ID, PREFIXES, W_URI, P
from docxlint.reader.xml import parse

_START = re.compile(rb"<([^\s/>]+)[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*>")
_NAME = re.compile(rb"<([^\s/>]+)")
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UNMARKED = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


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
        self.strict = _STRICT in self.text[: _root_end(self.text)]
        # Kept, so that an element is the same object whenever it is asked for.
        self._elements = list(self.root.iter())
        self._spans = dict(zip(self._elements, _spans(self.text), strict=True))
        self._found: dict[str, etree._Element | None] = {}
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
            found = self.root.xpath(path, namespaces=PREFIXES)
            first = found[0] if isinstance(found, list) and found else None
            self._found[path] = first if isinstance(first, etree._Element) else None
        return self._found[path]

    def edit(self, start: int, end: int, text: bytes) -> None:
        """Have `text` stand in the place of the bytes from `start` to `end`."""
        self._edits.append((start, end, text))

    @cached_property
    def prefix(self) -> tuple[str, str]:
        """How new elements of WordprocessingML are written, wherever they stand: their prefix
        with its colon, and the declaration that each outermost one needs, "" for none.
        """
        own = _STRICT.decode() if self.strict else W_URI
        for prefix, uri in self.root.nsmap.items():
            if prefix is not None and uri == W_URI:
                declared = re.findall(rf"\sxmlns:{re.escape(prefix)}\s*=".encode(), self.text)
                if len(declared) == 1:  # else it may stand for something else further down
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
        self.edit(span.start, span.end, opened + text + b"</" + name(tag) + b">")

    def _is_hollow(self, span: Span) -> bool:
        return self.text[span.inner - 2 : span.inner] == b"/>"

    @cached_property
    def _hollow(self) -> dict[int, etree._Element]:
        """The paragraphs of one tag by their ends."""
        spans = ((element, self._spans[element]) for element in self.root.iter(P))
        return {span.end: element for element, span in spans if self._is_hollow(span)}

    def data(self) -> bytes:
        """The bytes of the part with all edits, in the encoding that it had."""
        out: list[bytes] = []
        done = 0
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            if start < done:
                raise ValueError(f"two edits of {self.name} overlap at byte {start}")
            out += [self.text[done:start], text]
            done = end
        whole = b"".join([*out, self.text[done:]])
        if self._codec != "utf-8":
            whole = whole.decode().encode(self._codec)
        return self._mark + whole


def name(tag: bytes) -> bytes:
    """The name in a start tag, as it is written."""
    match = _NAME.match(tag)
    return match[1] if match else b""


def _root_end(text: bytes) -> int:
    found = re.search(rb"<[^?!]", text)
    match = _START.match(text, found.start()) if found else None
    return match.end() if match else 0


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
