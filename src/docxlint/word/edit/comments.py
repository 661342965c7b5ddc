"""The comments part of a package (17.13.4), extended or created."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from docxlint.word.edit.copy_error import CannotCopy, CopyProblem
from docxlint.word.edit.earlier_comments import remove_elements
from docxlint.word.edit.indexed_part import IndexedPart
from docxlint.word.edit.package_parts import STRICT, XML_DECLARATION, add_part
from docxlint.word.edit.part_edits import PartEdits
from docxlint.word.edit.split_runs import escape_text
from docxlint.word.ooxml.names import W_URI, w
from docxlint.word.ooxml.package import Package
from docxlint.word.ooxml.unreadable import printable

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Author(NamedTuple):
    """The author of a comment (17.13.4.2): plain text without markup."""

    name: str
    initials: str


class Comment(NamedTuple):
    """A comment: its id, and the text of each paragraph."""

    id: int
    lines: Sequence[str]


def free_ids(*parts: IndexedPart | None) -> Iterator[int]:
    """The numbers from 0 on that no element in `parts` uses as an id."""
    used = {id_ for part in parts if part is not None for id_ in part.ids}
    number = 0
    while True:
        if str(number) not in used:
            yield number
        number += 1


def find_comments_part(package: Package, main: str) -> IndexedPart | None:
    """The part with the comments of the part `main`, or None.

    Raises CannotCopy if the relationship leads to a part that holds something else.
    """
    for relationship in package.relationships(main):
        if relationship.kind == "comments":
            part = IndexedPart.from_package(package, relationship.target)
            if part.root.tag != w("comments"):
                raise CannotCopy(CopyProblem.NOT_COMMENTS, part=printable(part.name))
            return part
    return None


def add_comments(
    package: Package,
    main: IndexedPart,
    existing: IndexedPart | None,
    comments: Iterable[Comment],
    author: Author,
    earlier: Sequence[etree._Element] = (),
) -> dict[str, bytes]:
    """The parts that are new or changed when `main` gets `comments` by `author`, by name.

    `existing` is the part with the comments of `main`, if it has one, and `earlier` the comments
    in it that give way. The marks in `main` are up to the caller. Raises CannotCopy as `add_part`
    does.
    """
    if existing is not None:
        text = "".join(_comment_xml(comment, author, *existing.prefix) for comment in comments)
        edits = PartEdits(existing)
        remove_elements(edits, earlier)
        edits.append(existing.root, text.encode())
        return {existing.name: edits.data()}
    uri = f"{STRICT}wordprocessingml/main" if main.is_strict else W_URI
    text = "".join(_comment_xml(comment, author, "w:", "") for comment in comments)
    name, parts = add_part(package, main, "comments", _TYPE)
    xml = f'{XML_DECLARATION}<w:comments xmlns:w="{uri}">{text}</w:comments>'
    return {name: xml.encode(), **parts}


def _comment_xml(comment: Comment, author: Author, w: str, declared: str) -> str:
    paragraphs = []
    for at, line in enumerate(comment.lines):
        # Word expects the annotation mark at the start of the comment's text (17.13.4.1).
        mark = f"<{w}r><{w}annotationRef/></{w}r>" if at == 0 else ""
        bold = f"<{w}rPr><{w}b/></{w}rPr>" if at == 0 else ""
        text = escape_text(line).decode()
        run = f'<{w}r>{bold}<{w}t xml:space="preserve">{text}</{w}t></{w}r>'
        paragraphs.append(f"<{w}p>{mark}{run}</{w}p>")
    return (
        f'<{w}comment{declared} {w}id="{comment.id}" {w}author="{author.name}"'
        f' {w}initials="{author.initials}">'
        f"{''.join(paragraphs)}</{w}comment>"
    )
