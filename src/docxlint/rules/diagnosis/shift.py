"""Recognises a row or column of figures that is off by one cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log2

import msgspec

from docxlint.rules.diagnosis.figure_lines import lines
from docxlint.rules.diagnosis.linear_system import System

# The improbability of a shifted line, in bits, without the choice of the line.
_SHIFT_BITS = 6.0
# A shift is recognised only if it moves this many figures that differ,
_LEAST = 3
# and if this many equations hold with it, not counting those that give the lost figure.
_WITNESSES = 2


class Shift(msgspec.Struct, frozen=True):
    """A line of figures that are all in the next cell (`by` 1) or in the previous one (`by` -1).

    `values` has the right values of the wrong figures. `across` is true for a row. The shift
    starts at the figure `gap`, where a cell was inserted or left out. `fixed` are the failing
    equations that come out. `bits` is the improbability, as for a set of figures.
    """

    values: dict[int, int]
    line: tuple[int, ...]
    gap: int
    by: int
    across: bool
    fixed: frozenset[int]
    bits: float


def find_shifts(system: System, failing: Sequence[int]) -> list[Shift]:
    """Find the shifts of one line after which every equation with a figure of the line holds.

    Shifts that fix more equations come first.
    """
    wrong = frozenset(failing)
    shifts: dict[tuple[tuple[int, int], ...], Shift] = {}
    for across in (True, False):
        for line in lines(system, across=across):
            touched = {e for figure in line for e in system.around[figure]}
            if len(line) <= _LEAST or len(touched & wrong) < _LEAST:
                continue
            for shift in _shifts_of(system, wrong, line, across=across):
                shifts.setdefault(tuple(sorted(shift.values.items())), shift)
    return sorted(shifts.values(), key=lambda s: (-len(s.fixed), s.bits, s.line))


def _shifts_of(
    system: System, wrong: frozenset[int], line: tuple[int, ...], *, across: bool
) -> Iterator[Shift]:
    values = system.values
    bits = _SHIFT_BITS + log2(2 * len(line))
    mask = sum(1 << figure for figure in line)
    for by in (1, -1):
        # After a shift to the right the last figure is lost, after one to the left the first.
        # Whether a figure can be right does not depend on where the shift starts, so it may start
        # anywhere in the run of possible figures at the end of the line.
        for start in range(len(line) - 2, -1, -1):
            here, source = (start, start + 1) if by == 1 else (start + 1, start)
            if not _can_be(system, line[here], values[line[source]], mask):
                break
            run = line[start:]
            pairs = pairwise(run)
            right = {a if by == 1 else b: values[b if by == 1 else a] or 0 for a, b in pairs}
            if sum(value != values[figure] for figure, value in right.items()) < _LEAST - 1:
                continue
            lost = run[-1] if by == 1 else run[0]
            fixed = _fixed_equations(system, wrong, right, lost)
            changes = {f: value for f, value in right.items() if value != values[f]}
            if fixed is not None and len(changes) >= _LEAST:
                yield Shift(changes, line, run[0], by, across, fixed, bits)


def _can_be(system: System, figure: int, value: int | None, line: int) -> bool:
    """Whether a figure of a line can have a value.

    Only the equations in which it is the only figure of the line count.
    """
    if value is None or value % system.units[figure]:
        return False
    return not any(
        abs(_off(system, e, {figure: value})) > system.tolerances[e]
        for e in system.around[figure]
        if system.masks[e] & line == 1 << figure
        and (e in system.judged or _is_known(system, e, {}, figure))
    )


def _fixed_equations(
    system: System, wrong: frozenset[int], right: dict[int, int], lost: int
) -> frozenset[int] | None:
    """The failing equations that come out with the values `right` and a value for `lost`.

    The value is added to `right`. None if there is no such value, or too little evidence for it.
    """
    touched = sorted({e for figure in (*right, lost) for e in system.around[figure]})
    known = [e for e in touched if _is_known(system, e, right, lost)]
    with_lost = [e for e in known if lost in system.factors[e]]
    if not with_lost:
        return None
    first = min(with_lost, key=lambda e: (system.tolerances[e], len(system.factors[e]), e))
    missing = _off(system, first, {**right, lost: 0})
    value, remainder = divmod(-missing, system.factors[first][lost])
    unit = system.units[lost]
    if system.tolerances[first]:
        value = (2 * value + unit) // (2 * unit) * unit
    elif remainder:
        return None
    if value < 0 or any(v % system.units[f] for f, v in ((lost, value), *right.items())):
        return None
    right[lost] = value
    if any(abs(_off(system, e, right)) > system.tolerances[e] for e in known):
        return None
    fixed = wrong & set(known)
    if len(fixed) < _LEAST or len(fixed - {first}) < _WITNESSES:
        return None
    return frozenset(fixed)


def _is_known(system: System, equation: int, right: Mapping[int, int], lost: int) -> bool:
    """Whether an equation has numbers for all its figures once the line is right."""
    return all(
        f == lost or f in right or system.values[f] is not None for f in system.factors[equation]
    )


def _off(system: System, equation: int, right: Mapping[int, int]) -> int:
    return system.constants[equation] + sum(
        factor * right.get(f, system.values[f] or 0)
        for f, factor in system.factors[equation].items()
    )
