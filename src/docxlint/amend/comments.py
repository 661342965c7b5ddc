"""The part of a package that holds its comments (17.13.4), extended or made anew."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from docxlint.amend.part import Part
from docxlint.amend.runs import escaped
from docxlint.amend.words import AUTHOR, INITIALS
from docxlint.reader.names import PREFIXES, W_URI
from docxlint.reader.package import Package

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_TYPES = "[Content_Types].xml"
_TYPES_URI = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS_URI = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def free_ids(*parts: Part | None) -> Iterator[int]:
    """Numbers that none of `parts` uses as an id, from 0 on."""
    used = {name for part in parts if part is not None for name in part.ids()}
    number = 0
    while True:
        if str(number) not in used:
            yield number
        number += 1


def comments_part(package: Package, main: str) -> Part | None:
    """The part with the comments of `main`, None where it has none."""
    for relationship in package.relationships(main):
        if relationship.kind == "comments":
            return Part(package.read(relationship.target), relationship.target)
    return None


def with_comments(
    package: Package, main: Part, own: Part | None, comments: Iterable[tuple[int, Sequence[str]]]
) -> dict[str, bytes]:
    """The parts that are new or other when `comments` (id and lines) are added to the document
    `main`, whose part of comments is `own`; `main` itself is not among them.
    """
    if own is not None:
        text = "".join(_comment(*each, *own.prefix) for each in comments)
        own.append(own.root, text.encode())
        return {own.name: own.data()}
    uri = f"{_STRICT}wordprocessingml/main" if main.strict else W_URI
    text = "".join(_comment(*each, "w:", "") for each in comments)
    folder, file = posixpath.split(main.name)
    name = _free_name(package, folder)
    parts = {name: f'{_HEAD}<w:comments xmlns:w="{uri}">{text}</w:comments>'.encode()}
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    known = package.part(rels)
    kind = (
        f"{_STRICT}officeDocument/relationships/comments"
        if main.strict
        else f"{PREFIXES['r']}/comments"
    )
    parts |= _related(package, known or rels, known is not None, kind, posixpath.basename(name))
    parts |= _typed(package, name, rels_too=known is None)
    return parts


def _comment(number: int, lines: Sequence[str], w: str, declared: str) -> str:
    paragraphs = []
    for at, line in enumerate(lines):
        # The mark by which Word knows the comment's text stands at its beginning (17.13.4.1).
        mark = f"<{w}r><{w}annotationRef/></{w}r>" if at == 0 else ""
        bold = f"<{w}rPr><{w}b/></{w}rPr>" if at == 0 else ""
        text = escaped(line).decode()
        said = f'<{w}r>{bold}<{w}t xml:space="preserve">{text}</{w}t></{w}r>'
        paragraphs.append(f"<{w}p>{mark}{said}</{w}p>")
    return (
        f'<{w}comment{declared} {w}id="{number}" {w}author="{AUTHOR}" {w}initials="{INITIALS}">'
        f"{''.join(paragraphs)}</{w}comment>"
    )


def _free_name(package: Package, folder: str) -> str:
    number = 0
    while True:
        name = posixpath.join(folder, f"comments{number or ''}.xml")
        if package.part(name) is None:
            return name
        number += 1


def _related(package: Package, rels: str, known: bool, kind: str, target: str) -> dict[str, bytes]:
    """The relationships with one more; they may not have been there at all."""
    if not known:
        text = f'{_HEAD}<Relationships xmlns="{_RELS_URI}"></Relationships>'.encode()
        part = Part(text, rels)
    else:
        part = Part(package.read(rels), rels)
    used = {element.get("Id") for element in part.root}
    number = 1
    while f"rId{number}" in used:
        number += 1
    prefix, declared = _spelled(part, _RELS_URI)
    said = f'<{prefix}Relationship{declared} Id="rId{number}" Type="{kind}" Target="{target}"/>'
    part.append(part.root, said.encode())
    return {rels: part.data()}


def _typed(package: Package, name: str, *, rels_too: bool) -> dict[str, bytes]:
    """The content types with that of `name`, and that of relationships where it is wanting."""
    types = package.part(_TYPES)
    if types is None:
        return {}
    part = Part(package.read(types), types)
    prefix, declared = _spelled(part, _TYPES_URI)
    text = f'<{prefix}Override{declared} PartName="/{name}" ContentType="{_TYPE}"/>'
    extensions = {(e.get("Extension") or "").lower() for e in part.root}
    if rels_too and "rels" not in extensions:
        text = f'<{prefix}Default{declared} Extension="rels" ContentType="{_RELS_TYPE}"/>' + text
    part.append(part.root, text.encode())
    return {types: part.data()}


def _spelled(part: Part, uri: str) -> tuple[str, str]:
    """How an element of `uri` is written in the root of `part`: prefix and declaration."""
    for prefix, known in part.root.nsmap.items():
        if known == uri:
            return (f"{prefix}:" if prefix else ""), ""
    return "", f' xmlns="{uri}"'
