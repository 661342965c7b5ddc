"""The passages and lines of a bound form that checks of running text read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import msgspec

from docxlint.core.document import Paragraph, Passage, Table
from docxlint.core.location import Location, Node
from docxlint.form.bound import BoundForm, BoundSection
from docxlint.text.language import Language
from docxlint.text.lines import NumberedLine, split_lines
from docxlint.text.running_text import RunningText, join_passages


def section_lines(section: BoundSection, language: Language) -> Iterator[NumberedLine]:
    """The lines of a section's running text, without text boxes, which stand beside it."""
    for paragraph in section.paragraphs:
        if not paragraph.box:
            location = paragraph_location(section, paragraph)
            yield from split_lines(paragraph, location, language.headings)


def paragraph_location(section: BoundSection, paragraph: Paragraph) -> Location:
    """The location of a paragraph of `section`, with the section's label."""
    return msgspec.structs.replace(paragraph.location, section=section.location.section)


def section_labels(bound: BoundForm) -> dict[Node, str | None]:
    """The label of the section of each paragraph of the body, those in tables included."""
    passages = (*bound.passages, *bound.cells)
    return {passage.location.node: passage.location.section for passage in passages}


def with_section(place: Location, labels: Mapping[Node, str | None]) -> Location:
    """`place` with the label of its section, if it is in a paragraph of `labels`."""
    paragraph = place.node.nearest(labels)
    label = None if paragraph is None else labels[paragraph]
    return place if label is None else msgspec.structs.replace(place, section=label)


def running_texts(bound: BoundForm, sections: Iterable[str] = ()) -> Iterator[RunningText]:
    """The running text of those sections, of the whole document without any, in reading order."""
    wanted = frozenset(sections)
    passages = (
        passage
        for passage in bound.passages
        if passage.role == "text" and (not wanted or passage.section in wanted)
    )
    blocks = bound.document.blocks
    openings = frozenset(id(b) for before, b in pairwise(blocks) if isinstance(before, Table))
    return join_passages(passages, openings, bound.language)


def passages(bound: BoundForm, *, cells: bool = False, notes: bool = False) -> Iterator[Passage]:
    """The passages of the body in reading order.

    `cells` adds the paragraphs inside tables, `notes` those of headers, footers, footnotes and
    endnotes (role "note").
    """
    yield from bound.passages
    if cells:
        yield from bound.cells
    if notes:
        for story in bound.document.stories:
            if story.kind != "comment":
                for block in story.blocks:
                    if isinstance(block, Paragraph):
                        yield Passage(block, None, "note", block.location)
