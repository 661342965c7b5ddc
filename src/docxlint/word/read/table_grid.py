"""The grid of a table: which cell covers which slots (17.4.17 gridSpan, 17.4.84 vMerge)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from docxlint.core.document import Block, Cell, Paragraph, Table
from docxlint.core.location import Location, shorten
from docxlint.word.ooxml.names import VAL, w
from docxlint.word.ooxml.xml import elements
from docxlint.word.read.scope import Budget
from docxlint.word.read.styles import integer

RESTART = "restart"
CONTINUE = "continue"

_GRID_SPAN, _V_MERGE, _H_MERGE = w("gridSpan"), w("vMerge"), w("hMerge")
_CELL_DEL, _CELL_MERGE, _TC_PR = w("cellDel"), w("cellMerge"), w("tcPr")
_TRACKED_MERGE = {"cont": CONTINUE, "rest": RESTART}
_CELL_PROPERTIES = frozenset(
    (
    _GRID_SPAN, _V_MERGE, _H_MERGE, w("cellIns"), _CELL_DEL, _CELL_MERGE, w("tcPrChange"),
    )
)  # fmt: skip


class CellDraft:
    """A `w:tc` while its table is read: its extent, and its content once it is known to show.

    `deleted` is a tracked deletion. `changes` are all tracked changes of the cell itself.
    """

    __slots__ = (
        *("_element", "blocks", "cell", "changes", "column", "columns", "deleted", "horizontal"),
        *("paragraphs", "path", "row", "rows", "tables", "vertical"),
    )

    def __init__(self, element: etree._Element, path: str) -> None:
        self._element: etree._Element | None = element
        self.path = path
        self.row = self.column = 0
        self.rows = self.columns = 1
        self.vertical: str | None = None
        self.horizontal: str | None = None
        self.deleted = False
        self.changes: tuple[etree._Element, ...] = ()
        self.paragraphs: tuple[Paragraph, ...] = ()
        self.tables: tuple[Table, ...] = ()
        self.blocks: tuple[Block, ...] = ()
        self.cell: Cell | None = None
        if len(element) and (first := element[0]).tag == _TC_PR:
            self._read_properties(first)

    def release(self) -> etree._Element:
        """Return the element, once: a large table need not hold all its elements."""
        element, self._element = self.element, None
        return element

    @property
    def element(self) -> etree._Element:
        """The element. Raises ValueError once it is released."""
        if self._element is None:
            raise ValueError(f"the cell at {self.path} was read before")
        return self._element

    def fill(self, blocks: Sequence[Block]) -> None:
        """Take `blocks` as the content."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            self.paragraphs = (blocks[0],)
            return
        self.paragraphs = tuple([b for b in blocks if isinstance(b, Paragraph)])
        self.tables = tuple([b for b in blocks if isinstance(b, Table)])
        if self.tables:
            self.blocks = tuple(blocks)

    def _read_properties(self, properties: etree._Element) -> None:
        for prop in elements(properties):
            tag = prop.tag
            if tag not in _CELL_PROPERTIES:
                continue
            if tag == _GRID_SPAN:
                self.columns = max(1, integer(prop) or 1)
            elif tag == _V_MERGE:
                self.vertical = prop.get(VAL, CONTINUE)
            elif tag == _H_MERGE:
                self.horizontal = prop.get(VAL, CONTINUE)
            else:
                self.changes = (*self.changes, prop)
                self.deleted = self.deleted or tag == _CELL_DEL
                if tag == _CELL_MERGE:
                    # A tracked merge (17.13.5.2) counts as accepted.
                    self.vertical = _TRACKED_MERGE.get(prop.get(_V_MERGE, ""))


class GridBuilder:
    """A table under construction, row by row."""

    def __init__(self, budget: Budget, *, mirrored: bool = False) -> None:
        """A `mirrored` table has its first column on the right (17.4.1, bidiVisual)."""
        self._budget = budget
        self._mirrored = mirrored
        self._rows: list[list[CellDraft | None]] = []
        self._width = 0

    def row(self, before: int, cells: list[CellDraft]) -> list[CellDraft]:
        """Add a row of `cells` after `before` free slots; return the cells that begin in it.

        A cell that continues the one above it, or by `w:hMerge` the one to its left, becomes
        part of that cell, and its content does not show. A cell marked as continuing without
        a cell of the same edges above it stands on its own.
        """
        index = len(self._rows)
        above = self._rows[-1] if self._rows else []
        self._budget.table(before)
        slots: list[CellDraft | None] = [None] * before
        begun: list[CellDraft] = []
        for cell in _merged_left(cells):
            column, columns = len(slots), cell.columns
            upper = above[column] if cell.vertical == CONTINUE and column < len(above) else None
            if (
                upper is not None
                and upper.vertical is not None
                and upper.column == column
                and upper.columns == columns
            ):
                upper.rows += 1
                cell = upper
            else:
                cell.row, cell.column = index, column
                begun.append(cell)
            if columns == 1:
                slots.append(cell)
            else:
                self._budget.table(columns)
                slots += [cell] * columns
        self._budget.table(len(cells))
        self._rows.append(slots)
        self._width = max(self._width, len(slots))
        return begun

    def drop_last_row(self) -> None:
        """Take back the last row. Cells that it continues end above it."""
        for cell in dict.fromkeys(self._rows.pop()):
            if cell is not None and cell.row < len(self._rows):
                cell.rows -= 1

    def finish(self, part: str, path: str) -> Table:
        """Return the table. All its cells must have their content."""
        self._budget.table(sum(self._width - len(slots) for slots in self._rows))
        grid: list[tuple[Cell | None, ...]] = []
        text = ""
        if self._mirrored:
            self._mirror()
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

    def _mirror(self) -> None:
        """Put the columns in the order in which they show, from the left."""
        moved: set[int] = set()
        for slots in self._rows:
            slots += [None] * (self._width - len(slots))
            slots.reverse()
            for cell in slots:
                if cell is not None and id(cell) not in moved:
                    moved.add(id(cell))
                    cell.column = self._width - cell.column - cell.columns


def _merged_left(cells: list[CellDraft]) -> list[CellDraft]:
    """Join the cells that `w:hMerge` continues to the first of them."""
    if not any(cell.horizontal for cell in cells):
        return cells
    merged: list[CellDraft] = []
    for cell in cells:
        if cell.horizontal == CONTINUE and merged and merged[-1].horizontal is not None:
            merged[-1].columns += cell.columns
        else:
            merged.append(cell)
    return merged


def _cell(draft: CellDraft, part: str) -> Cell:
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
        draft.blocks,
    )
