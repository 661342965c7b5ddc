"""The grid of a table: which cell covers which slots (17.4.17 gridSpan, 17.4.84 vMerge)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from docxlint.model import Cell, Location, Paragraph, Table
from docxlint.reader.names import VAL, w
from docxlint.reader.scope import Budget
from docxlint.reader.styles import integer
from docxlint.text import shorten

RESTART = "restart"
CONTINUE = "continue"

_GRID_SPAN, _V_MERGE, _H_MERGE = w("gridSpan"), w("vMerge"), w("hMerge")
_CELL_DEL, _CELL_MERGE, _TC_PR = w("cellDel"), w("cellMerge"), w("tcPr")
_CELL_PROPERTIES = frozenset(
    (
    _GRID_SPAN, _V_MERGE, _H_MERGE, w("cellIns"), _CELL_DEL, _CELL_MERGE, w("tcPrChange"),
    )
)  # fmt: skip


@dataclass(slots=True)
class CellMark:
    """A `w:tc` of a row, before it is known whether it shows: its place and its merging.

    `gone` is a tracked deletion; `changes` are all tracked changes of the cell itself.
    """

    element: etree._Element
    path: str
    columns: int = 1
    vertical: str | None = None
    horizontal: str | None = None
    gone: bool = False
    changes: tuple[etree._Element, ...] = ()


class Draft:
    """A cell that shows, while the rows that it may cover are still to come."""

    __slots__ = ("cell", "column", "columns", "merging", "paragraphs", "path", "row", "rows",
                 "tables")  # fmt: skip

    def __init__(self, path: str, row: int, column: int, columns: int, merging: bool) -> None:
        self.path = path
        self.row = row
        self.column = column
        self.columns = columns
        self.rows = 1
        self.merging = merging
        self.paragraphs: tuple[Paragraph, ...] = ()
        self.tables: tuple[Table, ...] = ()
        self.cell: Cell | None = None


class Grid:
    """A table under construction, row by row."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._rows: list[list[Draft | None]] = []
        self._width = 0

    def row(self, before: int, marks: list[CellMark]) -> list[tuple[Draft, CellMark]]:
        """Add a row that begins after `before` slots; the cells that begin in it.

        A cell that continues one above, or one to its left in the old way, is swallowed by
        it and its content does not show. A cell that claims to continue, with nothing above
        of the same edges to be continued, is a cell of its own.
        """
        index = len(self._rows)
        above = self._rows[-1] if self._rows else []
        self._budget.table(before)
        slots: list[Draft | None] = [None] * before
        begun: list[tuple[Draft, CellMark]] = []
        for mark, columns in _folded(marks):
            column = len(slots)
            upper = above[column] if column < len(above) else None
            if (
                mark.vertical == CONTINUE
                and upper is not None
                and upper.merging
                and upper.column == column
                and upper.columns == columns
            ):
                upper.rows += 1
                draft = upper
            else:
                draft = Draft(mark.path, index, column, columns, mark.vertical is not None)
                begun.append((draft, mark))
            self._budget.table(columns)
            slots += [draft] * columns
        self._rows.append(slots)
        self._width = max(self._width, len(slots))
        return begun

    def finished(self, part: str, path: str) -> Table:
        """The table, all of whose cells have their content."""
        self._budget.table(sum(self._width - len(slots) for slots in self._rows))
        grid: list[tuple[Cell | None, ...]] = []
        text = ""
        for slots in self._rows:
            row: list[Cell | None] = []
            for draft in slots:
                if draft is None:
                    row.append(None)
                    continue
                cell = draft.cell
                if cell is None:
                    cell = draft.cell = _cell(draft, part)
                    text = text or cell.location.text
                row.append(cell)
            row += [None] * (self._width - len(row))
            grid.append(tuple(row))
        return Table(tuple(grid), Location(part, path, text=text))


def cell_mark(element: etree._Element, path: str) -> CellMark:
    """How the `w:tc` at `path` lies in the grid, by its `w:tcPr`."""
    mark = CellMark(element, path)
    properties = next(element.iterchildren(_TC_PR), None)
    if properties is None:
        return mark
    for prop in properties:
        tag = prop.tag
        if tag not in _CELL_PROPERTIES:
            continue
        if tag == _GRID_SPAN:
            mark.columns = max(1, integer(prop) or 1)
        elif tag == _V_MERGE:
            mark.vertical = prop.get(VAL, CONTINUE)
        elif tag == _H_MERGE:
            mark.horizontal = prop.get(VAL, CONTINUE)
        else:
            mark.changes = (*mark.changes, prop)
            mark.gone = mark.gone or tag == _CELL_DEL
            if tag == _CELL_MERGE:
                # A tracked merge (17.13.5.2) counts as accepted.
                said = {"cont": CONTINUE, "rest": RESTART}
                mark.vertical = said.get(prop.get(w("vMerge"), ""))
    return mark


def _folded(marks: list[CellMark]) -> list[tuple[CellMark, int]]:
    """The cells with the slots they cover, continued ones of `w:hMerge` added to the first."""
    folded: list[tuple[CellMark, int]] = []
    for mark in marks:
        if mark.horizontal == CONTINUE and folded and folded[-1][0].horizontal is not None:
            first, columns = folded[-1]
            folded[-1] = (first, columns + mark.columns)
        else:
            folded.append((mark, mark.columns))
    return folded


def _cell(draft: Draft, part: str) -> Cell:
    paragraphs = draft.paragraphs
    if len(paragraphs) == 1:
        text = paragraphs[0].text
        short = paragraphs[0].location.text
    else:
        text = "\n".join([p.text for p in paragraphs])
        short = shorten(text)
    return Cell(
        text,
        draft.row,
        draft.column,
        Location(part, draft.path, text=short),
        draft.rows,
        draft.columns,
        paragraphs,
        draft.tables,
    )
