"""Bind a form to a document: find the document's parts and name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.core.document import Document, Paragraph, Passage, Table
from docxlint.form.bound import BoundForm, BoundSection, BoundTitle
from docxlint.form.find_sections import find_sections
from docxlint.form.find_tables import find_tables
from docxlint.form.find_title import find_title
from docxlint.form.reading_flow import reading_flow
from docxlint.form.repetitions import repeated_parts
from docxlint.form.schema import Form
from docxlint.form.year_sources import settle_year, year_sources

# Without any section of the form, the title is looked for in so many paragraphs.
_FRONT = 10


def bind(document: Document, form: Form, year: int | None = None) -> BoundForm:
    """Bind `form` to `document`. `year` replaces the report year that the document states.

    Sections are found first, by the form's headings. Each table is found in its section or, where
    the section is missing, anywhere by its labels. What is missing is absent from the result and
    never an error.
    """
    document = msgspec.structs.replace(document, blocks=reading_flow(document.blocks, form))
    sections = find_sections(document.blocks, form)
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    front = paragraphs[:_FRONT]
    if sections:
        first = next(i for i, p in enumerate(paragraphs) if p is sections[0].heading)
        front = paragraphs[:first]
    title = find_title(front, form.title, form.language) or _title_in_header(document, form)
    tables = find_tables(form, document, sections)
    bound = BoundForm(
        form=form,
        document=document,
        title=title,
        year=year,
        sections=sections,
        tables=tables.tables,
        passages=tuple(_passages(front if sections else paragraphs, title, sections)),
        cells=tuple(_cells(document, sections)),
        repetitions=tuple(repeated_parts(sections, tables.repetitions)),
    )
    if year is None:
        year = settle_year(year_sources(bound))
    return msgspec.structs.replace(bound, year=year)


def _title_in_header(document: Document, form: Form) -> BoundTitle | None:
    """The title in a page header, for a document that has none in its body."""
    headers = (story for story in document.stories if story.kind == "header")
    titles = (
        find_title(
            [b for b in header.blocks if isinstance(b, Paragraph)], form.title, form.language
        )
        for header in headers
    )
    return next((title for title in titles if title is not None), None)


def _passages(
    front: Sequence[Paragraph], title: BoundTitle | None, sections: Sequence[BoundSection]
) -> Iterator[Passage]:
    lines = {id(p) for p in title.paragraphs} if title is not None else set()
    for paragraph in front:
        role = "title" if id(paragraph) in lines else "text"
        yield Passage(paragraph, None, role, paragraph.location)
    for section in sections:
        name = section.form.name if section.form is not None else None
        label = section.location.section
        yield Passage(section.heading, name, "heading", section.location)
        for paragraph in section.paragraphs:
            location = msgspec.structs.replace(paragraph.location, section=label)
            yield Passage(paragraph, name, "text", location)


def _cells(document: Document, sections: Sequence[BoundSection]) -> Iterator[Passage]:
    homes = {id(table): section for section in sections for table in section.tables}
    for block in document.blocks:
        if isinstance(block, Table):
            home = homes.get(id(block))
            name = home.form.name if home is not None and home.form is not None else None
            label = home.location.section if home is not None else None
            for paragraph in _inside(block):
                location = msgspec.structs.replace(paragraph.location, section=label)
                yield Passage(paragraph, name, "cell", location)


def _inside(table: Table) -> Iterator[Paragraph]:
    for cell in table.cells():
        yield from cell.paragraphs
        for nested in cell.tables:
            yield from _inside(nested)
