"""The unchecked result of a formula whose figures are missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from docxlint.core.finding import Unchecked
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.reference import FigureRef
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.rules.message_parts import join_list
from docxlint.rules.sums.figure_names import label_of_cell, label_of_figure, location_of_line

# A figure of the form, with its cell if there is one that holds no number.
MissingFigure: TypeAlias = tuple[FigureRef, BoundCell | None]

_BLANK = Message(
    zh="{figures}没有填写，无法核对", en="{figures}: left blank, so this cannot be checked"
)
_ABSENT = Message(
    zh="表格里没有{figures}，无法核对", en="{figures}: not in the table, so this cannot be checked"
)
_NO_NUMBER = Message(
    zh="{figures}不是数字，无法核对", en="{figures}: not a number, so this cannot be checked"
)
_SEVERAL = Message(
    zh="{figures}一格里有两个数，无法核对",
    en="{figures}: more than one number in a cell, so this cannot be checked",
)
_UNREAD = Message(
    zh="{figures}那一格不是文字（图片、公式等），无法核对",
    en="{figures}: no text in the cell (a picture, an equation), so this cannot be checked",
)
_SHARED = Message(
    zh="{figures}与别的数合并在一格里，无法核对",
    en="{figures}: merged with another cell, so this cannot be checked",
)
_LIMIT = 3
_WIDTH = 20


def unchecked_figures(
    bound: BoundForm, each: str | None, missing: Sequence[MissingFigure]
) -> Unchecked:
    """Return the unchecked result for a row or column (`each`) in which figures are missing.

    `missing` has at least one item. The result is located at the first one, or where it should be.
    """
    ref, cell = missing[0]
    template = _template([cell for _, cell in missing])
    labels = [
        label_of_figure(bound.form, each, ref, _WIDTH)
        if cell is None or cell.shared
        else label_of_cell(cell, each, _WIDTH)
        for ref, cell in missing[:_LIMIT]
    ]
    location = cell.location if cell is not None else _row_location(bound, ref)
    return Unchecked(
        reason=template(figures=join_list(labels, len(missing))),
        location=location_of_line(location, each),
        causes=tuple(ref for ref, _ in missing),
    )


def _template(cells: Sequence[BoundCell | None]) -> Message:
    """The reason that holds for all cells, in the order of how much it explains."""
    present = [cell for cell in cells if cell is not None]
    if len(present) < len(cells):
        return _ABSENT
    if all(cell.shared for cell in present):
        return _SHARED
    if all(cell.figure.unread for cell in present):
        return _UNREAD
    if all(cell.figure.blank for cell in present):
        return _BLANK
    return _SEVERAL if all(cell.figure.several for cell in present) else _NO_NUMBER


def _row_location(bound: BoundForm, ref: FigureRef) -> Location:
    table = bound.tables[ref.table]
    row = table.row(ref.row)
    return row.location if row is not None else table.location
