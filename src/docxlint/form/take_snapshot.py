"""Take a snapshot of a document for reports: its sections, and its tables with cell roles."""

from __future__ import annotations

from collections.abc import Iterator

from docxlint.core.document import Table
from docxlint.core.snapshot import Snapshot, SnapshotCell, SnapshotTable
from docxlint.form.bound import BoundForm, BoundTable
from docxlint.text.protocols import CellFigures


def take_snapshot(bound: BoundForm) -> Snapshot:
    """The sections and the tables of `bound`, in the order of the document."""
    sections = (section.location.section for section in bound.sections)
    positions = {id(block): at for at, block in enumerate(bound.document.blocks)}
    tables = [(table, owner) for owner in bound.tables.values() for table in owner.tables]
    tables.sort(key=lambda pair: positions.get(id(pair[0]), len(positions)))
    cells = bound.language.cells
    return Snapshot(
        sections=tuple(dict.fromkeys(label for label in sections if label is not None)),
        tables=tuple(_table(table, owner, cells) for table, owner in tables if table.grid),
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
    roles = {id(bound.cell): "figure" for bound in owner.cells.values()}
    for row in owner.rows():
        roles |= {id(cell): "stub" for cell, _ in row.labels}
    for index in range(len(table.grid)):
        cells = table.row(index)
        numbers = [figures.figure(cell.text).value is not None for cell in cells]
        has_figures = any(numbers) or any(roles.get(id(cell)) == "figure" for cell in cells)
        for position, (cell, is_number) in enumerate(zip(cells, numbers, strict=True)):
            if cell.row != index:
                continue
            # A row of figures that the form does not know still looks like one.
            guess = "figure" if position or is_number else "stub"
            yield SnapshotCell(
                text=cell.text,
                row=cell.row,
                column=cell.column,
                rows=cell.rows,
                columns=cell.columns,
                role=roles.get(id(cell), guess if has_figures else "head"),
                path=cell.location.path,
            )
