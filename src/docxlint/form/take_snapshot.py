"""What a report needs to draw a document: its sections, and its tables with each cell's role.

A report knows no form; this is what it gets of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from docxlint.core.document import Cell, Table
from docxlint.core.snapshot import Snapshot, SnapshotCell, SnapshotTable
from docxlint.form.bound import BoundForm, BoundTable
from docxlint.text.protocols import CellFigures


def draw(bound: BoundForm) -> Snapshot:
    """The sections and the tables of `filled`, in the order of the document."""
    sections = (section.location.section for section in bound.sections)
    turns = {id(block): turn for turn, block in enumerate(bound.document.blocks)}
    found = [(table, owner) for owner in bound.tables.values() for table in owner.tables]
    found.sort(key=lambda pair: turns.get(id(pair[0]), len(turns)))
    return Snapshot(
        sections=tuple(dict.fromkeys(label for label in sections if label is not None)),
        tables=tuple(
            _table(table, owner, bound.language.cells) for table, owner in found if table.grid
        ),
    )


def _table(table: Table, owner: BoundTable, figures: CellFigures) -> SnapshotTable:
    return SnapshotTable(
        name=owner.form.name,
        section=owner.location.section,
        part=table.location.part,
        path=table.location.path,
        rows=len(table.grid),
        columns=len(table.grid[0]),
        cells=tuple(_cells(table, owner, figures)),
    )


def _cells(table: Table, owner: BoundTable, figures: CellFigures) -> Iterator[SnapshotCell]:
    named = {id(bound.cell): "figure" for bound in owner.cells.values()}
    for row in owner.rows():
        named |= {id(cell): "stub" for cell, _ in row.labels}
    for index in range(len(table.grid)):
        shown = table.row(index)
        counted = any(
            named.get(id(cell)) == "figure" or _is_number(cell, figures) for cell in shown
        )
        for turn, cell in enumerate(shown):
            if cell.row != index:
                continue
            # A row of figures that the form does not know still looks like one.
            role = (
                "head" if not counted else "figure" if turn or _is_number(cell, figures) else "stub"
            )
            yield SnapshotCell(
                text=cell.text,
                row=cell.row,
                column=cell.column,
                rows=cell.rows,
                columns=cell.columns,
                role=named.get(id(cell), role),
                path=cell.location.path,
            )


def _is_number(cell: Cell, figures: CellFigures) -> bool:
    return figures.figure(cell.text).value is not None
