"""Reading a document: from the bytes of a file to the frozen model."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from lxml import etree

from docxlint.core.document import Document
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.word.ooxml.faults import Unreadable, shown
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import w
from docxlint.word.ooxml.package import Package, Relationship
from docxlint.word.ooxml.xml import TOO_DEEP, parse
from docxlint.word.read.body import Walk
from docxlint.word.read.list_numbering import Numbering
from docxlint.word.read.scope import Budget, Scope, is_plain
from docxlint.word.read.stories import stories
from docxlint.word.read.styles import Styles, without_table_styles

NOT_WORD = Message(
    zh="正文部件 {part} 不是 Word 文档的内容（可能是表格或演示文稿）。",
    en="The main part {part} is not that of a Word document (a workbook or slides, perhaps).",
)


def read(source: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 - it is frozen
    """What the .docx, .docm, .dotx or .dotm in `source` shows with all changes accepted.

    Raises Unreadable, with a sentence for people, for everything that is no such document or
    asks for more than `limits`. Nothing of the document is executed or fetched.
    """
    return read_package(Package(source, limits))


def read_package(package: Package) -> Document:
    """Read the document in `package`. Raises Unreadable as `read` does."""
    part = package.main()
    try:
        with _uncollected():
            return _document(package, part)
    except RecursionError as error:
        # Where the caller has used up the stack, the document's depth is still what ends it.
        raise Unreadable(TOO_DEEP(part=shown(part))) from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Puts garbage collection off: all that is built in the meantime is kept, and has no cycles,
    so that collecting would only walk over a growing table again and again.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _document(package: Package, part: str) -> Document:
    root = package.tree(part)
    if root.tag != w("document"):
        raise Unreadable(NOT_WORD(part=shown(part)))
    relationships = package.relationships(part)
    styles = Styles(_part(package, relationships, "styles"))
    numbering = Numbering(_part(package, relationships, "numbering"), styles)
    plain = is_plain(root, styles)
    scope = Scope(part, package.limits, Budget(package.limits), styles, numbering, plain)
    path = "/w:document/w:body"
    body = root.find(w("body"))
    blocks = Walk(scope).story(body, path, counted=True) if body is not None else []
    beside = tuple(stories(package, relationships, root, scope))
    return Document(
        tuple(blocks), Location(part, path), beside, tuple(scope.revisions), tuple(scope.gaps)
    )


def _part(
    package: Package, relationships: Sequence[Relationship], kind: str
) -> etree._Element | None:
    for relationship in relationships:
        if relationship.kind == kind:
            target = relationship.target
            if kind == "styles":
                return parse(without_table_styles(package.read(target)), target, package.limits)
            return package.tree(target)
    return None
