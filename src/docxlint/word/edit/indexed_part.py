"""A part of a package: its tree, its bytes, and where each element stands in them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple
from xml.parsers import expat

from lxml import etree

from docxlint.core.location import Node
from docxlint.word.edit.start_tags import declared_namespaces, tag_name
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import ID, PREFIXES, W_URI, P
from docxlint.word.ooxml.package import Package
from docxlint.word.ooxml.xml import extent, parse

_START = re.compile(rb"<([^\s/>]+)[^<>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^<>\"']*)*>")
_ASCII = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']us-ascii[\"']", re.IGNORECASE)
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF16_WITHOUT_MARK = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


class ElementSpan(NamedTuple):
    """Where an element stands in the bytes of its part.

    The start tag goes from `start` to `inner`, the end tag from `close` to `end`. In an element
    with a single tag, `inner`, `close` and `end` are equal.
    """

    start: int
    inner: int
    close: int
    end: int


class IndexedPart:
    """One part, indexed for editing. It never changes, so several copies can share it.

    `root` is the tree that the reader sees, and `text` the bytes of the part in UTF-8.
    """

    def __init__(self, name: str, data: bytes, root: etree._Element) -> None:
        """`root` is the tree of `data` as `parse` returns it."""
        self.name = name
        self.root = root
        self._mark = data[:2] if data[:2] in _UTF16 else b""
        self._codec = _UTF16.get(data[:2]) or _UTF16_WITHOUT_MARK.get(data[:2]) or "utf-8"
        self.text = data[len(self._mark) :]
        if self._codec != "utf-8":
            self.text = self.text.decode(self._codec).encode()
        # lxml keeps an element's identity only while something refers to it.
        self._elements = list(root.iter())
        self._spans = dict(zip(self._elements, _element_spans(self.text), strict=True))
        self._namespaces = declared_namespaces(self.start_tag(root))
        prefix = tag_name(self.start_tag(root)).decode().rpartition(":")[0] or None
        self.is_strict = self._namespaces.get(prefix) == _STRICT
        self._by_path: dict[str, etree._Element | None] = {}
        self._children: dict[tuple[etree._Element, str], list[etree._Element]] = {}
        self._visible: dict[etree._Element, tuple[int, int]] = {}

    @classmethod
    def from_bytes(cls, name: str, data: bytes) -> IndexedPart:
        """The part `name` with the bytes `data`. Raises Unreadable as `parse` does."""
        return cls(name, data, parse(data, name, Limits()))

    @classmethod
    def from_package(cls, package: Package, name: str) -> IndexedPart:
        """The part `name`, which the package must have. Raises Unreadable as the reader does."""
        return cls(name, package.read(name), package.tree(name))

    def span(self, element: etree._Element) -> ElementSpan:
        """Where `element` stands."""
        return self._spans[element]

    def raw(self, start: int, end: int) -> bytes:
        """The bytes from `start` to `end`."""
        return self.text[start:end]

    def start_tag(self, element: etree._Element) -> bytes:
        """The start tag of `element`."""
        span = self._spans[element]
        return self.text[span.start : span.inner]

    def is_empty_tag(self, element: etree._Element) -> bool:
        """Whether `element` is written as a single tag (`<w:p/>`)."""
        span = self._spans[element]
        return self.text[span.inner - 2 : span.inner] == b"/>"

    def element_at(self, path: str) -> etree._Element | None:
        """The element at the path of a Location, or None."""
        if path not in self._by_path:
            self._by_path[path] = self._find(path)
        return self._by_path[path]

    def _find(self, path: str) -> etree._Element | None:
        # Step by step through the parents: XPath would count all siblings for each element.
        node = Node(self.name, path)
        parent_node, step = node.parent(), node.steps()[-1]
        prefix, _, local = step.name.partition(":")
        if parent_node is not None and prefix in PREFIXES:
            parent = self.element_at(parent_node.path)
            tag = f"{{{PREFIXES[prefix]}}}{local}"
            same = self._children_named(parent, tag) if parent is not None else []
            return same[step.position - 1] if 0 < step.position <= len(same) else None
        matches = self.root.xpath(path, namespaces=PREFIXES)
        first = matches[0] if isinstance(matches, list) and matches else None
        return first if isinstance(first, etree._Element) else None

    def _children_named(self, parent: etree._Element, tag: str) -> list[etree._Element]:
        key = parent, tag
        if key not in self._children:
            self._children[key] = list(parent.iterchildren(tag))
        return self._children[key]

    def visible_range(self, text: etree._Element) -> tuple[int, int]:
        """The start and end of the characters of a `w:t` that are visible (17.3.3.31)."""
        if text not in self._visible:
            self._visible[text] = extent(text)
        return self._visible[text]

    @cached_property
    def prefix(self) -> tuple[str, str]:
        """How to write new WordprocessingML elements anywhere in the part.

        The prefix with its colon, and the namespace declaration that each outermost new element
        needs, "" for none.
        """
        uri = _STRICT if self.is_strict else W_URI
        for prefix, declared in self._namespaces.items():
            if prefix is not None and declared == uri:
                times = re.findall(rf"\sxmlns:{re.escape(prefix)}\s*=".encode(), self.text)
                if len(times) == 1:  # a second declaration may give the prefix another meaning
                    return f"{prefix}:", ""
        return "w:", f' xmlns:w="{uri}"'

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids in use for comments, tracked changes and the like."""
        return frozenset(value for e in self._elements if (value := e.get(ID)) is not None)

    @cached_property
    def empty_paragraph_ends(self) -> dict[int, etree._Element]:
        """The paragraphs that are written as a single tag, by the byte where they end."""
        return {self._spans[e].end: e for e in self.root.iter(P) if self.is_empty_tag(e)}

    def encode(self, text: bytes) -> bytes:
        """`text`, in UTF-8, in the encoding of the part, with its byte order mark."""
        if self._codec != "utf-8":
            text = text.decode().encode(self._codec)
        elif _ASCII.match(self.text) and self.text.isascii():
            text = text.decode().encode("ascii", "xmlcharrefreplace")
        return self._mark + text


def _element_spans(text: bytes) -> list[ElementSpan]:
    """The spans of all elements, in the order of their start tags."""
    spans: list[list[int]] = []
    open_elements: list[list[int]] = []
    parser = expat.ParserCreate("utf-8")

    def start(_name: str, _attributes: object) -> None:
        at = parser.CurrentByteIndex
        match = _START.match(text, at)
        if match is None:
            raise ValueError(f"no start tag at byte {at}")
        end = match.end()
        span = [at, end, end, end]
        spans.append(span)
        open_elements.append(span)

    def close(_name: str) -> None:
        span = open_elements.pop()
        if text[span[1] - 2 : span[1]] != b"/>":
            at = parser.CurrentByteIndex
            span[2:] = at, text.index(b">", at) + 1

    parser.StartElementHandler = start
    parser.EndElementHandler = close
    parser.Parse(text, True)
    return [ElementSpan._make(span) for span in spans]
