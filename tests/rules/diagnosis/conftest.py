"""Equations: of small tables whose last column and row are totals, and of single sums."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from docxlint.core.location import Location
from docxlint.rules.diagnosis.equations import Addend, Entry, Equation

Text = str | int | None


def entry(text: Text, row: int, column: int, grid: str = "t", places: int = 0) -> Entry:
    written = "" if text is None else str(text)
    return Entry(
        name=f"{grid}.{row}.{column}",
        text=written,
        value=Decimal(written) if written else None,
        places=places,
        grid=grid,
        row=row,
        column=column,
        location=Location(
            "word/document.xml", f"/{grid}/{row}/{column}", row=f"行{row}", column=f"列{column}"
        ),
    )


def total(of: Sequence[Entry], tolerance: str = "0", rule: str = "sum") -> Equation:
    """The equation that the last entry is the sum of the others."""
    *parts, stated = of
    return Equation(
        addends=(Addend(stated, Decimal(1)), *(Addend(one, Decimal(-1)) for one in parts)),
        location=stated.location,
        tolerance=Decimal(tolerance),
        stated=stated.name,
        rule=rule,
    )


@pytest.fixture
def table() -> Callable[..., list[Equation]]:
    """The equations of a table of figures whose last row and column are the sums."""

    def make(
        rows: Sequence[Sequence[Text]], *, places: int = 0, tolerance: str = "0", grid: str = "t"
    ) -> list[Equation]:
        cells = [
            [entry(text, r, c, grid, places) for c, text in enumerate(row)]
            for r, row in enumerate(rows)
        ]
        lines = [*cells, *map(list, zip(*cells, strict=True))]
        return [total(line, tolerance) for line in lines]

    return make


@pytest.fixture
def lone() -> Callable[..., Equation]:
    """One equation: the last of the figures is the sum of the others."""

    def make(*texts: Text, places: int = 0, tolerance: str = "0", grid: str = "lone") -> Equation:
        cells = [entry(text, 0, c, grid, places) for c, text in enumerate(texts)]
        return total(cells, tolerance)

    return make
