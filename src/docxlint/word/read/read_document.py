"""From the bytes of a file to the frozen document."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from docxlint.core.document import Document
from docxlint.core.location import Location
from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import w
from docxlint.word.ooxml.package import Package, Relationship
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.ooxml.xml import parse
from docxlint.word.read.body import StoryReader
from docxlint.word.read.list_numbering import Numbering
from docxlint.word.read.package_faults import package_faults
from docxlint.word.read.scope import Budget, Scope, is_plain, prompts
from docxlint.word.read.stories import stories
from docxlint.word.read.styles import Styles, without_unused


def read(source: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008 - it is frozen
    """Return what the .docx, .docm, .dotx or .dotm in `source` shows with all changes accepted.

    Raise Unreadable for anything else, and for a document that exceeds `limits`. No macro is
    run and nothing is fetched.
    """
    return read_package(Package(source, limits))


def read_package(package: Package) -> Document:
    """Read the document in `package`. Raises Unreadable as `read` does."""
    part = package.main()
    try:
        return _document(package, part)
    except RecursionError as error:
        # The caller may have used up most of the stack.
        raise Unreadable(Code.TOO_DEEP, part=part) from error


def _document(package: Package, part: str) -> Document:
    root = package.tree(part)
    if root.tag != w("document"):
        raise Unreadable(Code.NOT_WORD)
    relationships = package.relationships(part)
    styles = Styles(_part(package, relationships, "styles"))
    numbering = Numbering(_part(package, relationships, "numbering"), styles)
    plain = is_plain(root, styles)
    scope = Scope(part, package.limits, Budget(package.limits), styles, numbering, plain)
    scope.prompts = prompts(root)
    path = "/w:document/w:body"
    body = root.find(w("body"))
    blocks = StoryReader(scope).read(body, path, counted=True) if body is not None else []
    beside = tuple(stories(package, relationships, root, scope))
    return Document(
        blocks=tuple(blocks),
        location=Location(part, path),
        stories=beside,
        revisions=tuple(scope.revisions),
        gaps=tuple(scope.gaps),
        concealed=tuple(scope.concealed),
        changing_fields=tuple(scope.changing_fields),
        page_starts=tuple(scope.page_starts),
        package_faults=tuple(package_faults(package, part, root, relationships)),
    )


def _part(
    package: Package, relationships: Sequence[Relationship], kind: str
) -> etree._Element | None:
    for relationship in relationships:
        if relationship.kind == kind:
            target = relationship.target
            if kind == "styles":
                return parse(without_unused(package.read(target)), target, package.limits)
            return package.tree(target)
    return None
