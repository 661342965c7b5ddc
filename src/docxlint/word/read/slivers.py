"""Columns of a table as thin as a hair, which show as one border and do not count as columns.

Programs leave such columns where borders are slightly out of line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from lxml import etree

from docxlint.word.ooxml.names import w
from docxlint.word.read.styles import integer
from docxlint.word.read.table_grid import CellDraft

SLIVER = 20
"""In twips (1/20 pt): a narrower column that no cell has to itself does not count as a column."""

_TBL_GRID, _GRID_COL, _ROW = w("tblGrid"), w("gridCol"), w("tr")
_WIDTH, _TYPE, _TWIPS = w("w"), w("type"), "dxa"
_CELL_WIDTH, _FREE_WIDTH = f"{w('tcPr')}/{w('tcW')}", f"{w('trPr')}/{w('wBefore')}"


def without_slivers(
    table: etree._Element, rows: Iterable[tuple[int, list[CellDraft]]]
) -> Iterable[tuple[int, list[CellDraft]]]:
    """Return the `rows` of `table` (free slots and cells) without the slivers of its grid.

    A sliver that holds a cell entirely is kept, so that no cell vanishes. A width that is 0 or
    missing does not make a sliver. Where the grid has no widths (17.4.48), those of the cells
    (17.4.71 tcW, 17.4.86 wBefore) count.
    """
    grid = next(table.iterchildren(_TBL_GRID), None)
    columns = () if grid is None else tuple(grid.iterchildren(_GRID_COL))
    widths = [integer(column, _WIDTH) or 0 for column in columns]
    if not any(widths):
        rows = list(rows)
        widths = _widths_of_cells(rows)
    thin = [0 < width < SLIVER for width in widths]
    if not any(thin) or all(thin):
        return rows
    rows = list(rows)
    before = _counted(thin)
    for column, cells in rows:
        for cell in cells:
            end = column + cell.columns
            if end < len(before) and before[end] - before[column] == cell.columns:
                thin[column] = False
            column = end
    before = _counted(thin)
    last = len(thin)
    levelled: list[tuple[int, list[CellDraft]]] = []
    for free, cells in rows:
        column = free
        for cell in cells:
            end = column + cell.columns
            cell.columns -= before[min(end, last)] - before[min(column, last)]
            column = end
        levelled.append((free - before[min(free, last)], cells))
    return levelled


def _widths_of_cells(rows: Sequence[tuple[int, list[CellDraft]]]) -> list[int]:
    """The width of each column by the widths of the cells, in twips; 0 where it is not known.

    The edge of a column lies where the first row with a cell that ends there has it.
    """
    edges: dict[int, int] = {0: 0}
    for free, cells in rows:
        column, end = free, 0
        if free:
            row = next(cells[0].element.iterancestors(_ROW))
            end = _twips(row.find(_FREE_WIDTH))
            if not end:
                continue
            edges.setdefault(column, end)
        for cell in cells:
            width = _twips(cell.element.find(_CELL_WIDTH))
            if not width:
                break
            column, end = column + cell.columns, end + width
            edges.setdefault(column, end)
    last = max(edges)
    if last > 2 * len(edges):
        return []  # most edges are not known, and a file may state any number of them
    return [
        edges[column + 1] - edges[column] if column in edges and column + 1 in edges else 0
        for column in range(last)
    ]


def _twips(width: etree._Element | None) -> int:
    """The width that an element gives in twips, 0 if it gives none."""
    if width is None or width.get(_TYPE, _TWIPS) != _TWIPS:
        return 0
    return max(0, integer(width, _WIDTH) or 0)


def _counted(thin: list[bool]) -> list[int]:
    """Count the slivers before each edge of the grid."""
    return list(accumulate(thin, initial=0))
