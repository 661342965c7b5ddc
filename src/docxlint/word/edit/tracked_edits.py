"""Repairs written as tracked changes (17.13.5.14 del, 17.13.5.18 ins)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from docxlint.core.document import Paragraph
from docxlint.word.edit.document_index import piece_beside, pieces_between
from docxlint.word.edit.edit_plan import Repair
from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.insert_points import cut_in_run
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.edit.split_runs import RunCut, RunDeletion, escape_text, rewrite_run
from docxlint.word.edit.start_tags import with_outer_scope
from docxlint.word.edit.text_diff import TextEdit
from docxlint.word.ooxml.names import PPR, RPR


class _RunChanges(NamedTuple):
    """What changes in one run."""

    marks: dict[RunCut, bytes]
    deletions: list[RunDeletion]

    def insert(self, cut: RunCut, text: bytes) -> None:
        self.marks[cut] = self.marks.get(cut, b"") + text


class _PieceRange(NamedTuple):
    """Characters of one run, from one cut to another."""

    run: etree._Element
    start: RunCut
    end: RunCut


def write_tracked_edits(
    edits: PartEdits, repairs: Iterable[Repair], ids: Iterator[int], author: str
) -> None:
    """Add `repairs` to `edits` as tracked changes by `author`, a name without markup.

    Their ids come from `ids`. Inserted text has the formatting of the text that it replaces,
    else of the text before it.
    """
    writer = _TrackedEdits(edits, ids, author)
    for repair in repairs:
        for edit in repair.edits:
            writer.add(repair.paragraph, edit)
    writer.write()


class _TrackedEdits:
    """The changes of all runs of a part, collected before they are written."""

    def __init__(self, edits: PartEdits, ids: Iterator[int], author: str) -> None:
        self._edits = edits
        self._part = edits.part
        self._ids = ids
        self._author = author
        self._runs: defaultdict[etree._Element, _RunChanges] = defaultdict(
            lambda: _RunChanges({}, [])
        )

    def add(self, paragraph: Paragraph, edit: TextEdit) -> None:
        """One edit of `paragraph`."""
        ranges = self._ranges(paragraph, edit)
        for run, start, end in ranges:
            opened, closed = self._tags("del")
            self._runs[run].deletions.append(RunDeletion(start, end, opened, closed))
        if not edit.text:
            return
        if ranges:
            run, _, cut = ranges[0]
            self._runs[run].insert(cut, self._insertion(edit.text, run.find(RPR)))
            return
        beside = piece_beside(paragraph, edit.start, edit.end)
        if beside is None:
            element = _element_at(self._part, paragraph.location.path)
            properties = element.find(PPR)
            formatting = properties.find(RPR) if properties is not None else None
            text = self._insertion(edit.text, formatting)
            self._edits.insert(self._part.span(element).close, text)
            return
        run, piece = _run_and_piece(self._part, beside.path)
        cut = cut_in_run(self._part, run, piece, beside.offset + edit.start - beside.start)
        self._runs[run].insert(cut, self._insertion(edit.text, run.find(RPR)))

    def write(self) -> None:
        """Rewrite the runs that change."""
        # Runs in a text box come before the run that holds the box.
        for run in sorted(self._runs, key=self._part.span, reverse=True):
            marks, deletions = self._runs[run]
            span = self._part.span(run)
            text = rewrite_run(self._edits, run, marks, self._ids, deletions)
            self._edits.replace(span.start, span.end, text)

    def _ranges(self, paragraph: Paragraph, edit: TextEdit) -> list[_PieceRange]:
        """The characters that `edit` removes, run by run."""
        ranges: list[_PieceRange] = []
        for piece, first, last in pieces_between(paragraph, edit.start, edit.end):
            run, element = _run_and_piece(self._part, piece.path)
            start = cut_in_run(self._part, run, element, first)
            end = cut_in_run(self._part, run, element, last)
            if ranges and ranges[-1].run is run and ranges[-1].end == start:
                start = ranges.pop().start
            ranges.append(_PieceRange(run, start, end))
        return ranges

    def _tags(self, local: str) -> tuple[bytes, bytes]:
        """The start and end tag of a tracked change."""
        w, declared = self._part.prefix
        opened = f'<{w}{local}{declared} {w}id="{next(self._ids)}" {w}author="{self._author}">'
        return opened.encode(), f"</{w}{local}>".encode()

    def _insertion(self, text: str, formatting: etree._Element | None) -> bytes:
        """An inserted run of `text` with the run properties `formatting`."""
        properties = b"" if formatting is None else _copy_properties(self._part, formatting)
        opened, closed = self._tags("ins")
        w, _ = self._part.prefix
        head, tail = f"<{w}r>".encode(), f"</{w}t></{w}r>".encode()
        start = f'<{w}t xml:space="preserve">'.encode()
        return opened + head + properties + start + escape_text(text) + tail + closed


def _copy_properties(part: IndexedPart, formatting: etree._Element) -> bytes:
    """The bytes of the run properties `formatting`, to stand in another run."""
    span = part.span(formatting)
    parent = formatting.getparent()
    tag = part.start_tag(formatting)
    opened = tag if parent is None else with_outer_scope(tag, part.start_tag(parent))
    return opened + part.raw(span.inner, span.end)


def _run_and_piece(part: IndexedPart, path: str) -> tuple[etree._Element, etree._Element]:
    """The element at `path` and the run that holds it, the run first."""
    element = _element_at(part, path)
    run = element.getparent()
    if run is None:
        raise ValueError(f"{part.name} has no run at {path}")
    return run, element


def _element_at(part: IndexedPart, path: str) -> etree._Element:
    """The element at a path that comes from the reader."""
    element = part.element_at(path)
    if element is None:
        raise ValueError(f"{part.name} has nothing at {path}")
    return element
