"""A document with its findings as comments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache

import msgspec
from lxml import etree

from docxlint.copies.anchors import Anchors
from docxlint.copies.comment_text import AUTHOR, words
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.word import read
from docxlint.word.edit.comments import comments_part, free_ids, with_comments
from docxlint.word.edit.insert_points import Shown, Spot
from docxlint.word.edit.part import Part
from docxlint.word.edit.split_runs import Cut, rewritten
from docxlint.word.edit.zip_copy import replaced
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.package import Package
from docxlint.word.ooxml.xml import parse

SIGNED = Message(
    zh="原文档带有数字签名；副本的内容已经改动，签名在副本上不再有效",
    en="the original is digitally signed; the signatures do not hold for the copy",
)
_NOWHERE = Message(
    zh="文档里没有段落，{rule} 无处可加批注",
    en="the document has no paragraph to which a comment on {rule} could be attached",
)


class Copy(msgspec.Struct, frozen=True):
    """The bytes of a copy, how many findings are in it, and what its reader should know of it."""

    data: bytes
    findings: int
    notices: tuple[Message, ...] = ()


def annotate(source: bytes, report: Report, lang: str = "zh") -> Copy | None:
    """The document `source` with each finding of its `report` that is not waived as a comment in
    `lang`; None where there is nothing to be said in one.

    All else is byte for byte as it was. Comments are by the author docxlint, and bear no date, so
    that the same document gives the same copy.
    """
    findings = list(report.active)
    if not findings:
        return None
    package = Package(source, Limits())
    main = Part(package.read(package.main()), package.main())
    own = comments_part(package, main.name)
    anchors = Anchors(main, Shown(read.read(source)), _stories(package, main.name))
    marks = _Marks(main)
    said: list[tuple[int, list[str]]] = []
    notices = [SIGNED] if is_signed(package) else []
    for number, found in zip(free_ids(main, own), findings, strict=False):
        reach = anchors.range(found.location)
        if reach is None:
            notices.append(_NOWHERE(rule=found.rule))
            continue
        marks.put(number, *reach)
        said.append((number, list(words(found, report, lang))))
    if not said:
        return Copy(source, 0, tuple(notices))
    marks.write()
    parts = with_comments(package, main, own, said, AUTHOR)
    parts[main.name] = main.data()
    return Copy(replaced(source, parts), len(said), tuple(notices))


def is_signed(package: Package) -> bool:
    """Whether the package carries digital signatures (Part 2, 10)."""
    return any(
        relationship.kind == "origin" and "signature" in relationship.target.lower()
        for relationship in package.relationships("")
    )


def _stories(package: Package, main: str) -> Callable[[str], etree._Element | None]:
    """What gives the roots of the parts that hold notes and comments, by name."""
    kinds = ("footnotes", "endnotes", "comments")
    known = {each.target for each in package.relationships(main) if each.kind in kinds}

    # Not read before something is to be said of it: what nothing refers to may be damaged.
    @cache
    def story(name: str) -> etree._Element | None:
        return parse(package.read(name), name, Limits()) if name in known else None

    return story


class _Marks:
    """The marks of ranges, gathered by where they stand."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._ends: defaultdict[Spot, list[int]] = defaultdict(list)
        self._points: defaultdict[Spot, list[int]] = defaultdict(list)
        self._starts: defaultdict[Spot, list[int]] = defaultdict(list)

    def put(self, number: int, start: Spot, end: Spot) -> None:
        """A comment that reaches from `start` to `end`."""
        if start == end:
            self._points[start].append(number)
        else:
            self._starts[start].append(number)
            self._ends[end].append(number)

    def write(self) -> None:
        """The marks into the part."""
        inside: defaultdict[etree._Element, dict[Cut, bytes]] = defaultdict(dict)
        for spot in {*self._ends, *self._points, *self._starts}:
            if spot.run is None:
                self._part.insert(spot.byte, self._text(spot))
            else:
                inside[spot.run][spot.cut] = self._text(spot)
        for run, marks in inside.items():
            span = self._part.span(run)
            self._part.edit(span.start, span.end, rewritten(self._part, run, marks))

    def _text(self, spot: Spot) -> bytes:
        """What stands at `spot`: first what ends there, last what begins."""
        text = "".join(map(self._end, self._ends[spot]))
        text += "".join(self._start(n) + self._end(n) for n in self._points[spot])
        return (text + "".join(map(self._start, self._starts[spot]))).encode()

    def _start(self, number: int) -> str:
        w, declared = self._part.prefix
        return f'<{w}commentRangeStart{declared} {w}id="{number}"/>'

    def _end(self, number: int) -> str:
        w, declared = self._part.prefix
        reference = f'<{w}r{declared}><{w}commentReference {w}id="{number}"/></{w}r>'
        return f'<{w}commentRangeEnd{declared} {w}id="{number}"/>{reference}'
