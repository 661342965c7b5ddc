"""Ranks changes that explain failing equations, the likeliest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from docxlint.rules.diagnosis.linear_system import System
from docxlint.rules.diagnosis.slips import likeliest_slip

# The improbability, in bits, of a figure in its neighbour's cell, including the direction.
_MOVED = 6.0
# The bits by which a total that its parts contradict is more likely to be wrong.
_STATED = 2.0
# The best change is certain if all others take this many bits more.
_MARGIN = 7.0
# Larger sets of figures are certain only if there is no other set.
_FEW = 2


class RankedChange(msgspec.Struct, frozen=True):
    """New values of figures, the kind of mistake that they undo, and its improbability in bits.

    `kind` is figure, figures, moved, swapped, or shifted.
    """

    values: dict[int, int]
    kind: str
    bits: float


def rank(
    system: System, failing: Sequence[int], sets: Iterable[Mapping[int, int]]
) -> list[RankedChange]:
    """Rank the sets, each of figures with their new values, the likeliest first.

    Of sets that change the same figures only the likeliest is kept.
    """
    best: dict[frozenset[int], RankedChange] = {}
    for values in sets:
        change = weigh(system, failing, values)
        key = frozenset(values)
        if key not in best or change.bits < best[key].bits:
            best[key] = change
    return sort_ranked(system, best.values())


def sort_ranked(system: System, changes: Iterable[RankedChange]) -> list[RankedChange]:
    """Sort the changes, the likeliest first; equally likely ones in document order."""
    return sorted(changes, key=lambda change: (change.bits, _positions(system, change)))


def weigh(system: System, failing: Sequence[int], values: Mapping[int, int]) -> RankedChange:
    """Weigh the mistake that `values`, the right values of figures, would undo."""
    remaining = sorted(values, key=lambda f: position(system, f))
    bits = 0.0
    kinds: list[str] = []
    for first, second in combinations(tuple(remaining), 2):
        in_pair = first in remaining and second in remaining
        if in_pair and _are_swapped(system, first, second, values):
            remaining = [f for f in remaining if f not in (first, second)]
            bits += _MOVED
            empty = 0 in (system.values[first], system.values[second])
            kinds.append("moved" if empty else "swapped")
    for figure in remaining:
        kinds.append("figure")
        entry = system.entries[figure]
        bits += likeliest_slip(system.text(figure, values[figure]), system.text(figure)).bits
        stated = {e for e in failing if system.equations[e].stated == entry.name}
        if any(not set(system.factors[e]) & (set(values) - {figure}) for e in stated):
            bits -= _STATED
    kind = kinds[0] if len(kinds) == 1 else "figures"
    return RankedChange(dict(values), kind, bits)


def is_certain(
    system: System, failing: Sequence[int], changes: Sequence[RankedChange], *, complete: bool
) -> bool:
    """Whether the first of the ranked changes is the only one, or far likelier than the others.

    A single failing equation is certain only if there is no other change: by chance, a simple
    slip in one of its figures often makes it come out. A set of three or more figures is also
    certain only if there is no other set, because with so many mistakes the likeliest change is
    often wrong. A set with three corners of a rectangle is never certain: together with the
    fourth corner, any values that offset each other fit.
    """
    if not changes or not complete:
        return False
    first = changes[0]
    if first.kind != "shifted" and _has_three_corners(system, first.values):
        return False
    if len(changes) == 1:
        return True
    if len(failing) == 1:
        return False
    few = first.kind == "shifted" or len(first.values) <= _FEW
    return few and changes[1].bits - first.bits >= _MARGIN


def _has_three_corners(system: System, values: Mapping[int, int]) -> bool:
    """Whether three corners of a rectangle are among the figures."""
    cells = [position(system, figure) for figure in values]
    rows = Counter((grid, row) for grid, row, _ in cells)
    columns = Counter((grid, column) for grid, _, column in cells)
    return any(rows[grid, row] > 1 and columns[grid, column] > 1 for grid, row, column in cells)


def _are_swapped(system: System, first: int, second: int, values: Mapping[int, int]) -> bool:
    """Whether two neighbours hold each other's figure."""
    a, b = system.entries[first], system.entries[second]
    if a.grid != b.grid or abs(a.row - b.row) + abs(a.column - b.column) != 1:
        return False
    old = (system.values[first], system.values[second])
    return old == (values[second], values[first])


def position(system: System, figure: int) -> tuple[str, int, int]:
    """The position of a figure, as a sort key."""
    entry = system.entries[figure]
    return entry.grid, entry.row, entry.column


def _positions(system: System, change: RankedChange) -> list[tuple[str, int, int]]:
    return sorted(position(system, figure) for figure in change.values)
