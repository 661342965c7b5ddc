"""Rewriting a run: split where something is inserted or deleted, with its formatting kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.edit.start_tags import tag_name
from docxlint.word.ooxml.names import RPR, T
from docxlint.word.ooxml.xml import BLANKS, is_preserved

_CHANGE_ID = re.compile(
    rb"(<(?:[^\s<>/:]+:)?(?:rPrChange|ins|del|moveFrom|moveTo)\b[^<>]*?\s(?:[^\s<>=:]+:)?id\s*=\s*)"
    rb"(?:\"[^\"]*\"|'[^']*')"
)
_SPACE = re.compile(rb"\sxml:space\s*=\s*(?:\"[^\"]*\"|'[^']*')")


class RunCut(NamedTuple):
    """A place in a run: `chars` characters into the text of its child number `child`.

    Children are counted from 0, and 0 characters means before the child.
    """

    child: int
    chars: int


class RunDeletion(NamedTuple):
    """The content from `start` to `end` becomes a deleted run between the tags given."""

    start: RunCut
    end: RunCut
    opening_tag: bytes
    closing_tag: bytes


class _Item(NamedTuple):
    """A stretch of a run, written as visible and as deleted content."""

    start: RunCut
    visible: bytes
    deleted: bytes


def rewrite_run(
    edits: PartEdits,
    run: etree._Element,
    marks: Mapping[RunCut, bytes],
    ids: Iterator[int],
    deletions: Sequence[RunDeletion] = (),
) -> bytes:
    """The bytes of `run` with `marks` inserted at their cuts and `deletions` marked as deleted.

    Where the properties of the run are repeated, a tracked change in them gets an id from `ids`.
    Edits that were made inside the run (in a text box that it holds) are included in the result
    and removed from `edits`.
    """
    part = edits.part
    head = part.start_tag(run)
    children = list(run)
    properties = b""
    begin = part.span(run).inner
    if children and children[0].tag == RPR:
        span = part.span(children[0])
        properties, begin = part.raw(span.start, span.end), span.end
        lead = part.raw(part.span(run).inner, span.end)
    else:
        lead = b""
    tail = b"</" + tag_name(head) + b">"
    cuts = sorted({*marks, *(cut for deletion in deletions for cut in deletion[:2])})
    by_start = {deletion.start: deletion for deletion in deletions}
    out: list[bytes] = []
    is_open = False
    current: RunDeletion | None = None
    first = True

    def close() -> None:
        nonlocal is_open
        if is_open:
            out.append(tail)
            is_open = False

    def end_deletion(at: RunCut) -> None:
        nonlocal current
        if current is not None and at >= current.end:
            close()
            out.append(current.closing_tag)
            current = None

    end = _Item(RunCut(len(children), 0), b"", b"")
    for item in [*_items(edits, children, begin, cuts), end]:
        end_deletion(item.start)
        if item.start in marks:
            close()
            out.append(marks[item.start])
        deletion = by_start.get(item.start)
        if deletion is not None and current is None:
            close()
            out.append(deletion.opening_tag)
            current = deletion
        text = item.visible if current is None else item.deleted
        if text:
            if not is_open:
                out.append(head + (lead if first else _with_fresh_ids(properties, ids)))
                is_open, first = True, False
            out.append(text)
    rest = part.raw(part.span(children[-1]).end, part.span(run).close) if children else b""
    out.append(rest if is_open else b"")
    close()
    return b"".join(out)


def _with_fresh_ids(properties: bytes, ids: Iterator[int]) -> bytes:
    """Run properties with an id of its own for each tracked change in them (17.13.5.31)."""
    return _CHANGE_ID.sub(lambda match: b'%s"%d"' % (match[1], next(ids)), properties)


def _items(
    edits: PartEdits, children: Sequence[etree._Element], begin: int, cuts: Sequence[RunCut]
) -> list[_Item]:
    part = edits.part
    items: list[_Item] = []
    cuts_by_child: defaultdict[int, list[int]] = defaultdict(list)
    for cut in cuts:
        if cut.chars:
            cuts_by_child[cut.child].append(cut.chars)
    for index, child in enumerate(children):
        if child.tag == RPR and index == 0:
            continue
        span = part.span(child)
        cuts_here = cuts_by_child[index]
        gap = part.raw(begin, span.start)
        begin = span.end
        if child.tag != T or len(child):
            raw = gap + edits.take(span.start, span.end)
            items.append(_Item(RunCut(index, 0), raw, raw))
            continue
        text = child.text or ""
        if not cuts_here:
            deleted = _write_text(part, child, text, deleted=True, complete=True)
            visible = gap + part.raw(span.start, span.end)
            items.append(_Item(RunCut(index, 0), visible, gap + deleted))
            continue
        first, last = part.visible_range(child)
        for start, end in pairwise([first, *cuts_here, last]):
            if start < end:
                at = RunCut(index, 0 if start == first else start)
                visible, deleted = (
                    _write_text(part, child, text[start:end], deleted=d) for d in (False, True)
                )
                items.append(_Item(at, gap + visible, gap + deleted))
                gap = b""
    return items


def _write_text(
    part: IndexedPart, element: etree._Element, text: str, *, deleted: bool, complete: bool = False
) -> bytes:
    """A `w:t` like `element` with `text`, as `w:delText` if `deleted`.

    `complete` says that `text` is the full text of `element`.
    """
    tag = part.start_tag(element)
    name = tag_name(tag)
    new_name = name.removesuffix(b"t") + b"delText" if deleted else name
    if text != text.strip(BLANKS) and (not complete or is_preserved(element)):
        tag = _SPACE.sub(b"", tag)
        tag = tag.replace(b"<" + name, b"<" + name + b' xml:space="preserve"', 1)
    tag = b"<" + new_name + tag[1 + len(name) :].removesuffix(b"/>").removesuffix(b">") + b">"
    return tag + escape_text(text) + b"</" + new_name + b">"


def escape_text(text: str) -> bytes:
    """`text` as the content of an element, in UTF-8."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    return text.replace("\r", "&#13;").encode()
