"""The comments of one author that are in a document already, and how to take them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.ooxml.names import AUTHOR, ID, RPR, R, w
from docxlint.word.ooxml.package import Package

_COMMENT = w("comment")
_RANGES = (w("commentRangeStart"), w("commentRangeEnd"))
_REFERENCE = w("commentReference")
_PARA_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class EarlierComments(NamedTuple):
    """Comments to take out: their elements, and the elements in the main part that place them."""

    comments: Sequence[etree._Element] = ()
    marks: Sequence[etree._Element] = ()


def find_earlier_comments(
    package: Package, main: IndexedPart, existing: IndexedPart | None, author: str
) -> EarlierComments:
    """Return the comments by `author` in the part `existing` that nobody has answered.

    Word keeps answers as comments that name the paragraph of another one (MS-DOCX, 2.5.4.1).
    A comment with an answer stays, so that no person's text is lost.
    """
    if existing is None:
        return EarlierComments()
    answered = set(_answered_paragraphs(package, main))
    comments = [
        comment
        for comment in existing.root.iterchildren(_COMMENT)
        if comment.get(AUTHOR) == author
        and answered.isdisjoint(filter(None, (p.get(_PARA_ID) for p in comment)))
    ]
    ids = {comment.get(ID) for comment in comments}
    return EarlierComments(comments, list(_marks(main, ids)) if comments else [])


def _answered_paragraphs(package: Package, main: IndexedPart) -> Iterator[str]:
    """Yield the ids of the paragraphs whose comments belong to a thread of several."""
    for relationship in package.relationships(main.name):
        if relationship.kind == "commentsExtended":
            for entry in package.tree(relationship.target):
                parent = entry.get(f"{_W15}paraIdParent")
                if parent is not None:
                    yield from (parent, entry.get(f"{_W15}paraId", ""))


def _marks(main: IndexedPart, ids: set[str | None]) -> Iterator[etree._Element]:
    for mark in main.root.iter(*_RANGES):
        if mark.get(ID) in ids:
            yield mark
    for reference in main.root.iter(_REFERENCE):
        if reference.get(ID) in ids:
            yield _run_of(reference)


def _run_of(reference: etree._Element) -> etree._Element:
    """Return the run that holds nothing but `reference`, else `reference`."""
    run = reference.getparent()
    if run is None or run.tag != R:
        return reference
    others = [child for child in run if child is not reference and child.tag != RPR]
    return reference if others else run


def remove_elements(edits: PartEdits, elements: Sequence[etree._Element]) -> None:
    """Take `elements` out of the part of `edits`."""
    for element in elements:
        span = edits.part.span(element)
        edits.replace(span.start, span.end, b"")
