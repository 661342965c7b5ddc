"""What is inside a drawing, DrawingML or VML: text boxes, WordArt and pictures.

ECMA-376 Part 1, 20.4.2.37 and 20.4.2.38; Part 4, 19.1.2.22 and 19.1.2.23.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docxlint.word.ooxml.content import children, unwrap
from docxlint.word.ooxml.names import PREFIXES, w
from docxlint.word.ooxml.roles import Role
from docxlint.word.read.scope import Scope

TEXT_PATH = f"{{{PREFIXES['v']}}}textpath"
_KINDS = {
    f"{{{PREFIXES['o']}}}OLEObject": "object",
    f"{{{PREFIXES['pic']}}}pic": "picture",
    f"{{{PREFIXES['v']}}}imagedata": "picture",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "diagram",
}
_OBJECT = w("object")
_DOC_PR = f"{{{PREFIXES['wp']}}}docPr"


def text_boxes(
    parent: etree._Element, path: str, scope: Scope
) -> Iterator[tuple[etree._Element, str]]:
    """The content of the text boxes that show in `parent`, in order, with its path.

    The text of old WordArt is in an attribute: it gives its `v:textpath` element.
    """
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
        elif child.tag == TEXT_PATH and child.get("string", "").strip():
            scope.budget.path(len(here))
            yield child, here
        elif len(child):
            yield from text_boxes(child, here, scope)


def drawing_kind(element: etree._Element) -> str | None:
    """Return what a drawing shows that is not read, None where it is only text and lines."""
    if element.tag == _OBJECT:
        return "object"
    first = next(element.iter(*_KINDS), None)
    return None if first is None else _KINDS[first.tag]
