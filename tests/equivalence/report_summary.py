"""The content of a report in a form that is the same for all variants of a document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from docxlint.core.document import Block, Cell, Paragraph, Table
from docxlint.core.location import Location, shorten
from docxlint.report.report import Report
from docxlint.text.zh.folding import fold
from docxlint.word import read
from docxlint.word.ooxml.names import PREFIXES

_VISIBLE = (
    "descendant-or-self::*[self::w:t or self::w:sym or self::w:noBreakHyphen]"
    "[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::w:rt)]"
    "[not(ancestor::mc:Fallback/preceding-sibling::mc:Choice[@Requires='wps'])]"
    "[not(ancestor::mc:Choice[@Requires='later'])]"
    "[not(ancestor::w:r/w:rPr[w:vanish[not(@w:val)] or w:rStyle[@w:val='Secret' or @w:val='Unseen']])]"
    "[not(ancestor::w:tc/w:tcPr/w:cellDel)]"
)
"""The visible elements, given what the variants hide or delete."""
_OPEN = "w:pPr/w:rPr[w:del or w:moveFrom or w:vanish]"
_BEFORE = f"self::w:p/preceding::w:p[1][{_OPEN}]"
_AFTER = f"self::w:p[{_OPEN}]/following::w:p[1]"
"""Paragraphs that are joined because the mark between them is deleted or hidden."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Differences that are allowed: findings of the rules `also`; with `folded`, blanks and
    character widths in quoted text; with `moved`, the numbers of paragraphs.
    """

    also: frozenset[str] = frozenset()
    folded: bool = False
    moved: bool = False


def summarize(report: Report, tolerance: Tolerance = Tolerance()) -> list[tuple[object, ...]]:
    """Everything in `report`, finding by finding, except the paths in the XML."""

    def words(text: str | None) -> str | None:
        return fold(text.removesuffix("…"))[:30] if tolerance.folded and text is not None else text

    def place(at: Location) -> tuple[object, ...]:
        ordinal = None if tolerance.moved else at.paragraph
        named = (words(n) for n in (at.section, at.table, at.row, at.column, at.text))
        return ordinal, *named

    lines: list[tuple[object, ...]] = [
        (
            *(f.rule, f.severity, words(f.message.zh), words(f.message.en)),
            *(place(f.location), words(f.expected), words(f.found)),
            tuple(place(related) for related in f.related),
            tuple(tuple(map(words, (s.row, s.column, s.found, s.expected))) for s in f.suspects),
            (place(f.fix.location), f.fix.text) if f.fix else None,
        )
        for f in report.findings
        if f.rule not in tolerance.also
    ]
    lines += [
        ("unchecked", u.rule, u.explained, words(u.reason.zh), place(u.location))
        for u in report.unchecked
    ]
    return [*lines, ("broken", report.broken), (report.status, report.year)]


class Source:
    """The parts of a file, read without docxlint except for its prefixes."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self._roots: dict[str, etree._Element] = {}

    def at(self, location: Location) -> list[etree._Element]:
        """The elements that a location leads to."""
        if location.part not in self._roots:
            self._roots[location.part] = etree.fromstring(self._zip.read(location.part))
        return self._select(self._roots[location.part], location.path)

    def seen(self, element: etree._Element) -> str:
        """The visible text of an element, with that of paragraphs joined to it."""
        words = self._own(element)
        before = after = element
        while matches := self._select(before, _BEFORE):
            before = matches[0]
            words = self._own(before) + words
        while matches := self._select(after, _AFTER):
            after = matches[0]
            words += self._own(after)
        return words

    def _own(self, element: etree._Element) -> str:
        words = ""
        for visible in self._select(element, _VISIBLE):
            sign = visible.xpath("string(@*[local-name() = 'char'])") or "2D"
            words += visible.text if visible.text is not None else chr(int(str(sign), 16))
        return words

    def _select(self, element: etree._Element, path: str) -> list[etree._Element]:
        names = dict(PREFIXES)
        if element.tag.startswith("{http://purl.oclc.org/"):
            names |= {k: _strict(uri) for k, uri in PREFIXES.items()}
        matches = element.xpath(path, namespaces=names)
        assert isinstance(matches, list)
        return [e for e in matches if isinstance(e, etree._Element)]


def _strict(uri: str) -> str:
    head, year, tail = uri.partition("/2006/")
    host = "http://schemas.openxmlformats.org/"
    if not year or not head.startswith(host) or "compat" in head:
        return uri
    return f"http://purl.oclc.org/ooxml/{head.removeprefix(host)}/{tail}"


def visible_lines(data: bytes) -> list[tuple[str, ...]]:
    """The folded text of each paragraph and of the cells of each row in the document `data`.

    Empty paragraphs and free slots are left out.
    """
    lines: list[tuple[str, ...]] = []
    for block in read.read(data).blocks:
        if isinstance(block, Table):
            lines += [tuple(fold(c.text) for c in row if c is not None) for row in block.grid]
        elif block.text.strip():
            lines.append((fold(block.text),))
    return lines


def misplaced(data: bytes, report: Report) -> Iterator[str]:
    """Describe each wrong location in `report` on the document `data`.

    A location must lead to one element, which shows the text that is reported there.
    """
    nodes = dict(_nodes(read.read(data).blocks))
    source = Source(data)
    for rule, at in _locations(report):
        elements = source.at(at)
        if len(elements) != 1:
            yield f"{at.path} leads to {len(elements)} elements"
            continue
        if rule in ("unresolved-changes", "invisible-text"):  # they quote text that is not visible
            continue
        node = nodes.get(at.path)
        number = node.number if isinstance(node, Paragraph) else ""
        seen = number + source.seen(elements[0])
        if fold(at.text.removesuffix("…")) not in fold(seen):
            yield f"{at.path} shows {seen!r}, not {at.text!r}"
        if at.start is not None:
            text = node.text[at.start : at.end] if isinstance(node, Paragraph) else ""
            if not text or shorten(text) not in shorten(at.text):
                yield f"{at.path}[{at.start}:{at.end}] is {text!r}, not {at.text!r}"


def _locations(report: Report) -> Iterator[tuple[str, Location]]:
    for finding in report.findings:
        yield finding.rule, finding.location
        yield from ((finding.rule, related) for related in finding.related)
        if finding.fix is not None:
            yield finding.rule, finding.fix.location
    yield from ((unchecked.rule, unchecked.location) for unchecked in report.unchecked)


def _nodes(blocks: Iterable[Block]) -> Iterator[tuple[str, Paragraph | Table | Cell]]:
    for block in blocks:
        yield block.location.path, block
        if isinstance(block, Table):
            for cell in block.cells():
                yield cell.location.path, cell
                yield from _nodes(cell.paragraphs)
