"""Repairs as tracked changes (17.13.5.14 del, 17.13.5.18 ins)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from docxlint.core.document import Paragraph
from docxlint.word.edit.edit_plan import Repair
from docxlint.word.edit.insert_points import cut_in, pieces
from docxlint.word.edit.part import Part
from docxlint.word.edit.safety import touched
from docxlint.word.edit.split_runs import Cut, escaped, rewritten
from docxlint.word.edit.start_tags import moved
from docxlint.word.edit.text_diff import Stroke
from docxlint.word.ooxml.names import PPR, RPR


class _Changes(NamedTuple):
    """What is to change in one run."""

    marks: dict[Cut, bytes]
    deleted: list[tuple[Cut, Cut, bytes, bytes]]


def track(part: Part, repairs: Iterable[Repair], ids: Iterator[int], author: str) -> None:
    """Writes `repairs` into `part` as tracked changes by `author`, a name without markup.

    Their ids are the next of `ids`. What is put in has the formatting
    of what it replaces, else of what stands before it.
    """
    runs: defaultdict[etree._Element, _Changes] = defaultdict(lambda: _Changes({}, []))
    for repair in repairs:
        for stroke in repair.strokes:
            _stroke(part, repair.paragraph, stroke, runs, ids, author)
    # Runs in a text box come before the run that holds the box.
    for run in sorted(runs, key=lambda run: part.span(run), reverse=True):
        marks, deleted = runs[run]
        span = part.span(run)
        part.edit(span.start, span.end, rewritten(part, run, marks, deleted))


def _stroke(
    part: Part,
    paragraph: Paragraph,
    stroke: Stroke,
    runs: defaultdict[etree._Element, _Changes],
    ids: Iterator[int],
    author: str,
) -> None:
    spans: list[tuple[etree._Element, Cut, Cut]] = []
    for piece, first, last in pieces(paragraph, stroke.start, stroke.end):
        run, element = _run(part, piece.path)
        begin, end = cut_in(part, run, element, first), cut_in(part, run, element, last)
        if spans and spans[-1][0] is run and spans[-1][2] == begin:
            begin = spans.pop()[1]
        spans.append((run, begin, end))
    w, declared = part.prefix
    for run, begin, end in spans:
        opened = f'<{w}del{declared} {w}id="{next(ids)}" {w}author="{author}">'
        runs[run].deleted.append((begin, end, opened.encode(), f"</{w}del>".encode()))
    if not stroke.text:
        return
    if spans:
        run, _, cut = spans[0]
        _mark(runs[run].marks, cut, _inserted(part, stroke.text, run.find(RPR), ids, author))
        return
    beside = touched(paragraph, stroke.start, stroke.end)
    if beside is None:
        empty = _at(part, paragraph.location.path)
        properties = empty.find(PPR)
        formatting = properties.find(RPR) if properties is not None else None
        text = _inserted(part, stroke.text, formatting, ids, author)
        part.insert(part.span(empty).close, text)
        return
    run, element = _run(part, beside.path)
    cut = cut_in(part, run, element, beside.offset + stroke.start - beside.start)
    _mark(runs[run].marks, cut, _inserted(part, stroke.text, run.find(RPR), ids, author))


def _mark(marks: dict[Cut, bytes], cut: Cut, text: bytes) -> None:
    marks[cut] = marks.get(cut, b"") + text


def _run(part: Part, path: str) -> tuple[etree._Element, etree._Element]:
    """The run that holds the element at `path`, and that element."""
    element = _at(part, path)
    run = element.getparent()
    if run is None:
        raise ValueError(f"{part.name} has no run at {path}")
    return run, element


def _at(part: Part, path: str) -> etree._Element:
    """The element at `path`, which the reader has found there."""
    element = part.at(path)
    if element is None:
        raise ValueError(f"{part.name} has nothing at {path}")
    return element


def _inserted(
    part: Part, text: str, formatting: etree._Element | None, ids: Iterator[int], author: str
) -> bytes:
    w, declared = part.prefix
    span = part.span(formatting) if formatting is not None else None
    properties = b""
    if formatting is not None and span is not None:
        holder = formatting.getparent()
        tag = part.tag(formatting)
        properties = tag if holder is None else moved(tag, part.tag(holder))
        properties += part.raw(span.inner, span.end)
    opened = f'<{w}ins{declared} {w}id="{next(ids)}" {w}author="{author}"><{w}r>'
    said = f'<{w}t xml:space="preserve">{escaped(text).decode()}</{w}t></{w}r></{w}ins>'
    return opened.encode() + properties + said.encode()
