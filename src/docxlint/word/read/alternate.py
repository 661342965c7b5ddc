"""Markup compatibility: of several versions of one content, the one that counts (Part 3, 7.6)."""

from __future__ import annotations

from lxml import etree

from docxlint.word.ooxml.names import KNOWN, mc

_CHOICE = mc("Choice")
_FALLBACK = mc("Fallback")


def branch(element: etree._Element, path: str) -> tuple[etree._Element, str] | None:
    """The first Choice whose requirements are known, else the Fallback; with its path."""
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
