"""Puts explanations of wrong sums in order, the likeliest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from docxlint.rules.diagnosis.linear_system import System
from docxlint.rules.diagnosis.slips import slip

# A figure that stands in its neighbour's cell, in bits: how seldom, and in which direction.
_MOVED = 6.0
# A total that its parts contradict is the likelier to be wrong, by so many bits.
_STATED = 2.0
# The best explanation is certain when all others take so many bits more.
_MARGIN = 7.0
# Sets of more figures than these are certain only where there is no other.
_FEW = 2


class Ranked(msgspec.Struct, frozen=True):
    """New values for some figures, what kind of mistake they undo, and how many bits it takes to
    tell that mistake. `kind` is figure, figures, moved, swapped, or shifted.
    """

    values: dict[int, int]
    kind: str
    bits: float


def ranked(
    system: System, failing: Sequence[int], sets: Iterable[Mapping[int, int]]
) -> list[Ranked]:
    """The sets, each of figures with their new values, the likeliest first; of those that change
    the same figures only the likeliest.
    """
    best: dict[frozenset[int], Ranked] = {}
    for values in sets:
        one = weigh(system, failing, values)
        key = frozenset(values)
        if key not in best or one.bits < best[key].bits:
            best[key] = one
    return in_order(system, best.values())


def in_order(system: System, explanations: Iterable[Ranked]) -> list[Ranked]:
    """The explanations, the likeliest first, those alike in the order of the document."""
    return sorted(explanations, key=lambda one: (one.bits, _places(system, one)))


def weigh(system: System, failing: Sequence[int], values: Mapping[int, int]) -> Ranked:
    """How likely a mistake it is that these figures, whose right values are given, were wrong."""
    left = sorted(values, key=lambda f: place_of(system, f))
    bits = 0.0
    kinds: list[str] = []
    for one, other in combinations(tuple(left), 2):
        if one in left and other in left and _crossed(system, one, other, values):
            left = [f for f in left if f not in (one, other)]
            bits += _MOVED
            empty = 0 in (system.values[one], system.values[other])
            kinds.append("moved" if empty else "swapped")
    for figure in left:
        kinds.append("figure")
        entry = system.entries[figure]
        bits += slip(system.shown(figure, values[figure]), system.shown(figure)).bits
        stated = {e for e in failing if system.equations[e].stated == entry.name}
        if any(not set(system.factors[e]) & (set(values) - {figure}) for e in stated):
            bits -= _STATED
    kind = kinds[0] if len(kinds) == 1 else "figures"
    return Ranked(dict(values), kind, bits)


def certain(
    system: System, failing: Sequence[int], explanations: Sequence[Ranked], *, complete: bool
) -> bool:
    """Whether the first explanation is the only one, or far likelier than the others.

    One equation alone tells too little for the second: among its figures one will often be a
    plain slip away from making it come out, by chance.
    Of several sets of three figures or more none is: where so much is wrong, the likeliest of
    many ways is often not what happened. Nor is one with three corners of a rectangle, since
    with the fourth any values would do that make up for each other.
    """
    if not explanations or not complete:
        return False
    first = explanations[0]
    if first.kind != "shifted" and _open(system, first.values):
        return False
    if len(explanations) == 1:
        return True
    if len(failing) == 1:
        return False
    few = first.kind == "shifted" or len(first.values) <= _FEW
    return few and explanations[1].bits - first.bits >= _MARGIN


def _open(system: System, values: Mapping[int, int]) -> bool:
    """Whether three corners of a rectangle are among the figures."""
    cells = [place_of(system, figure) for figure in values]
    rows = Counter((grid, row) for grid, row, _ in cells)
    columns = Counter((grid, column) for grid, _, column in cells)
    return any(rows[grid, row] > 1 and columns[grid, column] > 1 for grid, row, column in cells)


def _crossed(system: System, one: int, other: int, values: Mapping[int, int]) -> bool:
    """Whether two neighbours hold each other's figure."""
    a, b = system.entries[one], system.entries[other]
    if a.grid != b.grid or abs(a.row - b.row) + abs(a.column - b.column) != 1:
        return False
    old = (system.values[one], system.values[other])
    return old == (values[other], values[one])


def place_of(system: System, figure: int) -> tuple[str, int, int]:
    """Where a figure stands, as a sort key."""
    entry = system.entries[figure]
    return entry.grid, entry.row, entry.column


def _places(system: System, one: Ranked) -> list[tuple[str, int, int]]:
    return sorted(place_of(system, figure) for figure in one.values)
