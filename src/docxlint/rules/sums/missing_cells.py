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
from docxlint.rules.sums.figure_names import label_of_figure, location_of_line

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
_LIMIT = 3
_WIDTH = 20


def unchecked_figures(
    bound: BoundForm, each: str | None, missing: Sequence[MissingFigure]
) -> Unchecked:
    """Return the unchecked result for a row or column (`each`) in which figures are missing.

    `missing` has at least one item. The result is located at the first one, or where it should be.
    """
    ref, cell = missing[0]
    if any(cell is None for _, cell in missing):
        template = _ABSENT
    elif all(cell is not None and cell.figure.blank for _, cell in missing):
        template = _BLANK
    elif all(cell is not None and cell.figure.several for _, cell in missing):
        template = _SEVERAL
    else:
        template = _NO_NUMBER
    labels = [label_of_figure(bound.form, each, ref, _WIDTH) for ref, _ in missing[:_LIMIT]]
    location = cell.location if cell is not None else _row_location(bound, ref)
    return Unchecked(
        reason=template(figures=join_list(labels, len(missing))),
        location=location_of_line(location, each),
        causes=tuple(ref for ref, _ in missing),
    )


def _row_location(bound: BoundForm, ref: FigureRef) -> Location:
    table = bound.tables[ref.table]
    row = table.row(ref.row)
    return row.location if row is not None else table.location
