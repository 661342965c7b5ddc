"""The rows and columns of figures in a system, and one that is wrong from end to end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.rules.diagnosis.linear_system import System


def lines(system: System, *, across: bool) -> Iterator[tuple[int, ...]]:
    """The figures of each row (`across`) or column of the grids, in order, where none is left
    out between the first and the last of them.
    """
    found: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for figure, entry in enumerate(system.entries):
        line, place = (entry.row, entry.column) if across else (entry.column, entry.row)
        found.setdefault((entry.grid, line), []).append((place, figure))
    for key in sorted(found):
        places = sorted(found[key])
        if places[-1][0] - places[0][0] == len(places) - 1:
            yield tuple(figure for _, figure in places)


class Rewritten(msgspec.Struct, frozen=True):
    """A line that is all that is wrong, a row where `across` is true, and the right values of
    those of its figures that are wrong.
    """

    line: tuple[int, ...]
    across: bool
    values: dict[int, int]


def rewritten(system: System, failing: Sequence[int]) -> list[Rewritten]:
    """Every line of which one can say that it is all that is wrong."""
    return [
        Rewritten(line, across, values)
        for across in (True, False)
        for line in lines(system, across=across)
        if (values := _right(system, failing, line))
    ]


def _right(system: System, failing: Sequence[int], line: Sequence[int]) -> dict[int, int] | None:
    """The right values of the figures of `line` that are wrong, if nothing else is: each as the
    equations say in which it is the only figure of the line, and so that those with several of
    them come out too, of which there must be one. None if there are no such values.
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
            by, rest = divmod(missing, system.factors[equation][figure])
            value = (system.values[figure] or 0) + by
            if rest or not system.may_be(figure, value):
                return None
            if by and abs(missing) > system.tolerances[equation]:
                values[figure] = value
    after = system.changed(values)
    together = [e for e in touched if (system.masks[e] & mask).bit_count() > 1]
    if not together or any(abs(after.residual(e)) > system.tolerances[e] for e in touched):
        return None
    return values
