"""Explains the failing equations of a document by the fewest wrong figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from docxlint.core.message import Message
from docxlint.rules.diagnosis import messages
from docxlint.rules.diagnosis.equations import Entry, Equation
from docxlint.rules.diagnosis.figure_lines import RewrittenLine, rewritten_lines
from docxlint.rules.diagnosis.linear_system import System
from docxlint.rules.diagnosis.rank import RankedChange, is_certain, position, rank, sort_ranked
from docxlint.rules.diagnosis.search import Bounds, SearchResult, find_smallest
from docxlint.rules.diagnosis.shift import Shift, find_shifts
from docxlint.rules.diagnosis.slips import certain_slip


class Change(msgspec.Struct, frozen=True):
    """A figure that should be `expected`.

    `slip` is the slip that made it wrong (transposed, dropped, doubled, zero-added, zero-dropped,
    point), None if that is not certain. `exact` is false if numbers near `expected` are also
    right, because the equations allow for rounding.
    """

    entry: Entry
    expected: str
    slip: str | None = None
    exact: bool = True


class Explanation(msgspec.Struct, frozen=True):
    """Changes that make equations come out.

    `kind` is figure, figures, moved (into a neighbour's cell), swapped (with a neighbour),
    shifted (a line, by one cell), or line (many figures of one line, and no others).
    """

    kind: str
    changes: tuple[Change, ...]
    message: Message


class DiagnosedEquations(msgspec.Struct, frozen=True):
    """Failing equations with their best explanation, and the next best in `alternatives`.

    `explains` are the equations. The explanation is `certain` if it is the only smallest one. If
    there is none within the bounds, `kind` is unknown and `changes` is empty.
    """

    kind: str
    changes: tuple[Change, ...]
    message: Message
    certain: bool
    explains: tuple[Equation, ...]
    alternatives: tuple[Explanation, ...] = ()


def diagnose(
    equations: Iterable[Equation],
    bounds: Bounds | None = None,
    *,
    stated: Mapping[str, Decimal] | None = None,
) -> tuple[DiagnosedEquations, ...]:
    """Diagnose the failing equations among `equations`; return () if none fails.

    Connected equations are explained together, by the smallest set of figures within the bounds.
    `stated` has the values that the text states, by the names of the figures: of sets of one size
    those that agree with the text are likelier.
    """
    limits = bounds if bounds is not None else Bounds()
    system = System.of(equations, stated)
    failing = system.failing(system.residuals())
    return tuple(
        diagnosed for part in system.parts(failing) for diagnosed in _explain(system, part, limits)
    )


def _explain(
    system: System, failing: Sequence[int], bounds: Bounds
) -> Iterator[DiagnosedEquations]:
    """Yield the diagnoses of connected equations."""
    shifts = find_shifts(system, failing)
    complete_shifts = [shift for shift in shifts if len(shift.fixed) == len(failing)]
    # A shifted line is likelier than three independent wrong figures.
    most = 2 if complete_shifts else bounds.figures
    result = find_smallest(system, failing, msgspec.structs.replace(bounds, figures=most))
    if result.sets or complete_shifts:
        yield _diagnose_sets(system, failing, complete_shifts, result, bounds)
        return
    if shifts:
        first = shifts[0]
        same = [shift for shift in shifts if shift.fixed == first.fixed]
        nothing = SearchResult((), complete=True)
        yield _diagnose_sets(system, sorted(first.fixed), same, nothing, bounds)
        remaining = [e for e in failing if e not in first.fixed]
        yield from _explain(system.changed(first.values), remaining, bounds)
        return
    lines = rewritten_lines(system, failing)
    if lines:
        yield _diagnose_line(system, failing, lines)
        return
    groups = list(system.parts(failing, directly=True))
    if len(groups) > 1:
        for group in groups:
            yield from _explain(system, group, bounds)
        return
    yield DiagnosedEquations(
        kind="unknown",
        changes=(),
        message=messages.not_explained(len(failing), bounds.figures),
        certain=False,
        explains=_equations(system, failing),
    )


def _diagnose_sets(
    system: System,
    failing: Sequence[int],
    shifts: Sequence[Shift],
    result: SearchResult,
    bounds: Bounds,
) -> DiagnosedEquations:
    """Return the diagnosis with the likeliest of the shifts and sets; there is at least one."""
    shift_of = {frozenset(shift.values.items()): shift for shift in reversed(shifts)}
    changes = [RankedChange(s.values, "shifted", s.bits) for s in shift_of.values()]
    sets = (values for values in result.sets if frozenset(values.items()) not in shift_of)
    changes += rank(system, failing, sets)
    order = sort_ranked(system, changes)
    explanations = [
        _explain_change(system, failing, change, shift_of) for change in order[: bounds.listed]
    ]
    best = explanations[0]
    certain = is_certain(system, order, complete=result.complete)
    message = best.message
    if not certain:
        message = messages.uncertain(message, len(order) - 1, complete=result.complete)
    return DiagnosedEquations(
        kind=best.kind,
        changes=best.changes,
        message=message,
        certain=certain,
        explains=_equations(system, failing),
        alternatives=tuple(explanations[1:]),
    )


def _diagnose_line(
    system: System, failing: Sequence[int], lines: Sequence[RewrittenLine]
) -> DiagnosedEquations:
    """Return the diagnosis that only the first of `lines` is wrong."""
    best, *alternatives = [_explain_line(system, failing, line) for line in lines]
    message = best.message
    if alternatives:
        message = messages.uncertain(message, len(alternatives), complete=True)
    return DiagnosedEquations(
        kind=best.kind,
        changes=best.changes,
        message=message,
        certain=not alternatives,
        explains=_equations(system, failing),
        alternatives=tuple(alternatives),
    )


def _explain_line(system: System, failing: Sequence[int], line: RewrittenLine) -> Explanation:
    values = line.values
    message = messages.rewritten(
        [system.entries[f] for f in line.figures],
        len(values),
        [system.text(f, values.get(f)) for f in line.figures],
        len(failing),
        across=line.across,
    )
    changes = tuple(_change(system, failing, f, values[f]) for f in line.figures if f in values)
    return Explanation("line", changes, message)


def _explain_change(
    system: System,
    failing: Sequence[int],
    change: RankedChange,
    shift_of: Mapping[frozenset[tuple[int, int]], Shift],
) -> Explanation:
    values = change.values
    figures = sorted(values, key=lambda f: position(system, f))
    changes = tuple(_change(system, failing, f, values[f]) for f in figures)
    count = len(failing)
    if change.kind == "shifted":
        shift = shift_of[frozenset(values.items())]
        message = messages.shifted(
            [system.entries[f] for f in shift.line],
            system.entries[shift.gap],
            [system.text(f, values.get(f)) for f in shift.line],
            count,
            across=shift.across,
            by=shift.by,
        )
    elif change.kind in ("moved", "swapped"):
        # A moved figure leaves 0 behind.
        source, target = figures if system.values[figures[0]] else reversed(figures)
        template = messages.moved if change.kind == "moved" else messages.swapped
        message = template(system.entries[source], system.entries[target], count)
    else:
        corrections = [
            messages.correction(c.entry, c.expected, c.slip, exact=c.exact) for c in changes
        ]
        message = messages.figures(corrections, count)
    return Explanation(change.kind, changes, message)


def _change(system: System, failing: Sequence[int], figure: int, value: int) -> Change:
    right = system.text(figure, value)
    slip = certain_slip(right, system.text(figure))
    rounded = any(system.tolerances[e] for e in failing if figure in system.factors[e])
    return Change(system.entries[figure], right, slip, exact=slip is not None or not rounded)


def _equations(system: System, indices: Sequence[int]) -> tuple[Equation, ...]:
    return tuple(system.equations[e] for e in indices)
