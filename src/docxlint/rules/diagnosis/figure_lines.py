"""The rows and columns of a system, and those that explain all failing equations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.rules.diagnosis.linear_system import System


def lines(system: System, *, across: bool) -> Iterator[tuple[int, ...]]:
    """Yield the figures of each row (`across`) or column of the grids, in order.

    A line with a gap between its first and its last figure is left out.
    """
    places_of: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for figure, entry in enumerate(system.entries):
        line, place = (entry.row, entry.column) if across else (entry.column, entry.row)
        places_of.setdefault((entry.grid, line), []).append((place, figure))
    for key in sorted(places_of):
        places = sorted(places_of[key])
        if places[-1][0] - places[0][0] == len(places) - 1:
            yield tuple(figure for _, figure in places)


class RewrittenLine(msgspec.Struct, frozen=True):
    """A row (`across`) or column that explains all failing equations.

    `values` has the right values of its wrong figures.
    """

    figures: tuple[int, ...]
    across: bool
    values: dict[int, int]


def rewritten_lines(system: System, failing: Sequence[int]) -> list[RewrittenLine]:
    """Return every line that explains all failing equations."""
    return [
        RewrittenLine(line, across, values)
        for across in (True, False)
        for line in lines(system, across=across)
        if (values := _right(system, failing, line))
    ]


def _right(system: System, failing: Sequence[int], line: Sequence[int]) -> dict[int, int] | None:
    """The right values of the wrong figures of `line`, if they explain all failing equations.

    Equations with just one figure of the line give the values. There must be equations with
    several figures of the line, and these must come out with the values. Otherwise None.
    """
    mask = sum(1 << figure for figure in line)
    if any(not system.masks[e] & mask for e in failing):
        return None
    touched = sorted({e for f in line for e in system.around[f] if e in system.judged})
    values: dict[int, int] = {}
    for equation in touched:
        only = system.masks[equation] & mask
        figure = only.bit_length() - 1
        if only == 1 << figure and figure not in values:
            missing = -system.residual(equation)
            by, remainder = divmod(missing, system.factors[equation][figure])
            value = (system.values[figure] or 0) + by
            if remainder or not system.may_be(figure, value):
                return None
            if by and abs(missing) > system.tolerances[equation]:
                values[figure] = value
    after = system.changed(values)
    together = [e for e in touched if (system.masks[e] & mask).bit_count() > 1]
    if not together or any(abs(after.residual(e)) > system.tolerances[e] for e in touched):
        return None
    return values
