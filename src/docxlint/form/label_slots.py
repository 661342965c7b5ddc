"""Where the figures of a Word table begin, to the right of the row labels."""

from __future__ import annotations

from collections import Counter

from docxlint.core.document import Table
from docxlint.form.align_rows import cell_text
from docxlint.form.schema import TableForm
from docxlint.text.language import Language


def label_slots(form: TableForm, table: Table, language: Language) -> int:
    """The number of slots that the row labels take in `table`.

    That is where the figures begin in most rows with a label of the form, because other rows may
    begin with a code, or else in most rows. A label that leaves exactly as many slots as the form
    has columns is followed by figures, even if they are blank.
    """
    fold, figure = language.folding.fold, language.cells.figure
    labels = {fold(line.label) for line in form.rows() if line.label}
    rest = len(table.grid[0]) - max(len(block.columns) for block in form.blocks)
    if not labels and rest == 0:
        return 0
    starts: Counter[int] = Counter()
    others: Counter[int] = Counter()
    for index in range(len(table.grid)):
        known = False
        first = None
        for cell in table.row(index):
            if figure(cell_text(cell)).value is not None:
                first = cell.column if first is None else first
                if known:
                    starts[cell.column] += 1
                    break
            elif cell.row == index and fold(cell.text) in labels:
                known = True
                if cell.column + cell.columns == rest:
                    starts[rest] += 1
                    break
        if not known and first is not None:
            others[first] += 1
    if starts or others:
        return (starts or others).most_common(1)[0][0]
    corners = {fold(b.corner) for b in form.blocks if b.corner is not None}
    for cell in table.cells():
        if fold(cell.text) in corners:
            return cell.column + cell.columns
    return max(block.labels for block in form.blocks)
