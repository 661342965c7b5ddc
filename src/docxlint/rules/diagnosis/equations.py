"""Sums as they stand in a document: figures with their places, and what should hold of them."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from docxlint.core.location import Location


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A figure under its name, table.row.column; `value` is None where there is no number.

    `text` is what the cell shows. `places` is how many decimals the figure may have, 0 for a
    whole number. `grid` is the block of figures that it stands in, `row` and `column` where in
    it, counted from 0; the printed labels are those of `location`.
    """

    name: str
    text: str
    value: Decimal | None
    places: int
    grid: str
    row: int
    column: int
    location: Location


class Addend(msgspec.Struct, frozen=True, gc=False):
    """A figure and the factor that it has in an equation."""

    entry: Entry
    factor: Decimal


class Equation(msgspec.Struct, frozen=True, gc=False):
    """That the addends and the constant come to 0, give or take `tolerance`.

    `stated` is the name of the figure that is a side of its own, a stated total, None where no
    side is a single figure. `rule` asks for it; `location` is where a finding of the rule says
    that it does not hold.
    """

    addends: tuple[Addend, ...]
    location: Location
    constant: Decimal = Decimal(0)
    tolerance: Decimal = Decimal(0)
    stated: str | None = None
    rule: str = ""
