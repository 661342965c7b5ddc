"""Finds the smallest sets of figures whose change makes every equation true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from docxlint.rules.diagnosis.linear_system import System


class Bounds(msgspec.Struct, frozen=True):
    """How far the search goes: sets of at most `figures` figures, `steps` changes tried for all
    sizes together, `sets` sets of one size collected; of these, `listed` are told.
    """

    figures: int = 4
    steps: int = 3000
    sets: int = 200
    listed: int = 5


class Found(msgspec.Struct, frozen=True):
    """The smallest sets: each maps figures to their new values.

    None is found beyond the bounds. `complete` says that there are no others of that size.
    """

    sets: tuple[dict[int, int], ...]
    complete: bool


def smallest(system: System, failing: Sequence[int], bounds: Bounds) -> Found:
    """The smallest sets of figures whose change makes the equations `failing`, and all others,
    come out; with values that each figure may have.

    The changes of a set are found one after the other, each from an equation in which it is the
    only one still wrong. A set in which every equation has two wrong figures is not found, nor
    one whose values the equations leave open.
    """
    residuals = system.residuals()
    apart = set(system.failing(residuals)) - set(failing)
    search = _Search(system, bounds)
    start = {e: by for e, by in residuals.items() if e not in apart}
    for size in range(1, bounds.figures + 1):
        search.extend(start, size, {})
        if search.found:
            break
        if search.steps <= 0:
            return Found((), complete=False)
    values = system.values
    sets = tuple({f: (values[f] or 0) + by for f, by in found} for found in sorted(search.found))
    return Found(sets, complete=search.steps > 0 and len(sets) < bounds.sets)


class _Search:
    """What one search has found so far, and how many steps it has left."""

    __slots__ = ("bounds", "found", "order", "seen", "steps", "system")

    def __init__(self, system: System, bounds: Bounds) -> None:
        self.system = system
        self.bounds = bounds
        self.steps = bounds.steps
        self.found: set[tuple[tuple[int, int], ...]] = set()
        self.seen: set[tuple[tuple[int, int], ...]] = set()
        self.order = [len(factors) for factors in system.factors]

    def extend(self, residuals: Mapping[int, int], left: int, chosen: dict[int, int]) -> None:
        """Adds to `chosen` at most `left` changes after which nothing fails."""
        tolerances = self.system.tolerances
        failing = [e for e, by in residuals.items() if abs(by) > tolerances[e]]
        if not failing:
            if len(self.found) < self.bounds.sets:
                self.found.add(tuple(sorted(chosen.items())))
            return
        failing.sort(key=self.order.__getitem__)
        apart = self._apart(failing)
        if apart > left:
            return
        for figure, by in self._steps(residuals, failing, left, left - apart):
            if self.steps <= 0 or figure in chosen:
                continue
            self.steps -= 1
            after = self._change(residuals, figure, by)
            more = {**chosen, figure: by}
            key = tuple(sorted(more.items()))
            if left == 1:
                if all(abs(off) <= tolerances[e] for e, off in after.items()):
                    self.found.add(key)
            elif key not in self.seen:
                self.seen.add(key)
                self.extend(after, left - 1, more)

    def _apart(self, failing: Sequence[int]) -> int:
        """How many of the failing equations have no figure in common: as many figures must
        change at the least.
        """
        used = count = 0
        for equation in failing:
            mask = self.system.masks[equation]
            if not mask & used:
                used |= mask
                count += 1
        return count

    def _steps(
        self, residuals: Mapping[int, int], failing: Sequence[int], left: int, slack: int
    ) -> Iterator[tuple[int, int]]:
        """The changes to try next, each of which makes a failing equation come out."""
        masks = self.system.masks
        if left == 1:
            common = masks[failing[0]]
            for equation in failing:
                common &= masks[equation]
            yield from self._fixes(residuals, failing, common)
        elif not slack:
            # Each of the equations that stand apart has exactly one wrong figure.
            first = failing[:1]
            exact = not self.system.tolerances[first[0]]
            yield from self._fixes(residuals, first if exact else failing, masks[first[0]])
        elif left == 2:
            # One of two wrong figures is alone in some equation, and both in the first, or not.
            yield from self._fixes(residuals, failing, masks[failing[0]])
        else:
            for equation in failing:
                yield from self._fixes(residuals, (equation,), masks[equation])

    def _fixes(
        self, residuals: Mapping[int, int], failing: Sequence[int], figures: int
    ) -> Iterator[tuple[int, int]]:
        """The changes of one of `figures` that make one of `failing` come out."""
        system = self.system
        while figures:
            lowest = figures & -figures
            figures ^= lowest
            figure = lowest.bit_length() - 1
            tried: set[int] = set()
            for equation in failing:
                factor = system.factors[equation].get(figure)
                if factor is None:
                    continue
                by = _by(system, equation, figure, -residuals[equation], factor)
                if by is not None and by not in tried:
                    tried.add(by)
                    yield figure, by

    def _change(self, residuals: Mapping[int, int], figure: int, by: int) -> dict[int, int]:
        after = dict(residuals)
        for equation in self.system.around[figure]:
            if equation in self.system.judged:
                off = after.get(equation, 0) + by * self.system.factors[equation][figure]
                if off:
                    after[equation] = off
                else:
                    after.pop(equation, None)
        return after


def _by(system: System, equation: int, figure: int, missing: int, factor: int) -> int | None:
    """By how much the figure has to change for its share of the equation to grow by `missing`;
    None if it cannot.
    """
    value = system.values[figure] or 0
    unit = system.units[figure]
    by, rest = divmod(missing, factor)
    if system.tolerances[equation]:
        by = (2 * (value + by) + unit) // (2 * unit) * unit - value
    elif rest:
        return None
    return by if by and system.may_be(figure, value + by) else None
