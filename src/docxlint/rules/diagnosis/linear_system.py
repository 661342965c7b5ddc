"""All equations of a document as one linear system over its figures, in whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal

import msgspec

from docxlint.rules.diagnosis.equations import Entry, Equation

# Figures may have any number of digits; none is rounded.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


class System(msgspec.Struct, frozen=True):
    """Equations over figures; both are given by their index.

    All numbers are scaled to integers by powers of ten: `values`, `units` (the smallest step of a
    figure) and `constants`; `places` is the power for the values. `factors[e]` maps the figures
    of equation e to their factors, `masks[e]` has the bits of its figures, `around[f]` has the
    equations of figure f. A figure that is not a number has the value None; `judged` are the
    equations without such figures. `stated` has values that the text states for figures.
    """

    equations: tuple[Equation, ...]
    entries: tuple[Entry, ...]
    values: tuple[int | None, ...]
    units: tuple[int, ...]
    factors: tuple[dict[int, int], ...]
    constants: tuple[int, ...]
    tolerances: tuple[int, ...]
    masks: tuple[int, ...]
    around: tuple[tuple[int, ...], ...]
    judged: frozenset[int]
    places: int
    stated: Mapping[int, int] = {}

    @classmethod
    def of(
        cls, equations: Iterable[Equation], stated: Mapping[str, Decimal] | None = None
    ) -> System:
        """Build the system of `equations`; those whose figures cancel out are left out.

        `stated` has values that the text states, by the names of the figures.
        """
        kept: list[Equation] = []
        index: dict[str, int] = {}
        entries: list[Entry] = []
        exact: list[dict[int, Decimal]] = []
        for equation in equations:
            sums: dict[int, Decimal] = {}
            for addend in equation.addends:
                at = index.setdefault(addend.entry.name, len(entries))
                if at == len(entries):
                    entries.append(addend.entry)
                elif entries[at].value is None and addend.entry.value is not None:
                    entries[at] = addend.entry
                sums[at] = sums.get(at, Decimal(0)) + addend.factor
            sums = {at: factor for at, factor in sums.items() if factor}
            if sums:
                kept.append(equation)
                exact.append(sums)
        factor_places = max((_places(f) for sums in exact for f in sums.values()), default=0)
        places = max(
            *(_places(e.value) for e in entries if e.value is not None),
            *(max(_places(e.constant), _places(e.tolerance)) for e in kept),
            *(entry.places for entry in entries),
            0,
            0,
        )
        factors = tuple({at: _scaled(f, factor_places) for at, f in sums.items()} for sums in exact)
        around: list[list[int]] = [[] for _ in entries]
        for e, row in enumerate(factors):
            for at in row:
                around[at].append(e)
        values = tuple(None if e.value is None else _scaled(e.value, places) for e in entries)
        return cls(
            equations=tuple(kept),
            entries=tuple(entries),
            values=values,
            units=tuple(10 ** (places - entry.places) for entry in entries),
            factors=factors,
            constants=tuple(_scaled(e.constant, places + factor_places) for e in kept),
            tolerances=tuple(_scaled(e.tolerance, places + factor_places) for e in kept),
            masks=tuple(sum(1 << at for at in sums) for sums in factors),
            around=tuple(map(tuple, around)),
            judged=frozenset(
                e for e, sums in enumerate(factors) if all(values[at] is not None for at in sums)
            ),
            places=places,
            stated={
                index[name]: _scaled(value, places)
                for name, value in (stated or {}).items()
                if name in index and _places(value) <= places
            },
        )

    def changed(self, changes: Mapping[int, int]) -> System:
        """The system with other values for some figures."""
        values = tuple(changes.get(at, value) for at, value in enumerate(self.values))
        return msgspec.structs.replace(
            self,
            values=values,
            judged=frozenset(
                e for e, sums in enumerate(self.factors) if all(values[f] is not None for f in sums)
            ),
        )

    def residual(self, equation: int) -> int:
        """The amount by which a judged equation is off."""
        values = self.values
        return self.constants[equation] + sum(
            factor * (values[at] or 0) for at, factor in self.factors[equation].items()
        )

    def residuals(self) -> dict[int, int]:
        """The amounts by which judged equations are off, without those that are exact."""
        off = {e: self.residual(e) for e in sorted(self.judged)}
        return {e: by for e, by in off.items() if by}

    def failing(self, residuals: Mapping[int, int]) -> list[int]:
        """The equations that are off by more than their tolerance."""
        return [e for e, by in residuals.items() if abs(by) > self.tolerances[e]]

    def may_be(self, figure: int, value: int) -> bool:
        """Whether a figure may have this value: in its steps, not below 0 or its present value."""
        return (value >= 0 or value >= (self.values[figure] or 0)) and not (
            value % self.units[figure]
        )

    def parts(self, failing: Sequence[int], *, directly: bool = False) -> Iterator[list[int]]:
        """Yield `failing` in unconnected groups.

        Two groups are unconnected if no chain of judged equations with common figures leads from
        one to the other; with `directly`, if no figure is in equations of both.
        """
        parents: dict[int, int] = {}

        def root(equation: int) -> int:
            while parents.setdefault(equation, equation) != equation:
                parents[equation] = equation = parents[parents[equation]]
            return equation

        first: dict[int, int] = {}
        for equation in failing if directly else sorted(self.judged):
            for figure in self.factors[equation]:
                parents[root(equation)] = root(first.setdefault(figure, equation))
        groups: dict[int, list[int]] = {}
        for equation in failing:
            groups.setdefault(root(equation), []).append(equation)
        yield from groups.values()

    def text(self, figure: int, value: int | None = None) -> str:
        """A value of a figure as text; without `value` its present one. "" if it is not a number.

        It has as many decimals as the present value, or more if it needs them.
        """
        number_of = self.values[figure] if value is None else value
        if number_of is None:
            return ""
        number = Decimal(number_of).scaleb(-self.places, _EXACT)
        now = self.entries[figure].value
        places = max(_places(number.normalize(_EXACT)), _places(now) if now is not None else 0)
        return f"{number:.{places}f}"


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _scaled(number: Decimal, places: int) -> int:
    return int(number.scaleb(places, _EXACT))
