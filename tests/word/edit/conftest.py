"""A document made of literal XML, with the index of its main part and of its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from docxlint.core.document import Paragraph
from docxlint.core.location import Location
from docxlint.word.edit.document_index import DocumentIndex
from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.ooxml.package import Package
from docxlint.word.source import open_document

_BODY = "/w:document/w:body"


@dataclass(frozen=True, slots=True)
class Indexed:
    """A document, opened and indexed for editing."""

    package: Package
    part: IndexedPart
    index: DocumentIndex

    def paragraph(self, path: str = "/w:p[1]") -> Paragraph:
        """The paragraph at a path from the body."""
        paragraph = self.index.paragraph(Location(self.part.name, f"{_BODY}{path}"))
        assert paragraph is not None
        return paragraph


@pytest.fixture
def indexed(docx: Callable[..., bytes]) -> Callable[..., Indexed]:
    """Makes a document with a body, as the fixture `docx` does, and indexes it."""

    def make(body: str, **parts: object) -> Indexed:
        opened = open_document(docx(body, **parts), keep_parts=True)
        assert opened.package is not None and opened.document is not None
        part = IndexedPart.from_package(opened.package, opened.package.main())
        return Indexed(opened.package, part, DocumentIndex(opened.document))

    return make
