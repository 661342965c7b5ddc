"""The one way through the elements of a part: each with its role and its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml import etree

from docxlint.word.ooxml.limits import DepthLimit
from docxlint.word.ooxml.names import KNOWN, SDT_CONTENT, STEP, mc
from docxlint.word.ooxml.roles import ROLES, Role

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

_CHOICE = mc("Choice")
_FALLBACK = mc("Fallback")


def children(parent: Iterable[etree._Element], path: str) -> Iterator[Child]:
    """Every child of the element at `path`, in document order.

    The position in a path counts the siblings of the same name from 1.
    """
    counts: dict[str, int] = {}
    for child in parent:
        tag = child.tag
        position = counts[tag] = counts.get(tag, 0) + 1
        yield child, ROLES.get(tag, _OTHER), f"{path}/{STEP[tag]}[{position}]"


def content(
    parent: etree._Element, path: str, wanted: frozenset[Role], limit: DepthLimit
) -> Iterator[Child]:
    """The elements of a `wanted` role in `parent`, in document order, with wrappers left out.

    A wrapper of a wanted role is yielded and not entered. Of alternate versions only the one
    that counts is entered. Raises Unreadable where wrappers are nested too deeply.
    """
    limit.check(path)
    for child, role, here in children(parent, path):
        if role in wanted:
            yield child, role, here
        elif role in WRAPPERS:
            inner = unwrap(child, role, here)
            if inner is not None:
                yield from content(*inner, wanted, limit)


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
    """The first Choice whose requirements are known, else the Fallback (Part 3, 7.6)."""
    choices = 0
    fallback = None
    for child in element:
        if child.tag == _CHOICE:
            choices += 1
            required = (child.get("Requires") or "").split()
            if required and all(child.nsmap.get(prefix) in KNOWN for prefix in required):
                return child, f"{path}/mc:Choice[{choices}]"
        elif child.tag == _FALLBACK and fallback is None:
            fallback = child
    return (fallback, f"{path}/mc:Fallback[1]") if fallback is not None else None
