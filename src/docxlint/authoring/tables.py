"""Writes a table grid as a w:tbl with merged cells (ECMA-376 Part 1, 17.4)."""

from __future__ import annotations

from collections import Counter

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from docxlint.authoring.blocks import Merge, Slot, Table, plain
from docxlint.authoring.runs import Runs

# The width between the margins of the page, in twentieths of a point.
_WIDTH = 8845
# The narrowest and widest a column asks to be, in characters.
_NARROW, _WIDE = 3, 14
_MARGIN = 40


def add_table(document: Document, table: Table, runs: Runs, style: BaseStyle) -> None:
    """Appends `table` to the body; its cells' paragraphs have the paragraph style `style`."""
    widths = _widths(table)
    element = _element("w:tbl")
    properties = _child(element, "w:tblPr")
    _child(properties, "w:tblStyle", val=document.styles["Table Grid"].style_id or "")
    _child(properties, "w:tblW", w=str(sum(widths)), type="dxa")
    _child(properties, "w:jc", val="center")
    _child(properties, "w:tblLayout", type="fixed")
    margins = _child(properties, "w:tblCellMar")
    for side in ("w:left", "w:right"):
        _child(margins, side, w=str(_MARGIN), type="dxa")
    grid = _child(element, "w:tblGrid")
    for width in widths:
        _child(grid, "w:gridCol", w=str(width))
    origins = table.origins()
    covers = Counter(origin for row in origins for origin in row)
    for r, row in enumerate(table.rows):
        line = _child(element, "w:tr")
        _child(_child(line, "w:trPr"), "w:cantSplit")
        column = 0
        while column < len(row):
            origin = origins[r][column]
            span = origins[r].count(origin)
            cell = _child(line, "w:tc")
            layout = _child(cell, "w:tcPr")
            _child(layout, "w:tcW", w=str(sum(widths[column : column + span])), type="dxa")
            if span > 1:
                _child(layout, "w:gridSpan", val=str(span))
            if covers[origin] > span:
                _child(layout, "w:vMerge", **({"val": "restart"} if origin[0] == r else {}))
            _child(layout, "w:vAlign", val="center")
            _fill(document, cell, row[column], runs, style)
            column += span
    body = document.element.body
    body.insert(len(body) - 1, element)


def _fill(document: Document, cell: _Element, slot: Slot, runs: Runs, style: BaseStyle) -> None:
    paragraph = Paragraph(_child(cell, "w:p"), document._body)
    paragraph.style = style
    runs.write(paragraph, slot.inline)


def _widths(table: Table) -> list[int]:
    """The width of each column, in proportion to the longest line of a cell within it."""
    asked = [_NARROW] * len(table.rows[0])
    for row in table.rows:
        for c, slot in enumerate(row):
            alone = c + 1 == len(row) or row[c + 1].merge is not Merge.LEFT
            if slot.merge is Merge.NONE and alone:
                longest = max(len(line) for line in plain(slot.inline).split("\n"))
                asked[c] = max(asked[c], min(longest, _WIDE))
    unit = _WIDTH / sum(asked)
    return [int(wanted * unit) for wanted in asked]


def _element(tag: str) -> _Element:
    return OxmlElement(tag)


def _child(parent: _Element, tag: str, **attributes: str) -> _Element:
    child = OxmlElement(tag)
    for name, value in attributes.items():
        child.set(qn(f"w:{name}"), value)
    parent.append(child)
    return child
