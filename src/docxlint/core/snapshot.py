"""A document's sections and tables of the form, as reports draw them."""

from __future__ import annotations

import msgspec


class SnapshotCell(msgspec.Struct, frozen=True, gc=False):
    """A cell of a table as it is drawn in a report: it covers `rows` × `columns` slots from
    (`row`, `column`), counted from 0. `role` is "head" (above figures), "stub" (before them) or
    "figure"; `path` is the cell's XPath in its table's part.
    """

    text: str
    row: int
    column: int
    rows: int
    columns: int
    role: str
    path: str


class SnapshotTable(msgspec.Struct, frozen=True, gc=False):
    """A Word table that is the form's table `name`, or a part of it: `rows` × `columns` slots,
    its cells row by row. `section` is the label under which its findings stand; `path` is its
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
    """What a report needs to draw the document: the labels of its sections and its tables of the
    form, both in the document's order.
    """

    sections: tuple[str, ...]
    tables: tuple[SnapshotTable, ...]
