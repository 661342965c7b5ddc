"""The original of a copy: what annotated and repaired copies of a document share."""

from __future__ import annotations

from functools import cached_property

import msgspec

from docxlint.core.message import Message
from docxlint.word.edit.comments import find_comments_part
from docxlint.word.edit.document_index import DocumentIndex
from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.source import OpenedDocument

SIGNATURES_LOST = Message(
    zh="原文档带有数字签名；副本内容已改动，签名在副本上无效",
    en="the original is digitally signed; the signatures are not valid for the copy",
)


class Copy(msgspec.Struct, frozen=True):
    """The bytes of a copy, the number of findings in it, and notices for its reader."""

    data: bytes
    findings: int
    notices: tuple[Message, ...] = ()


class Original:
    """A document from which copies are made. It is indexed once and never changes.

    Each copy has edits of its own, so that none of them shows up in another.
    """

    def __init__(self, opened: OpenedDocument) -> None:
        """`opened` must be readable, with its parts kept; ValueError otherwise."""
        if opened.document is None or opened.package is None:
            raise ValueError(f"{opened.name} was not opened for copies")
        self.data = opened.data
        self.package = opened.package
        self._document = opened.document

    @cached_property
    def index(self) -> DocumentIndex:
        """The paragraphs and cells of the document."""
        return DocumentIndex(self._document)

    @cached_property
    def main(self) -> IndexedPart:
        """The main part."""
        return IndexedPart.from_package(self.package, self.package.main())

    @cached_property
    def comments(self) -> IndexedPart | None:
        """The part that holds the comments, or None. Raises CannotCopy."""
        return find_comments_part(self.package, self.main.name)

    @property
    def notices(self) -> tuple[Message, ...]:
        """What the reader of any copy should know."""
        return (SIGNATURES_LOST,) if self._is_signed else ()

    @property
    def _is_signed(self) -> bool:
        """Whether the package carries digital signatures (ECMA-376 Part 2, 10)."""
        return any(
            relationship.kind == "origin" and "signature" in relationship.target.lower()
            for relationship in self.package.relationships("")
        )
