"""That an equation cannot be judged for want of figures, and which they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from docxlint.checks.addresses import Address, label_of, line_at
from docxlint.finding import Phrase, Unjudged
from docxlint.form.filled import Filled, FilledCell
from docxlint.model import Location
from docxlint.text import shorten

# A figure of the form, and its cell where it has one that holds no number.
Missing: TypeAlias = tuple[Address, FilledCell | None]

_BLANK = Phrase(zh="{places}没有填写，无法核对", en="{places}: blank, so this cannot be judged")
_ABSENT = Phrase(
    zh="{places}不在表里，无法核对", en="{places}: not there, so this cannot be judged"
)
_NO_NUMBER = Phrase(
    zh="{places}不是数字，无法核对", en="{places}: no number, so this cannot be judged"
)
_SHOWN = 3


def unjudged(filled: Filled, each: str | None, missing: Sequence[Missing]) -> Unjudged:
    """That the figures `missing`, at least one, of a line that is asked over `each` are not to be
    had; it is said where the first of them is, or should be.
    """
    places = [f"“{shorten(label_of(filled.form, each, address), 20)}”" for address, _ in missing]
    first_address, first = missing[0]
    if any(cell is None for _, cell in missing):
        template = _ABSENT
    elif all(cell is not None and cell.figure.blank for _, cell in missing):
        template = _BLANK
    else:
        template = _NO_NUMBER
    names = places[:_SHOWN]
    rest = Phrase(zh=f"等 {len(places)} 处", en=f" and {len(places) - _SHOWN} more")
    few = len(places) <= _SHOWN
    location = first.location if first is not None else _home(filled, first_address)
    return Unjudged(
        reason=template(
            places=Phrase(
                zh="、".join(names) + ("" if few else rest.zh),
                en=", ".join(names) + ("" if few else rest.en),
            )
        ),
        location=line_at(location, each),
        causes=tuple(".".join((a.table, a.row, a.column)) for a, _ in missing),
    )


def _home(filled: Filled, address: Address) -> Location:
    table = filled.tables[address.table]
    row = table.row(address.row)
    return row.location if row is not None else table.location
