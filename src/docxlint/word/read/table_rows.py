"""The rows of a table and the cells of a row, through everything they are wrapped in."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from docxlint.core.document import Revision
from docxlint.core.folding import shorten
from docxlint.core.location import Location
from docxlint.word.ooxml.faults import Unreadable, shown
from docxlint.word.ooxml.names import (
    ALTERNATE,
    AUTHOR,
    DEL,
    INS,
    MOVE_TO,
    SDT,
    SDT_CONTENT,
    STEP,
    TC,
    TR,
    w,
)
from docxlint.word.ooxml.xml import TOO_DEEP, on
from docxlint.word.read.alternate import branch
from docxlint.word.read.scope import Scope
from docxlint.word.read.styles import integer
from docxlint.word.read.table_grid import Draft
from docxlint.word.read.tracked_changes import all_text

_TBL_PR, _TBL_GRID, _TBL_PR_EX = w("tblPr"), w("tblGrid"), w("tblPrEx")
_TR_PR = w("trPr")
_HIDDEN, _GRID_BEFORE = w("hidden"), w("gridBefore")
_THROUGH = frozenset((w("customXml"), INS, MOVE_TO))
_FORMATTING = {
    _TBL_PR: w("tblPrChange"),
    _TBL_GRID: w("tblGridChange"),
    _TBL_PR_EX: w("tblPrExChange"),
    _TR_PR: w("trPrChange"),
}
_KIND_OF_CELL_CHANGE = {
    w("cellIns"): "insertion",
    w("cellDel"): "deletion",
    w("cellMerge"): "formatting",
    w("tcPrChange"): "formatting",
}


def rows(
    table: etree._Element, path: str, scope: Scope, depth: int
) -> Iterator[tuple[int, list[Draft]]]:
    """The rows that show: the slots left free before the first cell, and the cells.

    Deleted rows and hidden rows do not show; nor does a row without cells.
    """
    for row, where, level in _within(table, path, TR, scope, depth):
        before = 0
        properties = next(row.iterchildren(_TR_PR), None)
        if properties is not None:
            if not _row_shows(row, properties, where, scope):
                continue
            before = max(0, integer(properties.find(_GRID_BEFORE)) or 0)
        cells = list(_cells(row, where, scope, level + 1))
        if cells:
            yield before, cells


def _cells(row: etree._Element, path: str, scope: Scope, depth: int) -> Iterator[Draft]:
    for cell, where, _ in _within(row, path, TC, scope, depth):
        draft = Draft(cell, where)
        for change in draft.changes:
            kind = _KIND_OF_CELL_CHANGE[change.tag]
            node = cell if kind != "formatting" else None
            _record(kind, change, node, f"{where}/w:tcPr[1]", scope)
        if not draft.gone:
            yield draft


def _within(
    parent: etree._Element, path: str, wanted: str, scope: Scope, depth: int
) -> Iterator[tuple[etree._Element, str, int]]:
    """The elements tagged `wanted` in `parent` and in what wraps them, with path and depth."""
    if depth > scope.limits.depth:
        raise Unreadable(TOO_DEEP(part=shown(scope.part)))
    counts: dict[str, int] = {}
    for child in parent:
        tag = child.tag
        position = counts[tag] = counts.get(tag, 0) + 1
        here = f"{path}/{STEP[tag]}[{position}]"
        if tag == wanted:
            scope.budget.path(len(here))
            yield child, here, depth
        elif tag in _THROUGH:
            yield from _within(child, here, wanted, scope, depth + 1)
        elif tag == SDT:
            inner = child.find(SDT_CONTENT)
            if inner is not None:
                where = f"{here}/w:sdtContent[1]"
                yield from _within(inner, where, wanted, scope, depth + 2)
        elif tag == ALTERNATE:
            chosen = branch(child, here)
            if chosen is not None:
                yield from _within(*chosen, wanted, scope, depth + 2)
        elif tag in _FORMATTING:
            for change in child.iterchildren(_FORMATTING[tag]):
                _record("formatting", change, None, here, scope)


def _row_shows(row: etree._Element, properties: etree._Element, path: str, scope: Scope) -> bool:
    shows = True
    for child in properties.iterchildren(INS, DEL, _HIDDEN):
        if child.tag == _HIDDEN:
            shows = shows and not on(child)
            continue
        kind = "insertion" if child.tag == INS else "deletion"
        _record(kind, child, row, f"{path}/w:trPr[1]", scope)
        shows = shows and child.tag != DEL
    return shows


def _record(
    kind: str, change: etree._Element, node: etree._Element | None, path: str, scope: Scope
) -> None:
    """A revision at the change element below `path`; its text is that of `node`."""
    text = all_text(node) if node is not None else ""
    where = Location(scope.part, f"{path}/{STEP[change.tag]}[1]", text=shorten(text))
    scope.revisions.append(Revision(kind, where, change.get(AUTHOR), text))
