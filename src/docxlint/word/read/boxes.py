"""Text boxes inside a drawing, DrawingML or VML (20.4.2.37, 20.4.2.38; Part 4, 19.1.2.22)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docxlint.word.ooxml.faults import Unreadable, shown
from docxlint.word.ooxml.names import ALTERNATE, PREFIXES, STEP, w
from docxlint.word.ooxml.xml import TOO_DEEP
from docxlint.word.read.alternate import branch
from docxlint.word.read.scope import Scope

_CONTENT = w("txbxContent")
_DOC_PR = f"{{{PREFIXES['wp']}}}docPr"


def text_boxes(
    parent: etree._Element, path: str, depth: int, scope: Scope
) -> Iterator[tuple[etree._Element, str, int]]:
    """The `w:txbxContent` that show in `parent`, in order, with path and depth."""
    if depth > scope.limits.depth:
        raise Unreadable(TOO_DEEP(part=shown(scope.part)))
    counts: dict[str, int] = {}
    for child in parent:
        tag = child.tag
        position = counts[tag] = counts.get(tag, 0) + 1
        here = f"{path}/{STEP[tag]}[{position}]"
        if tag == _CONTENT:
            scope.budget.path(len(here))
            yield child, here, depth + 1
        elif tag == ALTERNATE:
            chosen = branch(child, here)
            if chosen is not None:
                yield from text_boxes(*chosen, depth + 2, scope)
        elif tag == _DOC_PR and child.get("hidden") in ("1", "true"):
            # The drawing object is hidden, and what is to follow is its graphic.
            return
        elif len(child):
            yield from text_boxes(child, here, depth + 1, scope)
