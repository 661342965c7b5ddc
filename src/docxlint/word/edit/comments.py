"""The part of a package that holds its comments (17.13.4), extended or made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docxlint.core.message import Message
from docxlint.word.edit.copy_faults import NoCopy
from docxlint.word.edit.package_parts import HEAD, STRICT, added
from docxlint.word.edit.part import Part
from docxlint.word.edit.split_runs import escaped
from docxlint.word.ooxml.names import W_URI, w
from docxlint.word.ooxml.package import Package
from docxlint.word.ooxml.unreadable import printable

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NOT_COMMENTS = Message(
    zh="文档所指的批注部件 {part} 里不是批注",
    en="what the document refers to as its comments, {part}, are none",
)


class Author(NamedTuple):
    """Whose name a comment bears (17.13.4.2): plain text without markup."""

    name: str
    initials: str


def free_ids(*parts: Part | None) -> Iterator[int]:
    """Numbers that none of `parts` uses as an id, from 0 on."""
    used = {name for part in parts if part is not None for name in part.ids()}
    number = 0
    while True:
        if str(number) not in used:
            yield number
        number += 1


def comments_part(package: Package, main: str) -> Part | None:
    """The part with the comments of `main`, None where it has none; NoCopy if it is another."""
    for relationship in package.relationships(main):
        if relationship.kind == "comments":
            part = Part(package.read(relationship.target), relationship.target)
            if part.root.tag != w("comments"):
                raise NoCopy(_NOT_COMMENTS(part=printable(part.name)))
            return part
    return None


def with_comments(
    package: Package,
    main: Part,
    own: Part | None,
    comments: Iterable[tuple[int, Sequence[str]]],
    author: Author,
) -> dict[str, bytes]:
    """The new and changed parts when `comments` (id and lines) by `author` are added to `main`.

    `own` is the part that holds the comments of `main` today, None where it has none. `main`
    itself is not in the result.
    """
    if own is not None:
        text = "".join(_comment(*each, author, *own.prefix) for each in comments)
        own.append(own.root, text.encode())
        return {own.name: own.data()}
    uri = f"{STRICT}wordprocessingml/main" if main.strict else W_URI
    text = "".join(_comment(*each, author, "w:", "") for each in comments)
    name, parts = added(package, main, "comments", _TYPE)
    return {name: f'{HEAD}<w:comments xmlns:w="{uri}">{text}</w:comments>'.encode(), **parts}


def _comment(number: int, lines: Sequence[str], author: Author, w: str, declared: str) -> str:
    paragraphs = []
    for at, line in enumerate(lines):
        # The mark by which Word knows the comment's text stands at its beginning (17.13.4.1).
        mark = f"<{w}r><{w}annotationRef/></{w}r>" if at == 0 else ""
        bold = f"<{w}rPr><{w}b/></{w}rPr>" if at == 0 else ""
        text = escaped(line).decode()
        said = f'<{w}r>{bold}<{w}t xml:space="preserve">{text}</{w}t></{w}r>'
        paragraphs.append(f"<{w}p>{mark}{said}</{w}p>")
    return (
        f'<{w}comment{declared} {w}id="{number}" {w}author="{author.name}"'
        f' {w}initials="{author.initials}">'
        f"{''.join(paragraphs)}</{w}comment>"
    )
