"""A run written anew: cut where something is to stand, its formatting kept on both sides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from docxlint.word.edit.part import Part
from docxlint.word.edit.start_tags import name
from docxlint.word.ooxml.names import RPR, T
from docxlint.word.ooxml.white_space import BLANKS, is_preserved

_SPACE = re.compile(rb"\sxml:space\s*=\s*(?:\"[^\"]*\"|'[^']*')")


class Cut(NamedTuple):
    """A place in a run: `chars` characters into the text of its child number `child`, counted
    from 0; before it for 0 characters.
    """

    child: int
    chars: int


class _Item(NamedTuple):
    begin: Cut
    kept: bytes
    gone: bytes


def rewritten(
    part: Part,
    run: etree._Element,
    marks: Mapping[Cut, bytes],
    deleted: Sequence[tuple[Cut, Cut, bytes, bytes]] = (),
) -> bytes:
    """The bytes of `run` with `marks` standing in it, and with what lies within `deleted` (from,
    to) shown as deleted: put, in a run of its own, between the two bytes given with it. Edits of
    what stands in a text box of the run are made with it.
    """
    head = part.tag(run)
    children = list(run)
    properties = b""
    begin = part.span(run).inner
    if children and children[0].tag == RPR:
        span = part.span(children[0])
        properties, begin = part.raw(span.start, span.end), span.end
        lead = part.raw(part.span(run).inner, span.end)
    else:
        lead = b""
    tail = b"</" + name(head) + b">"
    cuts = sorted({*marks, *(c for d in deleted for c in d[:2])})
    entering = {each[0]: each for each in deleted}
    out: list[bytes] = []
    run_open = False
    within: tuple[Cut, Cut, bytes, bytes] | None = None
    first = True

    def close() -> None:
        nonlocal run_open
        if run_open:
            out.append(tail)
            run_open = False

    def leave(at: Cut) -> None:
        nonlocal within
        if within is not None and at >= within[1]:
            close()
            out.append(within[3])
            within = None

    for item in [*_items(part, children, begin, cuts), _Item(Cut(len(children), 0), b"", b"")]:
        leave(item.begin)
        if item.begin in marks:
            close()
            out.append(marks[item.begin])
        entered = entering.get(item.begin)
        if entered is not None and within is None:
            close()
            out.append(entered[2])
            within = entered
        text = item.kept if within is None else item.gone
        if text:
            if not run_open:
                out.append(head + (lead if first else properties))
                run_open, first = True, False
            out.append(text)
    rest = part.raw(part.span(children[-1]).end, part.span(run).close) if children else b""
    out.append(rest if run_open else b"")
    close()
    return b"".join(out)


def _items(
    part: Part, children: Sequence[etree._Element], begin: int, cuts: Sequence[Cut]
) -> list[_Item]:
    items: list[_Item] = []
    within: defaultdict[int, list[int]] = defaultdict(list)
    for cut in cuts:
        if cut.chars:
            within[cut.child].append(cut.chars)
    for index, child in enumerate(children):
        if child.tag == RPR and index == 0:
            continue
        span = part.span(child)
        inside = within[index]
        gap = part.raw(begin, span.start)
        begin = span.end
        if child.tag != T or len(child):
            raw = gap + part.settled(span.start, span.end)
            items.append(_Item(Cut(index, 0), raw, raw))
            continue
        if not inside:
            kept = gap + part.raw(span.start, span.end)
            items.append(_Item(Cut(index, 0), kept, gap + _gone(part, child)))
            continue
        first, last = part.shown(child)
        words = child.text or ""
        edges = [first, *inside, last]
        for start, end in pairwise(edges):
            if start < end:
                at = Cut(index, 0 if start == first else start)
                kept, gone = (_cut(part, child, words[start:end], gone=g) for g in (False, True))
                items.append(_Item(at, gap + kept, gap + gone))
                gap = b""
    return items


def _gone(part: Part, element: etree._Element) -> bytes:
    """A `w:t` as a `w:delText`."""
    return _cut(part, element, element.text or "", gone=True, whole=True)


def _cut(
    part: Part, element: etree._Element, words: str, *, gone: bool, whole: bool = False
) -> bytes:
    """A `w:t` like `element` of `words`, which are its `whole` or a part; `w:delText` if `gone`."""
    tag = part.tag(element)
    own = name(tag)
    other = own.removesuffix(b"t") + b"delText" if gone else own
    if words != words.strip(BLANKS) and (not whole or is_preserved(element)):
        tag = _SPACE.sub(b"", tag)
        tag = tag.replace(b"<" + own, b"<" + own + b' xml:space="preserve"', 1)
    tag = b"<" + other + tag[1 + len(own) :].removesuffix(b"/>").removesuffix(b">") + b">"
    return tag + escaped(words) + b"</" + other + b">"


def escaped(text: str) -> bytes:
    """`text` as the content of an element."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    return text.replace("\r", "&#13;").encode()
