"""Finds the smallest sets of figures whose change makes all equations hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from docxlint.rules.diagnosis.linear_system import System


class Bounds(msgspec.Struct, frozen=True):
    """The limits of a search.

    Sets have at most `figures` figures; at most `steps` changes are tried over all sizes, and at
    most `sets` sets of one size are collected. `listed` of them are reported.
    """

    figures: int = 4
    steps: int = 3000
    sets: int = 200
    listed: int = 60


class SearchResult(msgspec.Struct, frozen=True):
    """The smallest sets within the bounds; each maps figures to their new values.

    `complete` is true if there are no other sets of that size.
    """

    sets: tuple[dict[int, int], ...]
    complete: bool


def find_smallest(system: System, failing: Sequence[int], bounds: Bounds) -> SearchResult:
    """Find the smallest sets of figures whose change makes `failing` and all others come out.

    The new values are values that the figures may have. The search finds the changes of a set
    one by one, each from an equation in which only this figure is still wrong. So it misses a
    set in which every equation has two wrong figures, and one whose values the equations do not
    determine.
    """
    residuals = system.residuals()
    ignored = set(system.failing(residuals)) - set(failing)
    search = _Search(system, bounds)
    start = {e: by for e, by in residuals.items() if e not in ignored}
    for size in range(1, bounds.figures + 1):
        search.extend(start, size, {})
        if search.results:
            break
        if search.steps <= 0:
            return SearchResult((), complete=False)
    values = system.values
    sets = tuple(
        {f: (values[f] or 0) + by for f, by in changes} for changes in sorted(search.results)
    )
    return SearchResult(sets, complete=search.steps > 0 and len(sets) < bounds.sets)


class _Search:
    """The state of a search: its results so far, and the steps that it has left."""

    __slots__ = ("bounds", "order", "results", "seen", "steps", "system")

    def __init__(self, system: System, bounds: Bounds) -> None:
        self.system = system
        self.bounds = bounds
        self.steps = bounds.steps
        self.results: set[tuple[tuple[int, int], ...]] = set()
        self.seen: set[tuple[tuple[int, int], ...]] = set()
        self.order = [len(factors) for factors in system.factors]

    def extend(self, residuals: Mapping[int, int], left: int, chosen: dict[int, int]) -> None:
        """Extend `chosen` by at most `left` changes after which nothing fails."""
        tolerances = self.system.tolerances
        failing = [e for e, by in residuals.items() if abs(by) > tolerances[e]]
        if not failing:
            if len(self.results) < self.bounds.sets:
                self.results.add(tuple(sorted(chosen.items())))
            return
        failing.sort(key=self.order.__getitem__)
        least = self._least_changes(failing)
        if least > left:
            return
        for figure, by in self._steps(residuals, failing, left, left - least):
            if self.steps <= 0 or figure in chosen:
                continue
            self.steps -= 1
            after = self._change(residuals, figure, by)
            more = {**chosen, figure: by}
            key = tuple(sorted(more.items()))
            if left == 1:
                if all(abs(off) <= tolerances[e] for e, off in after.items()):
                    self.results.add(key)
            elif key not in self.seen:
                self.seen.add(key)
                self.extend(after, left - 1, more)

    def _least_changes(self, failing: Sequence[int]) -> int:
        """Count failing equations without common figures: each needs another change."""
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
        """Yield the changes to try next; each makes a failing equation come out."""
        masks = self.system.masks
        if left == 1:
            common = masks[failing[0]]
            for equation in failing:
                common &= masks[equation]
            yield from self._fixes(residuals, failing, common)
        elif not slack:
            # Each of the equations without common figures has exactly one wrong figure.
            first = failing[:1]
            exact = not self.system.tolerances[first[0]]
            yield from self._fixes(residuals, first if exact else failing, masks[first[0]])
        elif left == 2:
            # The first equation has one of the two wrong figures. It may be the only wrong one
            # of any failing equation.
            yield from self._fixes(residuals, failing, masks[failing[0]])
        else:
            for equation in failing:
                yield from self._fixes(residuals, (equation,), masks[equation])

    def _fixes(
        self, residuals: Mapping[int, int], failing: Sequence[int], figures: int
    ) -> Iterator[tuple[int, int]]:
        """Yield the changes of one of `figures` that make one of `failing` come out."""
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
    """The change of a figure that makes its part of the equation grow by `missing`.

    None if the figure may not change like that.
    """
    value = system.values[figure] or 0
    unit = system.units[figure]
    by, remainder = divmod(missing, factor)
    if system.tolerances[equation]:
        by = (2 * (value + by) + unit) // (2 * unit) * unit - value
    elif remainder:
        return None
    return by if by and system.may_be(figure, value + by) else None
