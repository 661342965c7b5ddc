"""Recognises a row or column of figures that has slipped by one cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log2

import msgspec

from docxlint.rules.diagnosis.figure_lines import lines
from docxlint.rules.diagnosis.linear_system import System

# How seldom a whole line slips, in bits, before it is said where.
_SELDOM = 6.0
# A slip is recognised only if it moves so many figures that differ,
_LEAST = 3
# and if so many equations hold by it over those that it takes to reckon the figure that is lost.
_WITNESSES = 2


class Shift(msgspec.Struct, frozen=True):
    """Figures of one line, in order, of which each stands in the next cell (`by` 1) or in the
    one before (`by` -1); `values` are the right ones, of those that are wrong.

    `across` is true for a row. `gap` is the figure at which the slip begins: where a cell came
    in, or fell out. `fixed` are the failing equations that come out. `bits` says how likely it
    is, as for a set of figures.
    """

    values: dict[int, int]
    line: tuple[int, ...]
    gap: int
    by: int
    across: bool
    fixed: frozenset[int]
    bits: float


def shifts(system: System, failing: Sequence[int]) -> list[Shift]:
    """The slips of one line that make right every equation in which the line has a figure, those
    that put more equations right first.
    """
    wrong = frozenset(failing)
    found: dict[tuple[tuple[int, int], ...], Shift] = {}
    for across in (True, False):
        for line in lines(system, across=across):
            touched = {e for figure in line for e in system.around[figure]}
            if len(line) <= _LEAST or len(touched & wrong) < _LEAST:
                continue
            for one in _along(system, wrong, line, across=across):
                found.setdefault(tuple(sorted(one.values.items())), one)
    return sorted(found.values(), key=lambda one: (-len(one.fixed), one.bits, one.line))


def _along(
    system: System, wrong: frozenset[int], line: tuple[int, ...], *, across: bool
) -> Iterator[Shift]:
    values = system.values
    seldom = _SELDOM + log2(2 * len(line))
    alone = sum(1 << figure for figure in line)
    for by in (1, -1):
        # After a slip to the right each figure stands one further; the last has been lost, and
        # after one to the left the first. Whether a figure can be right does not depend on where
        # the slip begins, so it begins anywhere in a stretch, at the line's end, of such as can.
        for start in range(len(line) - 2, -1, -1):
            here, source = (start, start + 1) if by == 1 else (start + 1, start)
            if not _can_be(system, line[here], values[line[source]], alone):
                break
            run = line[start:]
            pairs = pairwise(run)
            right = {a if by == 1 else b: values[b if by == 1 else a] or 0 for a, b in pairs}
            if sum(value != values[figure] for figure, value in right.items()) < _LEAST - 1:
                continue
            lost = run[-1] if by == 1 else run[0]
            fixed = _comes_out(system, wrong, right, lost)
            changes = {f: value for f, value in right.items() if value != values[f]}
            if fixed is not None and len(changes) >= _LEAST:
                yield Shift(changes, line, run[0], by, across, fixed, seldom)


def _can_be(system: System, figure: int, value: int | None, line: int) -> bool:
    """Whether a figure of a line can have a value, judged by the equations in which it is the
    only figure of that line.
    """
    if value is None or value % system.units[figure]:
        return False
    return not any(
        abs(_off(system, e, {figure: value})) > system.tolerances[e]
        for e in system.around[figure]
        if system.masks[e] & line == 1 << figure
        and (e in system.judged or _known(system, e, {}, figure))
    )


def _comes_out(
    system: System, wrong: frozenset[int], right: dict[int, int], lost: int
) -> frozenset[int] | None:
    """The failing equations that come out with the values `right` and some value of `lost`,
    which is added to them; None if there is no such value, or too little to tell by.
    """
    touched = sorted({e for figure in (*right, lost) for e in system.around[figure]})
    known = [e for e in touched if _known(system, e, right, lost)]
    telling = [e for e in known if lost in system.factors[e]]
    if not telling:
        return None
    first = min(telling, key=lambda e: (system.tolerances[e], len(system.factors[e]), e))
    rest = _off(system, first, {**right, lost: 0})
    value, left = divmod(-rest, system.factors[first][lost])
    unit = system.units[lost]
    if system.tolerances[first]:
        value = (2 * value + unit) // (2 * unit) * unit
    elif left:
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


def _known(system: System, equation: int, right: Mapping[int, int], lost: int) -> bool:
    """Whether an equation has a number for every figure once those of the line are right."""
    return all(
        f == lost or f in right or system.values[f] is not None for f in system.factors[equation]
    )


def _off(system: System, equation: int, right: Mapping[int, int]) -> int:
    return system.constants[equation] + sum(
        factor * right.get(f, system.values[f] or 0)
        for f, factor in system.factors[equation].items()
    )
