"""The sections and tables of a document, for reports that draw them."""

from __future__ import annotations

import msgspec


class SnapshotCell(msgspec.Struct, frozen=True, gc=False):
    """A cell that covers `rows` × `columns` grid positions from (`row`, `column`), counted from 0.

    `role` is "head" (above the figures), "stub" (before them) or "figure". `path` is the XPath of
    the cell in the part of its table.
    """

    text: str
    row: int
    column: int
    rows: int
    columns: int
    role: str
    path: str


class SnapshotTable(msgspec.Struct, frozen=True, gc=False):
    """A Word table that is the form's table `name`, or a part of it: a grid of `rows` × `columns`.

    `cells` are row by row. `section` is the section label of its findings. `path` is the table's
    XPath in `part`.
    """

    name: str
    section: str | None
    part: str
    path: str
    rows: int
    columns: int
    cells: tuple[SnapshotCell, ...]


class Snapshot(msgspec.Struct, frozen=True, gc=False):
    """The section labels and the tables of the form, both in document order."""

    sections: tuple[str, ...]
    tables: tuple[SnapshotTable, ...]
