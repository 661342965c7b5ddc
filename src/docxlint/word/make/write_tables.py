"""Write the grid of a table as a `w:tbl` with merged cells (ECMA-376 Part 1, 17.4)."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from typing import cast

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph
from lxml.etree import SubElement, _Element

from docxlint.word.make.blocks import Merge, NewTable, plain
from docxlint.word.make.write_runs import RunWriter

# The width between the margins of the page, in twentieths of a point.
_WIDTH = 8845
# In characters: the smallest and the largest width that a column requests, and the smallest for
# text that breaks its line.
_NARROW, _WIDE, _BROKEN = 3, 20, 4
_MARGIN = 40
_HEIGHT = 340


def add_table(document: Document, table: NewTable, runs: RunWriter, style_id: str) -> None:
    """Append `table` to the body. Paragraphs in cells have the style with the id `style_id`."""
    widths = _widths(table)
    element: _Element = OxmlElement("w:tbl")
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
        layout = _child(line, "w:trPr")
        _child(layout, "w:cantSplit")
        _child(layout, "w:trHeight", val=str(_HEIGHT), hRule="atLeast")
        column = 0
        while column < len(row):
            origin = origins[r][column]
            span = 1
            while column + span < len(row) and origins[r][column + span] == origin:
                span += 1
            cell = _cell(line, sum(widths[column : column + span]), span)
            if covers[origin] > span:
                merge = {"val": "restart"} if origin[0] == r else {}
                _child(cell[0], "w:vMerge", **merge)
            _child(cell[0], "w:vAlign", val="center")
            paragraph = _child(cell, "w:p")
            style = _child(paragraph, "w:pPr")
            _child(style, "w:pStyle", val=style_id)
            if r + 1 < len(table.rows):  # keep the table on one page if possible
                _child(style, "w:keepNext")
            runs.write(Paragraph(cast(CT_P, paragraph), document._body), row[column].inline)
            column += span
    body = document.element.body
    body.insert(len(body) - 1, element)


def _cell(row: _Element, width: int, span: int) -> _Element:
    cell = _child(row, "w:tc")
    layout = _child(cell, "w:tcPr")
    _child(layout, "w:tcW", w=str(width), type="dxa")
    if span > 1:
        _child(layout, "w:gridSpan", val=str(span))
    return cell


def _widths(table: NewTable) -> list[int]:
    """Return the width of each column in twips.

    Widths are in proportion to the longest line of the cells that are one column wide. A cell
    that is several rows high can break its line as often.
    """
    origins = table.origins()
    covers = Counter(origin for row in origins for origin in row)
    requested = [_NARROW] * len(table.rows[0])
    for r, row in enumerate(table.rows):
        for c, slot in enumerate(row):
            alone = c + 1 == len(row) or origins[r][c + 1] != (r, c)
            if slot.merge is Merge.NONE and alone:
                longest = max(len(line) for line in plain(slot.inline).split("\n"))
                broken = max(_BROKEN, math.ceil(longest / covers[r, c]))
                requested[c] = max(requested[c], min(longest, broken, _WIDE))
    unit = _WIDTH / sum(requested)
    return [int(wanted * unit) for wanted in requested]


def _child(parent: _Element, tag: str, **attributes: str) -> _Element:
    # Faster than OxmlElement: a document has thousands of them.
    attrib = {_name(f"w:{name}"): value for name, value in attributes.items()}
    return SubElement(parent, _name(tag), attrib)


@cache
def _name(prefixed: str) -> str:
    """The name of an element or attribute with its namespace, as lxml has it."""
    name: str = qn(prefixed)
    return name
