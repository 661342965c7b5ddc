"""The equations of a document: figures with their places, and the sums that should hold."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from docxlint.core.location import Location


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A figure by its full name, table.row.column; `value` is None if it is not a number.

    `text` is the text of its cell. `places` is the number of decimals it may have. `grid` is the
    block of figures it belongs to; `row` and `column` are its position there, from 0. `location`
    has its printed labels.
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
    """A figure and its factor in an equation."""

    entry: Entry
    factor: Decimal


class Equation(msgspec.Struct, frozen=True, gc=False):
    """A sum that should hold: the addends and the constant add up to 0, within `tolerance`.

    `stated` is the name of a figure that is a side by itself, a stated total; None if neither side
    is a single figure. `rule` is the rule that states the equation, `location` the place of its
    finding.
    """

    addends: tuple[Addend, ...]
    location: Location
    constant: Decimal = Decimal(0)
    tolerance: Decimal = Decimal(0)
    stated: str | None = None
    rule: str = ""
