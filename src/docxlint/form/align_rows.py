"""Align the rows of a Word table with the rows that a form prints, in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from docxlint.core.document import Cell, Table
from docxlint.form.schema import FormBlock, TableForm
from docxlint.text.language import Language

# How similar two labels must be to match (0–100).
_NEAR = 55.0


class TableRow(msgspec.Struct, frozen=True, gc=False):
    """A row of a Word table: its cells from left to right, each once, and their folded texts."""

    table: Table
    index: int
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]

    @property
    def blank(self) -> bool:
        """Whether no cell of the row shows anything."""
        return not any(self.texts)


class PrintedRow(msgspec.Struct, frozen=True, gc=False):
    """A row that the form prints.

    `kind` is "title", "header" or "figures". `line` counts the header rows, or the rows of
    figures, of the block. `labels` are the folded labels in the row; a row of figures has one.
    `figures` is the number of columns of the block.
    """

    block: int
    kind: str
    line: int
    labels: tuple[str, ...]
    figures: int


def innermost(cell: Cell) -> Cell:
    """The cell itself, or the only cell with text in tables inside it."""
    if cell.text.strip():
        return cell
    inner = [each for each in inner_cells(cell) if each.text.strip()]
    return inner[0] if len(inner) == 1 else cell


def cell_text(cell: Cell) -> str:
    """The text of a cell, or the only text in tables inside it."""
    return innermost(cell).text


def inner_cells(cell: Cell) -> Iterator[Cell]:
    """The cells of all tables inside a cell."""
    for table in cell.tables:
        for inner in table.cells():
            yield inner
            yield from inner_cells(inner)


def table_rows(tables: Sequence[Table], language: Language) -> tuple[TableRow, ...]:
    """The rows of `tables`, one table after the other."""
    fold = language.folding.fold
    rows = []
    for table in tables:
        for index in range(len(table.grid)):
            cells = table.row(index)
            rows.append(
                TableRow(table, index, cells, tuple(fold(cell_text(cell)) for cell in cells))
            )
    return tuple(rows)


def printed_rows(form: TableForm, language: Language) -> tuple[PrintedRow, ...]:
    """The rows that the form prints, top to bottom."""
    return tuple(_printed_rows(form, language))


def _printed_rows(form: TableForm, language: Language) -> Iterator[PrintedRow]:
    fold = language.folding.fold
    for number, block in enumerate(form.blocks):
        figures = len(block.columns)
        if block.title is not None:
            yield PrintedRow(number, "title", 0, (fold(block.title),), figures)
        for line in range(block.header_rows):
            yield PrintedRow(
                number, "header", line, tuple(header_labels(block, line, language)), figures
            )
        for line, row in enumerate(block.rows):
            yield PrintedRow(number, "figures", line, (fold(row.label),), figures)


def header_labels(block: FormBlock, line: int, language: Language) -> Iterator[str]:
    """The folded labels that begin in header row `line`, from left to right, groups once."""
    fold = language.folding.fold
    if line == 0 and block.corner is not None:
        yield fold(block.corner)
    last: tuple[str, ...] | None = None
    for column in block.columns:
        if len(column.path) > line and column.path[: line + 1] != last:
            yield fold(column.path[line])
        last = column.path[: line + 1]


def align_rows(
    expected: Sequence[PrintedRow], rows: Sequence[TableRow], language: Language
) -> dict[int, int]:
    """The row for each printed row: positions in `expected` to positions in `rows`, both rising.

    Rows with exactly the printed labels are matched first, then similar rows between them. Where
    as many rows are left over as are still expected, those match too.
    """
    matched = _match_ends(expected, rows, language)
    for unmatched, free in _gaps(matched, len(expected), len(rows)):
        exact = best_rising_pairs(
            [[_match_score(expected[w], rows[r], language) for r in free] for w in unmatched]
        )
        matched |= {unmatched[w]: free[r] for w, r in exact.items()}
    for unmatched, free in _gaps(matched, len(expected), len(rows)):
        scores = [[_near_score(expected[w], rows[r]) for r in free] for w in unmatched]
        near = best_rising_pairs(scores)
        matched |= {unmatched[w]: free[r] for w, r in near.items()}
    for unmatched, free in _gaps(matched, len(expected), len(rows)):
        left = [r for r in free if not rows[r].blank and not _is_single(rows[r])]
        without_titles = [w for w in unmatched if expected[w].kind != "title"]
        if len(left) == len(without_titles) == len(unmatched):
            matched |= dict(zip(unmatched, left, strict=True))
    return dict(sorted(matched.items()))


def displaced_rows(
    expected: Sequence[PrintedRow],
    rows: Sequence[TableRow],
    matched: Mapping[int, int],
    numbers: Sequence[int],
    language: Language,
) -> dict[int, int]:
    """The rows of figures that stand in another place than the form prints them.

    Positions in `expected` to `numbers` of `rows`, as in `matched`, which has neither of them. Such
    a row has exactly the printed label.
    """
    taken = set(matched.values())
    displaced: dict[int, int] = {}
    for w, printed in enumerate(expected):
        if w in matched or printed.kind != "figures" or not printed.labels[0]:
            continue
        for row, number in zip(rows, numbers, strict=True):
            if number not in taken and _match_score(printed, row, language) == 1:
                displaced[w] = number
                taken.add(number)
                break
    return displaced


def _match_ends(
    expected: Sequence[PrintedRow], rows: Sequence[TableRow], language: Language
) -> dict[int, int]:
    """The rows at the beginning, then at the end, that have exactly the printed labels."""
    matched: dict[int, int] = {}
    for i, (printed, row) in enumerate(zip(expected, rows, strict=False)):
        if _match_score(printed, row, language) < 1:
            break
        matched[i] = i
    shortest = min(len(expected), len(rows))
    for i in range(1, shortest - len(matched) + 1):
        if _match_score(expected[-i], rows[-i], language) < 1:
            break
        matched[len(expected) - i] = len(rows) - i
    return matched


def _is_single(row: TableRow) -> bool:
    return len(row.cells) == 1


def _match_score(printed: PrintedRow, row: TableRow, language: Language) -> float:
    """1 for a row with the printed labels, less for one with at least half of a header."""
    if printed.kind == "header":
        if not printed.labels:
            return 0.0
        share = sum(label in row.texts for label in printed.labels) / len(printed.labels)
        return share if share >= 0.5 else 0.0
    label = printed.labels[0]
    if label:
        # A label belongs to the row in which its cell begins.
        cells = zip(row.texts, row.cells, strict=True)
        return float(any(text == label and cell.row == row.index for text, cell in cells))
    if len(row.cells) * 2 >= printed.figures and len(set(row.texts)) == 1:
        return 0.5  # left blank, or with a dash or a word for every zero
    figure = language.cells.figure
    figures = sum(1 for cell in row.cells if figure(cell_text(cell)).value is not None)
    words = sum(bool(text) for text in row.texts) - figures
    return float(figures * 2 >= printed.figures and words * 4 <= printed.figures)


def _near_score(printed: PrintedRow, row: TableRow) -> float:
    """How similar a row's labels are to the printed ones: at most 1, 0 below the threshold."""
    from rapidfuzz import fuzz  # imported late: only similar labels need it

    if printed.kind == "header":
        near = sum(
            any(fuzz.ratio(label, text) >= _NEAR for text in row.texts) for label in printed.labels
        )
        share = near / len(printed.labels) if printed.labels else 0.0
        return share if share >= 0.5 else 0.0
    label = printed.labels[0]
    labels = [t for t, c in zip(row.texts, row.cells, strict=True) if c.row == row.index and t]
    if not label or (printed.kind == "title") != (len(labels) == 1):
        return 0.0
    best = max((fuzz.ratio(label, text) for text in labels), default=0.0)
    return best / 100 if best >= _NEAR else 0.0


