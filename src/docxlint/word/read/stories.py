"""The stories beside the body: headers and footers, notes, comments (17.10, 17.11, 17.13.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from docxlint.core.document import Block, Paragraph, Story
from docxlint.core.location import Location, shorten
from docxlint.word.ooxml.names import AUTHOR, ID, PREFIXES, STEP, w
from docxlint.word.ooxml.package import Package, Relationship
from docxlint.word.ooxml.xml import on
from docxlint.word.read.body import StoryReader
from docxlint.word.read.scope import Scope, is_plain, prompts

_HEADER, _FOOTER = w("headerReference"), w("footerReference")
_RID = f"{{{PREFIXES['r']}}}id"
_NOTE_KINDS = {"footnotes": "footnote", "endnotes": "endnote"}


def stories(
    package: Package,
    relationships: Sequence[Relationship],
    main: etree._Element,
    scope: Scope,
) -> Iterator[Story]:
    """Yield every story that shows: headers and footers in use, notes in use, all comments."""
    yield from _margins(package, relationships, main, scope)
    for kind, story in _NOTE_KINDS.items():
        wanted = [name for of, name in scope.notes if of == story]
        if wanted:
            yield from _notes(package, relationships, kind, scope, wanted)
    yield from _notes(package, relationships, "comments", scope, None)


def _margins(
    package: Package,
    relationships: Sequence[Relationship],
    main: etree._Element,
    scope: Scope,
) -> Iterator[Story]:
    targets = {r.id: r.target for r in relationships}
    read: set[str] = set()
    even: bool | None = None
    for reference in main.iter(_HEADER, _FOOTER):
        target = targets.get(reference.get(_RID, ""))
        if target is None or target in read:
            continue
        pages = reference.get(w("type"), "default")
        if pages == "first" and not _has_title_page(reference.getparent()):
            continue
        if pages == "even":
            if even is None:
                even = _even_differs(package, relationships)
            if not even:
                continue
        read.add(target)
        root = package.tree(target)
        path = f"/{STEP[root.tag]}"
        blocks = _blocks(root, path, target, scope)
        kind = "header" if reference.tag == _HEADER else "footer"
        yield Story(kind, blocks, Location(target, path, text=_text(blocks)))


def _has_title_page(section: etree._Element | None) -> bool:
    """Return whether the section has a first page of its own (17.10.6)."""
    return section is not None and on(section.find(w("titlePg")))


def _even_differs(package: Package, relationships: Sequence[Relationship]) -> bool:
    """Whether the document asks for even pages of their own (17.10.1)."""
    for relationship in relationships:
        if relationship.kind == "settings":
            settings = package.tree(relationship.target)
            return on(settings.find(w("evenAndOddHeaders")))
    return False


def _notes(
    package: Package,
    relationships: Sequence[Relationship],
    kind: str,
    scope: Scope,
    wanted: Sequence[str] | None,
) -> Iterator[Story]:
    """Yield the notes of one part: those `wanted`, in that order, or all of them."""
    for relationship in relationships:
        if relationship.kind != kind:
            continue
        target = relationship.target
        root = package.tree(target)
        notes: dict[str, tuple[etree._Element, str]] = {}
        counts: dict[str, int] = {}
        for element in root:
            position = counts[element.tag] = counts.get(element.tag, 0) + 1
            path = f"/{STEP[root.tag]}/{STEP[element.tag]}[{position}]"
            notes.setdefault(element.get(ID, ""), (element, path))
        for name in dict.fromkeys(wanted if wanted is not None else notes):
            if name in notes:
                element, path = notes[name]
                blocks = _blocks(element, path, target, scope)
                where = Location(target, path, text=_text(blocks))
                yield Story(_NOTE_KINDS.get(kind, "comment"), blocks, where, element.get(AUTHOR))
        return


def _blocks(element: etree._Element, path: str, part: str, scope: Scope) -> tuple[Block, ...]:
    inner = Scope(
        part,
        scope.limits,
        scope.budget,
        scope.styles,
        scope.numbering,
        is_plain(element, scope.styles),
        scope.revisions,
        scope.gaps,
        concealed=scope.concealed,
        changing_fields=scope.changing_fields,
        prompts=prompts(element),
    )
    return tuple(StoryReader(inner).read(element, path))


def _text(blocks: Sequence[Block]) -> str:
    """Return the beginning of a story, for display."""
    return shorten(" ".join(b.text for b in blocks[:5] if isinstance(b, Paragraph)))
