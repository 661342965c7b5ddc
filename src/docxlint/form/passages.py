"""The passages and lines of a bound form that checks of running text read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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


def section_labeller(bound: BoundForm) -> Callable[[Location], Location]:
    """A function that returns a place with the label of the section that it stands in.

    The places of sections are looked up at its first call: most documents need none.
    """
    labels: dict[Node, str | None] = {}

    def with_section(place: Location) -> Location:
        if not labels:
            labels.update(_section_labels(bound))
        holder = place.node.nearest(labels)
        label = None if holder is None else labels[holder]
        return place if label is None else msgspec.structs.replace(place, section=label)

    return with_section


def _section_labels(bound: BoundForm) -> Iterator[tuple[Node, str | None]]:
    """The label of the section of each table and of each paragraph, those in tables included."""
    for section in bound.sections:
        yield from ((table.location.node, section.location.section) for table in section.tables)
    for passage in (*bound.passages, *bound.cells):
        yield passage.location.node, passage.location.section


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
