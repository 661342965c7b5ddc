"""Lays the header of a Word table against the columns that a form prints."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from typing import TypeAlias

import msgspec

from docxlint.core.document import Cell
from docxlint.core.location import Location
from docxlint.form.align_rows import Printed, Row, chain
from docxlint.form.bound import Mismatch
from docxlint.form.schema import Block, Line
from docxlint.text.language import Language

_ARROW = " › "
Fold: TypeAlias = Callable[[str], str]


class Leaf(msgspec.Struct, frozen=True, gc=False):
    """A column as its header shows it: the slots from `start`, and the header cells over them
    that are not blank, from the top.
    """

    start: int
    cells: tuple[Cell, ...]


class Header(msgspec.Struct, frozen=True, gc=False):
    """A block's header as found: the slot at which each column of the form begins, None where
    it is not there; no slots at all without a header. `faults` is what differs from the form.
    """

    slots: tuple[int | None, ...]
    faults: tuple[Mismatch, ...]


def read_header(
    block: Block,
    number: int,
    shown: Sequence[tuple[Printed, Row]],
    labels: int,
    fallback: Location,
    language: Language,
) -> Header:
    """The header of `block` (the `number`th of its table) among `shown`, pairs of a printed row
    and the row found for it. `labels` is how many slots the row labels take, `fallback` where
    to point when there is nothing of the header.
    """
    fold = language.folding.fold
    faults: list[Mismatch] = []
    title = next((row for p, row in shown if p.block == number and p.kind == "title"), None)
    if block.title is not None:
        found, at = (_words(title.cells[0]), title.cells[0].location) if title else ("", fallback)
        if fold(found) != fold(block.title):
            faults.append(Mismatch(block.title, found, at))
    rows = [row for p, row in shown if p.block == number and p.kind == "header"]
    if not rows:
        everything = language.sentences.SEPARATOR.join(
            dict.fromkeys(column.label for column in block.columns)
        )
        names = tuple(column.name for column in block.columns)
        if any(column.label for column in block.columns):
            faults.append(Mismatch(everything, "", fallback, names))
        return Header((), tuple(faults))
    if block.corner is not None and labels:
        corner = rows[0].table.grid[rows[0].index][0]
        if corner is not None and fold(corner.text) != fold(block.corner):
            faults.append(Mismatch(block.corner, _words(corner), corner.location))
    faults += _beside(block, rows, labels)
    leaves = _leaves(rows, labels)
    if len(leaves) == len(block.columns):
        pairs: dict[int, int] = {i: i for i in range(len(leaves))}
    else:
        pairs = chain([[_same(c.path, leaf, fold) for leaf in leaves] for c in block.columns])
    faults += _differences(block, leaves, pairs, rows[-1].cells[-1].location, fold)
    slots = tuple(leaves[pairs[i]].start if i in pairs else None for i in range(len(block.columns)))
    return Header(slots, tuple(faults))


def _beside(block: Block, rows: Sequence[Row], labels: int) -> Iterator[Mismatch]:
    """What stands before the columns of a block whose rows have no labels."""
    if any(line.label for line in block.rows):
        return
    before = {cell for row in rows for cell in row.table.grid[row.index][:labels] if cell}
    for cell in sorted(before, key=lambda cell: (cell.row, cell.column)):
        if cell.text.strip():
            yield Mismatch("", _words(cell), cell.location)


def _leaves(rows: Sequence[Row], labels: int) -> list[Leaf]:
    """The columns to the right of the labels; those without any wording are left out.

    A column is the lowest header cell over a slot, however many slots it covers: its groups
    are those over its first slot.
    """
    first, last = rows[0], rows[-1]
    grid = first.table.grid
    span = range(first.index, last.index + 1) if last.table is first.table else [first.index]
    leaves: list[Leaf] = []
    lowest: Cell | None = None
    for slot in range(labels, len(grid[0])):
        stack = list({id(cell): cell for r in span if (cell := grid[r][slot]) is not None}.values())
        worded = tuple(cell for cell in stack if cell.text.strip())
        if worded and stack[-1] is not lowest:
            leaves.append(Leaf(slot, worded))
        lowest = stack[-1] if stack else None
    return leaves


def _same(path: tuple[str, ...], leaf: Leaf, fold: Fold) -> float:
    """How well a header agrees with a column: 1 for its whole path, less for its own label."""
    texts = tuple(fold(cell.text) for cell in leaf.cells)
    labels = tuple(fold(label) for label in path)
    if texts == labels:
        return 1.0
    return 0.5 if texts[-1] == labels[-1] else 0.0


def _differences(
    block: Block, leaves: Sequence[Leaf], pairs: dict[int, int], end: Location, fold: Fold
) -> list[Mismatch]:
    faults: dict[tuple[str, str], Mismatch] = {}

    def note(expected: str, found: str, at: Location) -> None:
        faults.setdefault((at.path, expected), Mismatch(expected, found, at))

    for i, column in enumerate(block.columns):
        if i not in pairs:
            faults[column.name, ""] = Mismatch(column.label, "", end, (column.name,))
            continue
        cells = leaves[pairs[i]].cells
        if len(cells) == len(column.path):
            for label, cell in zip(column.path, cells, strict=True):
                if fold(label) != fold(cell.text):
                    note(label, _words(cell), cell.location)
        else:
            for (path, expected), fault in _uneven(block, leaves, column, cells, end, fold):
                faults.setdefault((path, expected), fault)
    for i, leaf in enumerate(leaves):
        if i not in pairs.values():
            note("", _words(leaf.cells[-1]), leaf.cells[-1].location)
    return list(faults.values())


def _uneven(
    block: Block,
    leaves: Sequence[Leaf],
    column: Line,
    cells: Sequence[Cell],
    end: Location,
    fold: Fold,
) -> Iterator[tuple[tuple[str, str], Mismatch]]:
    """What differs in the header of a column that has more levels than the form's, or fewer: a
    group that is nowhere, or is there too often, by which it is known however many columns it has.
    """
    shown = {fold(cell.text) for leaf in leaves for cell in leaf.cells}
    printed = {fold(label) for each in block.columns for label in each.path}
    wanted = [fold(label) for label in column.path]
    there = [fold(cell.text) for cell in cells]
    lost = [n for n in _beyond(there, wanted) if wanted[n] not in shown]
    more = [n for n in _beyond(wanted, there) if _is_odd(there, n, printed)]
    for level in lost:
        group = column.path[: level + 1]
        yield ("", _ARROW.join(group)), Mismatch(group[-1], "", end)
    for level in more:
        cell = cells[level]
        yield (cell.location.path, ""), Mismatch("", _words(cell), cell.location)
    if not lost and not more:
        expected, at = _ARROW.join(column.path), cells[-1].location
        found = _ARROW.join(_words(cell) for cell in cells)
        yield (at.path, expected), Mismatch(expected, found, at)


def _beyond(few: Sequence[str], many: Sequence[str]) -> list[int]:
    """Which of `many` stand besides `few`, which come in it in this order; none if they do not."""
    left = list(few)
    besides = []
    for position, text in enumerate(many):
        if left and left[0] == text:
            left.pop(0)
        else:
            besides.append(position)
    return [] if left else besides


def _is_odd(texts: Sequence[str], level: int, printed: Container[str]) -> bool:
    """Whether the text at `level` of a column's header is none of the form's, or comes twice: a
    group of the form's that reaches too far is neither.
    """
    return texts[level] not in printed or texts.count(texts[level]) > 1


def _words(cell: Cell) -> str:
    """What a cell says, in one line and without blanks."""
    return "".join(cell.text.split())