def best_rising_pairs(scores: Sequence[Sequence[float]]) -> dict[int, int]:
    """The rising pairs of rows of `scores` and their columns with the greatest sum.

    Pairs with the score 0 are left out.
    """
    height, width = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for w in range(height - 1, -1, -1):
        line, below, given = best[w], best[w + 1], scores[w]
        for r in range(width - 1, -1, -1):
            value = below[r] if below[r] >= line[r + 1] else line[r + 1]
            score = given[r]
            if score and score + below[r + 1] > value:
                value = score + below[r + 1]
            line[r] = value
    chosen: dict[int, int] = {}
    w = r = 0
    while w < height and r < width:
        score = scores[w][r]
        if score and best[w][r] == score + best[w + 1][r + 1]:
            chosen[w] = r
            w, r = w + 1, r + 1
        elif best[w][r] == best[w + 1][r]:
            w += 1
        else:
            r += 1
    return chosen


def _gaps(matched: dict[int, int], expected: int, rows: int) -> list[tuple[list[int], list[int]]]:
    """The runs of unmatched printed rows, each with the rows that are free for it."""
    gaps = []
    edges = [(-1, -1), *sorted(matched.items()), (expected, rows)]
    for (w0, r0), (w1, r1) in pairwise(edges):
        if w1 - w0 > 1 and r1 - r0 > 1:
            gaps.append((list(range(w0 + 1, w1)), list(range(r0 + 1, r1))))
    return gaps
