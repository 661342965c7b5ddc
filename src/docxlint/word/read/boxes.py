"""Text boxes inside a drawing, DrawingML or VML (20.4.2.37, 20.4.2.38; Part 4, 19.1.2.22)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docxlint.word.ooxml.content import children, unwrap
from docxlint.word.ooxml.names import PREFIXES
from docxlint.word.ooxml.roles import Role
from docxlint.word.read.scope import Scope

_DOC_PR = f"{{{PREFIXES['wp']}}}docPr"


def text_boxes(
    parent: etree._Element, path: str, scope: Scope
) -> Iterator[tuple[etree._Element, str]]:
    """The content of the text boxes that show in `parent`, in order, with its path."""
    scope.depth.check(path)
    for child, role, here in children(parent, path):
        if role is Role.BOX:
            scope.budget.path(len(here))
            yield child, here
        elif role is Role.ALTERNATE:
            chosen = unwrap(child, role, here)
            if chosen is not None:
                yield from text_boxes(*chosen, scope)
        elif child.tag == _DOC_PR and child.get("hidden") in ("1", "true"):
            # The drawing object is hidden, and its graphic follows.
            return
        elif len(child):
            yield from text_boxes(child, here, scope)
