"""Align the header of a Word table with the columns that a form prints."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

import msgspec

from docxlint.core.document import Cell, Table
from docxlint.core.location import Location
from docxlint.form.align_rows import PrintedRow, TableRow, best_rising_pairs
from docxlint.form.bound import Mismatch, SplitLabel
from docxlint.form.header_columns import (
    Fold,
    HeaderColumn,
    header_columns,
    label_levels,
    split_labels,
)
from docxlint.form.schema import FormBlock, FormLine
from docxlint.text.language import Language

_ARROW = " › "


class BoundHeader(msgspec.Struct, frozen=True, gc=False):
    """The header of a block.

    `slots` are the slots at which the form's columns begin, None for a missing column; there are
    none without a header. `faults` are the differences from the form. `others` are the slots at
    which columns begin that the form does not have. `split` are labels that are not merged.
    """

    slots: tuple[int | None, ...]
    faults: tuple[Mismatch, ...]
    others: tuple[int, ...] = ()
    split: tuple[SplitLabel, ...] = ()


def read_header(
    block: FormBlock,
    number: int,
    matches: Sequence[tuple[PrintedRow, TableRow]],
    labels: int,
    fallback: Location,
    language: Language,
) -> BoundHeader:
    """The header of `block`, which is block `number` of its table.

    `matches` pairs printed rows with the rows of the table; several rows may have the pieces of
    one. The row labels take `labels` slots.
    `fallback` is the location for a header that is missing.
    """
    fold = language.folding.fold
    faults: list[Mismatch] = []
    split: list[SplitLabel] = []
    title = next((row for p, row in matches if p.block == number and p.kind == "title"), None)
    if block.title is not None:
        text = _compact_text(title.cells[0]) if title else ""
        if fold(text) != fold(block.title):
            at = title.cells[0].location if title else fallback
            faults.append(Mismatch(block.title, text, at))
        elif title is not None and len(title.cells) > 1:
            split.append(SplitLabel(block.title, title.cells[0].location))
    rows = [row for p, row in matches if p.block == number and p.kind == "header"]
    rows.sort(key=lambda row: row.index)
    if not rows:
        all_labels = language.sentences.SEPARATOR.join(
            dict.fromkeys(column.label for column in block.columns)
        )
        names = tuple(column.name for column in block.columns)
        if any(column.label for column in block.columns):
            faults.append(Mismatch(all_labels, "", fallback, names))
        return BoundHeader((), tuple(faults), split=tuple(split))
    table, span = rows[0].table, _span(rows)
    if block.corner is not None and labels:
        corner = _corner_cells(block, table, span, labels)
        if len(corner) > 1 and fold("".join(cell.text for cell in corner)) == fold(block.corner):
            split.append(SplitLabel(block.corner, corner[0].location))
        else:
            faults += _corner_faults(block.corner, rows[0], labels, fold)
    faults += _before_columns(block, rows, labels)
    leaves = header_columns(block, table, span, labels, fold)
    if len(leaves) == len(block.columns):
        pairs: dict[int, int] = {i: i for i in range(len(leaves))}
    else:
        pairs = best_rising_pairs(
            [[_agreement(c.path, leaf, fold) for leaf in leaves] for c in block.columns]
        )
    faults += _differences(block, leaves, pairs, rows[-1].cells[-1].location, fold)
    slots = tuple(leaves[pairs[i]].start if i in pairs else None for i in range(len(block.columns)))
    others = tuple(leaf.start for i, leaf in enumerate(leaves) if i not in pairs.values())
    paired = [(block.columns[i], leaves[leaf]) for i, leaf in pairs.items()]
    split += split_labels(paired, fold)
    return BoundHeader(slots, tuple(faults), others, tuple(split))


def _span(rows: Sequence[TableRow]) -> range:
    """The rows of the header in the table of the first of them."""
    first, last = rows[0], rows[-1]
    return range(first.index, (last if last.table is first.table else first).index + 1)


def _corner_cells(block: FormBlock, table: Table, span: range, labels: int) -> list[Cell]:
    """The cells over the row labels in the header rows, from the top.

    Where there are more slots of labels than in the form, blank cells beside others do not count.
    """
    cells = {id(cell): cell for r in span for cell in table.grid[r][:labels] if cell is not None}
    worded = {cell.column for cell in cells.values() if cell.text.strip()}
    return [
        cell
        for cell in cells.values()
        if labels <= block.labels or cell.text.strip() or cell.column in worded
    ]


def _corner_faults(corner: str, row: TableRow, labels: int, fold: Fold) -> Iterator[Mismatch]:
    """The texts over the row labels that are not the form's: a wrong one, or further columns."""
    cells = list(dict.fromkeys(cell for cell in row.table.grid[row.index][:labels] if cell))
    if any(fold(cell.text) == fold(corner) for cell in cells):
        for cell in cells:
            if cell.text.strip() and fold(cell.text) != fold(corner):
                yield Mismatch("", _compact_text(cell), cell.location)
    elif cells:
        yield Mismatch(corner, _compact_text(cells[0]), cells[0].location)


