"""That an equation cannot be judged for want of figures, and which they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from docxlint.core.finding import Unchecked
from docxlint.core.location import Location, shorten
from docxlint.core.message import Message
from docxlint.core.reference import FigureRef
from docxlint.form.bound import BoundCell, BoundForm
from docxlint.rules.sums.figure_names import label_of, line_at

# A figure of the form, and its cell where it has one that holds no number.
Missing: TypeAlias = tuple[FigureRef, BoundCell | None]

_BLANK = Message(zh="{places}没有填写，无法核对", en="{places}: blank, so this cannot be judged")
_ABSENT = Message(
    zh="{places}不在表里，无法核对", en="{places}: not there, so this cannot be judged"
)
_NO_NUMBER = Message(
    zh="{places}不是数字，无法核对", en="{places}: no number, so this cannot be judged"
)
_SHOWN = 3


def unjudged(bound: BoundForm, each: str | None, missing: Sequence[Missing]) -> Unchecked:
    """That the figures `missing`, at least one, of a line that is asked over `each` are not to be
    had; it is said where the first of them is, or should be.
    """
    places = [f"“{shorten(label_of(bound.form, each, address), 20)}”" for address, _ in missing]
    first_address, first = missing[0]
    if any(cell is None for _, cell in missing):
        template = _ABSENT
    elif all(cell is not None and cell.figure.blank for _, cell in missing):
        template = _BLANK
    else:
        template = _NO_NUMBER
    names = places[:_SHOWN]
    rest = Message(zh=f"等 {len(places)} 处", en=f" and {len(places) - _SHOWN} more")
    few = len(places) <= _SHOWN
    location = first.location if first is not None else _home(bound, first_address)
    return Unchecked(
        reason=template(
            places=Message(
                zh="、".join(names) + ("" if few else rest.zh),
                en=", ".join(names) + ("" if few else rest.en),
            )
        ),
        location=line_at(location, each),
        causes=tuple(ref for ref, _ in missing),
    )


def _home(bound: BoundForm, address: FigureRef) -> Location:
    table = bound.tables[address.table]
    row = table.row(address.row)
    return row.location if row is not None else table.location
