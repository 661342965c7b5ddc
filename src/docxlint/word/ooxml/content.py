"""The one way through the elements of a part: each with its role and its path."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from docxlint.word.ooxml.limits import DepthLimit
from docxlint.word.ooxml.names import KNOWN, SDT_CONTENT, STEP, mc
from docxlint.word.ooxml.roles import ROLES, Role
from docxlint.word.ooxml.xml import elements

Child: TypeAlias = tuple[etree._Element, Role, str]
"""An element, its role, and its path as `Location.path` has it."""

_OTHER = Role.OTHER
_CONTROL, _ALTERNATE = Role.CONTROL, Role.ALTERNATE
WRAPPERS = frozenset(
    (
        *(Role.WRAPPER, Role.SIMPLE_FIELD, Role.MATH),
        *(_CONTROL, Role.CONTROL_CONTENT, _ALTERNATE, Role.INSERTED),
    )
)
"""The roles of elements whose content counts as if it stood in their place."""

_EVERY_ROLE = frozenset(Role)
_NO_LIMIT = DepthLimit("", sys.maxsize)

_CHOICE = mc("Choice")
_FALLBACK = mc("Fallback")


def content(
    parent: etree._Element, path: str, wanted: frozenset[Role], limit: DepthLimit
) -> Iterator[Child]:
    """Yield the elements of a `wanted` role in `parent`, in document order, through wrappers.

    `path` is the path of `parent`. A wrapper of a wanted role is yielded and not entered. Of
    alternate versions only the one that counts is entered. Raise Unreadable where wrappers are
    nested too deeply.
    """
    # Positions count the siblings of the same name from 1.
    counts: dict[str, int] = {}
    for child in elements(parent):
        tag = child.tag
        role = ROLES.get(tag, _OTHER)
        if role in wanted:
            position = counts[tag] = counts.get(tag, 0) + 1
            yield child, role, f"{path}/{STEP[tag]}[{position}]"
        elif role in WRAPPERS:
            position = counts[tag] = counts.get(tag, 0) + 1
            inner = unwrap(child, role, f"{path}/{STEP[tag]}[{position}]")
            if inner is not None:
                limit.check(inner[1])
                yield from content(*inner, wanted, limit)


def children(parent: etree._Element, path: str) -> Iterator[Child]:
    """Yield every child of the element at `path`, in document order."""
    return content(parent, path, _EVERY_ROLE, _NO_LIMIT)


def path_of(element: etree._Element) -> str:
    """The path of an element that is not met on the way through `content`."""
    steps: list[str] = []
    while (parent := element.getparent()) is not None:
        position = sum(1 for _ in element.itersiblings(element.tag, preceding=True)) + 1
        steps.append(f"{STEP[element.tag]}[{position}]")
        element = parent
    return "/".join(("", STEP[element.tag], *reversed(steps))).replace("/w:body[1]", "/w:body", 1)


def unwrap(element: etree._Element, role: Role, path: str) -> tuple[etree._Element, str] | None:
    """The element that directly holds the content of a wrapper, with its path.

    None where a wrapper has no content that counts.
    """
    if role is _CONTROL:
        inner = element.find(SDT_CONTENT)
        return None if inner is None else (inner, f"{path}/w:sdtContent[1]")
    if role is _ALTERNATE:
        return _branch(element, path)
    return element, path


def _branch(element: etree._Element, path: str) -> tuple[etree._Element, str] | None:
    """The first Choice whose requirements are known, else the Fallback (Part 3, 7.6).

    A Choice that holds nothing that is read counts only where there is no Fallback.
    """
    choices = 0
    fallback = element.find(_FALLBACK)
    for child in element.iterchildren(_CHOICE):
        choices += 1
        required = (child.get("Requires") or "").split()
        if not required or any(child.nsmap.get(prefix) not in KNOWN for prefix in required):
            continue
        if fallback is None or any(each.tag in ROLES for each in child.iterdescendants()):
            return child, f"{path}/mc:Choice[{choices}]"
    return (fallback, f"{path}/mc:Fallback[1]") if fallback is not None else None
