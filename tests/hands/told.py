"""What a report says, in a shape that two tellings of one document have in common."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from docxlint import reader
from docxlint.finding import Report
from docxlint.model import Location, Paragraph, Table
from docxlint.reader.names import PREFIXES
from docxlint.text import fold, shorten

_VISIBLE = etree.XPath(
    "descendant-or-self::*[self::w:t or self::w:sym or self::w:noBreakHyphen]"
    "[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::w:rt)]"
    "[not(ancestor::mc:Fallback/preceding-sibling::mc:Choice[@Requires='wps'])]"
    "[not(ancestor::mc:Choice[@Requires='later'])]"
    "[not(ancestor::w:r/w:rPr[w:vanish[not(@w:val)] or w:rStyle[@w:val='Secret']])]"
    "[not(ancestor::w:tc/w:tcPr/w:cellDel)]",
    namespaces={"w": PREFIXES["w"], "mc": PREFIXES["mc"]},
)


@dataclass(frozen=True, slots=True)
class Loosely:
    """What may differ: findings of the rules `also`; by `folded` blanks and widths of what is
    quoted; by `moved` the ordinals of paragraphs.
    """

    also: frozenset[str] = frozenset()
    folded: bool = False
    moved: bool = False


def told(report: Report, loosely: Loosely = Loosely()) -> list[tuple[object, ...]]:  # noqa: B008
    """All that `report` says but where in the tree it is said, finding by finding."""

    def words(text: str | None) -> str | None:
        return fold(text.removesuffix("…"))[:30] if loosely.folded and text is not None else text

    def place(at: Location) -> tuple[object, ...]:
        ordinal = None if loosely.moved else at.paragraph
        named = (words(n) for n in (at.section, at.table, at.row, at.column, at.text))
        return at.part if loosely.folded else "", ordinal, *named

    said: list[tuple[object, ...]] = [
        (
            *(f.rule, f.severity, words(f.message.zh), words(f.message.en)),
            *(place(f.location), words(f.expected), words(f.found)),
            tuple(place(related) for related in f.related),
            tuple(tuple(map(words, (s.row, s.column, s.found, s.expected))) for s in f.suspects),
            (place(f.fix.location), f.fix.text) if f.fix else None,
        )
        for f in report.findings
        if f.rule not in loosely.also
    ]
    said += [
        ("unchecked", u.rule, u.explained, words(u.reason.zh), place(u.location))
        for u in report.unchecked
    ]
    return [*said, ("broken", report.broken), (report.status, report.year)]


def misplaced(data: bytes, report: Report) -> Iterator[str]:
    """What is wrong with the locations in `report` on the document `data`: each must lead to
    one element, which shows the words that are reported to stand there.
    """
    document = reader.read(data)
    nodes = dict(_nodes(document.blocks))
    find = _finder(data)
    for at in _locations(report):
        elements = find(at)
        if len(elements) != 1:
            yield f"{at.path} leads to {len(elements)} elements"
            continue
        node = nodes.get(at.path)
        number = node.number if isinstance(node, Paragraph) else ""
        seen = number + _seen(elements[0])
        if fold(at.text.removesuffix("…")) not in fold(seen):
            yield f"{at.path} shows {seen!r}, not {at.text!r}"
        if at.start is not None:
            text = node.text[at.start : at.end] if isinstance(node, Paragraph) else ""
            if shorten(text) != shorten(at.text):
                yield f"{at.path}[{at.start}:{at.end}] is {text!r}, not {at.text!r}"


def _locations(report: Report) -> Iterator[Location]:
    for finding in report.findings:
        yield finding.location
        yield from finding.related
        if finding.fix is not None:
            yield finding.fix.location
    yield from (unchecked.location for unchecked in report.unchecked)
