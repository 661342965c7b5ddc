"""The rows of a table and the cells of a row, through everything that wraps them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docxlint.core.document import Revision
from docxlint.core.location import Location, shorten
from docxlint.word.ooxml.content import content
from docxlint.word.ooxml.names import AUTHOR, DEL, INS, STEP, w
from docxlint.word.ooxml.roles import Role
from docxlint.word.ooxml.xml import elements, on
from docxlint.word.read.scope import Scope
from docxlint.word.read.styles import integer
from docxlint.word.read.table_grid import CellDraft
from docxlint.word.read.tracked_changes import all_text

_BIDI_VISUAL = f"{w('tblPr')}/{w('bidiVisual')}"
_TR_PR = w("trPr")
_HIDDEN, _GRID_BEFORE = w("hidden"), w("gridBefore")
_ROWS, _CELLS = frozenset((Role.ROW,)), frozenset((Role.CELL,))
_PROPERTIES = frozenset((Role.PROPERTIES,))
_KIND_OF_CELL_CHANGE = {
    w("cellIns"): "insertion",
    w("cellDel"): "deletion",
    w("cellMerge"): "formatting",
    w("tcPrChange"): "formatting",
}


def rows(table: etree._Element, path: str, scope: Scope) -> Iterator[tuple[int, list[CellDraft]]]:
    """Yield the rows that are left: the slots left free before the first cell, and the cells.

    Deleted rows are left out, and rows without cells. `w:hidden` only hides the end mark of a
    row (17.4.22), so a row with it is left out only where nothing in it shows.
    """
    roles = _ROWS if scope.plain else _ROWS | _PROPERTIES
    for row, role, where in content(table, path, roles, scope.depth):
        if role is Role.PROPERTIES:
            _record_formatting(row, where, scope)
            continue
        scope.budget.path(len(where))
        shows, before = _row_properties(row, where, scope)
        cells = list(_cells(row, where, scope)) if shows else []
        if cells:
            yield before, cells


def is_hidden(row: etree._Element) -> bool:
    """Return whether the end mark of a row is hidden."""
    return on(row.find(f"{_TR_PR}/{_HIDDEN}"))


def is_mirrored(table: etree._Element) -> bool:
    """Return whether a table has its first column on the right (17.4.1)."""
    return on(table.find(_BIDI_VISUAL))


def _cells(row: etree._Element, path: str, scope: Scope) -> Iterator[CellDraft]:
    roles = _CELLS if scope.plain else _CELLS | _PROPERTIES
    for cell, role, where in content(row, path, roles, scope.depth):
        if role is Role.PROPERTIES:
            _record_formatting(cell, where, scope)
            continue
        scope.budget.path(len(where))
        draft = CellDraft(cell, where)
        for change in draft.changes:
            kind = _KIND_OF_CELL_CHANGE[change.tag]
            node = cell if kind != "formatting" else None
            _record(kind, change, node, f"{where}/w:tcPr[1]", scope)
        if not draft.deleted:
            yield draft


def _row_properties(row: etree._Element, path: str, scope: Scope) -> tuple[bool, int]:
    """Return whether a row shows, and the slots left free before its first cell."""
    shows, before = True, 0
    properties = next((child for child in elements(row) if child.tag == _TR_PR), None)
    for child in () if properties is None else elements(properties):
        tag = child.tag
        if tag == _GRID_BEFORE:
            before = max(0, integer(child) or 0)
        elif tag in (INS, DEL):
            kind = "insertion" if tag == INS else "deletion"
            _record(kind, child, row, f"{path}/w:trPr[1]", scope)
            shows = shows and tag != DEL
    return shows, before


def _record_formatting(properties: etree._Element, path: str, scope: Scope) -> None:
    """Record tracked changes of properties: `w:tblPr` has them in a `w:tblPrChange`."""
    for change in properties.iterchildren(f"{properties.tag}Change"):
        _record("formatting", change, None, path, scope)


def _record(
    kind: str, change: etree._Element, node: etree._Element | None, path: str, scope: Scope
) -> None:
    """Record a revision at the change element below `path`; its text is that of `node`."""
    text = all_text(node) if node is not None else ""
    where = Location(scope.part, f"{path}/{STEP[change.tag]}[1]", text=shorten(text))
    scope.revisions.append(Revision(kind, where, change.get(AUTHOR), text))
