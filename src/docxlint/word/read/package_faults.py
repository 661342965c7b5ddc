"""What Word must repair before it opens a file, or refuses it for.

Only faults that make Word say so are looked for: Word is lenient about much that the standard
forbids.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from docxlint.core.document import PackageFault, PackageFaultKind
from docxlint.core.location import Location
from docxlint.word.ooxml.content import path_of
from docxlint.word.ooxml.names import (
    ALTERNATE,
    PREFIXES,
    SDT,
    TBL,
    TC,
    TR,
    P,
    R,
    T,
    mc,
    w,
)
from docxlint.word.ooxml.package import Package, Relationship

_RID = f"{{{PREFIXES['r']}}}id"
_BODY, _BOX, _HYPERLINK = w("body"), w("txbxContent"), w("hyperlink")
_HEADER, _FOOTER = w("headerReference"), w("footerReference")
_MISPLACED_IN = {
    P: frozenset((P, R, TBL, TR, _HYPERLINK, T)),
    TBL: frozenset((P, R, TBL, TR, _HYPERLINK)),
    TR: frozenset((_BODY, P, R, TR, TC)),
    TC: frozenset((_BODY, P, R, TBL, TC)),
    R: frozenset((_BODY, R, TBL, TR, TC, _BOX, T)),
    T: frozenset((_BODY, P, TBL, TR, TC, _BOX, _HYPERLINK, T)),
}
"""Elements with text → parents that cannot hold them (17.2.2, 17.3.1.22, 17.3.2.25, 17.4)."""
_WITH_BLOCKS = frozenset((TC, _BOX))
_WRAPPERS = frozenset((SDT, *map(w, ("sdtContent", "customXml", "ins", "moveTo"))))
_BLOCKS = (P, TBL, ALTERNATE, w("altChunk"), *sorted(_WRAPPERS))
_REFERENCES = frozenset((_HYPERLINK, _HEADER, _FOOTER))
_PREFIX_LISTS = (mc("Ignorable"), mc("MustUnderstand"), mc("ProcessContent"))


def package_faults(
    package: Package, part: str, root: etree._Element, relationships: Sequence[Relationship]
) -> Iterator[PackageFault]:
    """Yield the faults of the main part `part`, whose root is `root`, and of its relationships."""
    yield from _undeclared_prefixes(part, root)
    yield from _elements(package, part, root)
    yield from _untyped_parts(package, part, relationships)


def _undeclared_prefixes(part: str, root: etree._Element) -> Iterator[PackageFault]:
    """A prefix that a list for markup compatibility names must be declared (Part 3, 7.2)."""
    for attribute in _PREFIX_LISTS:
        for name in (root.get(attribute) or "").split():
            if name.partition(":")[0] not in root.nsmap:
                where = Location(part, path_of(root), text=name)
                yield PackageFault(PackageFaultKind.PREFIX, where)


def _elements(package: Package, part: str, root: etree._Element) -> Iterator[PackageFault]:
    known: set[str] | None = None
    for element in root.iter(*_MISPLACED_IN, _BOX, *_REFERENCES):
        tag = element.tag
        refused = _MISPLACED_IN.get(tag)
        if refused is not None:
            holder = _holder(element)
            if holder is not None and holder.tag in refused:
                yield _fault(PackageFaultKind.MISPLACED, part, element)
        if tag in _WITH_BLOCKS:
            if not len(element) or (element[-1].tag != P and _lacks_paragraph(element)):
                yield _fault(PackageFaultKind.NO_PARAGRAPH, part, element)
        elif tag in _REFERENCES:
            if known is None:
                known = package.relationship_ids(part)
            target = element.get(_RID)
            if target and target not in known:
                yield _fault(PackageFaultKind.RELATIONSHIP, part, element)


def _holder(element: etree._Element) -> etree._Element | None:
    """The element around this one that is no wrapper."""
    parent = element.getparent()
    while parent is not None and parent.tag in _WRAPPERS:
        parent = parent.getparent()
    return parent


def _lacks_paragraph(element: etree._Element) -> bool:
    """Whether a cell or a text box has no paragraph at its end (17.4.65).

    Wrappers do not count; one with nothing in it does.
    """
    last = next(element.iterchildren(*_BLOCKS, reversed=True), None)
    while last is not None and last.tag in _WRAPPERS:
        inner = next(last.iterchildren(*_BLOCKS, reversed=True), None)
        if inner is None:
            return False
        last = inner
    return last is None or last.tag == TBL


def _untyped_parts(
    package: Package, part: str, relationships: Sequence[Relationship]
) -> Iterator[PackageFault]:
    """Each part must have a content type (Part 2, 7.2.3)."""
    types = package.content_types()
    for target in dict.fromkeys(each.target for each in relationships):
        if types.type_of(target) is None:
            yield PackageFault(PackageFaultKind.TYPE, Location(part, "/w:document", text=target))


def _fault(kind: PackageFaultKind, part: str, element: etree._Element) -> PackageFault:
    return PackageFault(kind, Location(part, path_of(element)))
