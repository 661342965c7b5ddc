"""Ranks changes that explain failing equations, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from docxlint.rules.diagnosis.linear_system import System
from docxlint.rules.diagnosis.slips import likeliest_slip

# The improbability, in bits, of a figure in its neighbour's cell, including the direction.
_MOVED = 6.0
# The bits by which a total that its parts contradict is more likely to be wrong.
_STATED = 2.0
# The bits by which a value that the text states too is more likely to be right.
_IN_TEXT = 6.0
# The rows and columns of a small block.
_BLOCK = 3


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
    for figure, value in values.items():
        in_text = system.stated.get(figure)
        if in_text is not None and in_text == value:
            bits -= _IN_TEXT
        elif in_text is not None and in_text == system.values[figure]:
            bits += _IN_TEXT
    kind = kinds[0] if len(kinds) == 1 else "figures"
    return RankedChange(dict(values), kind, bits)


def is_certain(system: System, changes: Sequence[RankedChange], *, complete: bool) -> bool:
    """Whether the first of the ranked changes is the only explanation there is.

    It is not where another set of as many figures explains the sums as well, however unlikely,
    or where the search did not see all of them. Changes that cancel in a sum that comes out are
    never certain, nor are two figures of one row, one column or one small block: with the other
    corners of their rectangle, other figures and values would leave the same sums wrong.
    """
    if len(changes) != 1 or not complete:
        return False
    first = changes[0]
    if first.kind == "shifted":
        return True
    return not (_cancels(system, first.values) or _share_a_rectangle(system, first.values))


def _share_a_rectangle(system: System, values: Mapping[int, int]) -> bool:
    """Whether three wrong figures, two of them by the same amount, could well look the same.

    Two figures of a row or column do if two others cancel in another one. Two figures that stand
    elsewhere do only if two other corners of their rectangle are wrong by the amount of one of
    them: that is likely only in a small block.
    """
    cells = [position(system, figure) for figure in values]
    for one, two in combinations(cells, 2):
        rows, columns = abs(one[1] - two[1]), abs(one[2] - two[2])
        if one[0] == two[0] and (not rows or not columns or max(rows, columns) < _BLOCK):
            return True
    return False


def _cancels(system: System, values: Mapping[int, int]) -> bool:
    """Whether the changes of two or more figures offset each other in a sum."""
    for equation in {e for figure in values for e in system.around[figure]}:
        factors = system.factors[equation]
        changes = [
            factors[figure] * (value - (system.values[figure] or 0))
            for figure, value in values.items()
            if figure in factors
        ]
        if len(changes) > 1 and sum(changes) == 0:
            return True
    return False


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