def _before_columns(block: FormBlock, rows: Sequence[TableRow], labels: int) -> Iterator[Mismatch]:
    """The texts before the columns of a block whose rows have no labels."""
    if any(line.label for line in block.rows):
        return
    before = {cell for row in rows for cell in row.table.grid[row.index][:labels] if cell}
    for cell in sorted(before, key=lambda cell: (cell.row, cell.column)):
        if cell.text.strip():
            yield Mismatch("", _compact_text(cell), cell.location)


def _agreement(path: tuple[str, ...], leaf: HeaderColumn, fold: Fold) -> float:
    """How well a header column matches a path: 1 for all of it, less for the last label only."""
    if label_levels(path, leaf, fold) is not None:
        return 1.0
    return 0.5 if fold(leaf.cells[-1].text) == fold(path[-1]) else 0.0


def _differences(
    block: FormBlock,
    leaves: Sequence[HeaderColumn],
    pairs: dict[int, int],
    end: Location,
    fold: Fold,
) -> list[Mismatch]:
    faults: dict[tuple[str, str], Mismatch] = {}

    def note(expected: str, text: str, at: Location) -> None:
        faults.setdefault((at.path, expected), Mismatch(expected, text, at))

    for i, column in enumerate(block.columns):
        if i not in pairs:
            faults[column.name, ""] = Mismatch(column.label, "", end, (column.name,))
            continue
        leaf = leaves[pairs[i]]
        if label_levels(column.path, leaf, fold) is not None:
            continue
        cells = leaf.cells if len(leaf.cells) >= len(column.path) else leaf.filled()
        if len(cells) == len(column.path):
            for label, cell in zip(column.path, cells, strict=True):
                if fold(label) != fold(cell.text):
                    note(label, _compact_text(cell), cell.location)
        else:
            for (path, expected), fault in _level_differences(
                block, leaves, column, cells, end, fold
            ):
                faults.setdefault((path, expected), fault)
    for i, leaf in enumerate(leaves):
        if i not in pairs.values():
            note("", _compact_text(leaf.cells[-1]), leaf.cells[-1].location)
    return list(faults.values())


def _level_differences(
    block: FormBlock,
    leaves: Sequence[HeaderColumn],
    column: FormLine,
    cells: Sequence[Cell],
    end: Location,
    fold: Fold,
) -> Iterator[tuple[tuple[str, str], Mismatch]]:
    """The differences of a column that has more or fewer levels than the form's.

    Each comes with a key: a group that is missing, or is there once too often, is one difference
    however many columns it covers.
    """
    present = {fold(cell.text) for leaf in leaves for cell in leaf.cells}
    printed = {fold(label) for each in block.columns for label in each.path}
    wanted = [fold(label) for label in column.path]
    there = [fold(cell.text) for cell in cells]
    lost = [n for n in _additions(there, wanted) if wanted[n] not in present]
    more = [n for n in _additions(wanted, there) if _is_odd(there, n, printed)]
    for level in lost:
        group = column.path[: level + 1]
        yield ("", _ARROW.join(group)), Mismatch(group[-1], "", end)
    for level in more:
        cell = cells[level]
        yield (cell.location.path, ""), Mismatch("", _compact_text(cell), cell.location)
    if not lost and not more:
        expected, at = _ARROW.join(column.path), cells[-1].location
        text = _ARROW.join(_compact_text(cell) for cell in cells)
        yield (at.path, expected), Mismatch(expected, text, at)


def _additions(few: Sequence[str], many: Sequence[str]) -> list[int]:
    """The positions in `many` beside `few`, whose items it has in their order; else none."""
    left = list(few)
    added = []
    for position, text in enumerate(many):
        if left and left[0] == text:
            left.pop(0)
        else:
            added.append(position)
    return [] if left else added


def _is_odd(texts: Sequence[str], level: int, printed: Container[str]) -> bool:
    """Whether the text at `level` of a header column is not the form's, or is there twice.

    A group of the form that covers too many columns is neither.
    """
    return texts[level] not in printed or texts.count(texts[level]) > 1


def _compact_text(cell: Cell) -> str:
    """The text of a cell without white space."""
    return "".join(cell.text.split())
