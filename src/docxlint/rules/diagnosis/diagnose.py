"""Explains the equations of a document that do not come out by the fewest wrong figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from docxlint.core.message import Message
from docxlint.rules.diagnosis import messages
from docxlint.rules.diagnosis.equations import Entry, Equation
from docxlint.rules.diagnosis.figure_lines import Rewritten, rewritten
from docxlint.rules.diagnosis.linear_system import System
from docxlint.rules.diagnosis.rank import Ranked, certain, in_order, place_of, ranked
from docxlint.rules.diagnosis.search import Bounds, Found, smallest
from docxlint.rules.diagnosis.shift import Shift, shifts
from docxlint.rules.diagnosis.slips import plain


class Change(msgspec.Struct, frozen=True):
    """A figure that should read `expected`.

    `slip` is what plainly happened to it (transposed, dropped, doubled, zero-added,
    zero-dropped, point), None where that is not to be seen. `exact` is false where numbers near
    `expected` would do too, because the equations allow for rounding.
    """

    entry: Entry
    expected: str
    slip: str | None = None
    exact: bool = True


class Explanation(msgspec.Struct, frozen=True):
    """Figures whose change makes equations come out.

    `kind` is figure, figures, moved (into a neighbour's cell), swapped (with a neighbour),
    shifted (a whole line, by one cell), or line (many figures of one line, and no others).
    """

    kind: str
    changes: tuple[Change, ...]
    message: Message


class Diagnosis(msgspec.Struct, frozen=True):
    """The best explanation of equations that fail, and other ones, in order.

    `explains` are the equations that it makes come out. It is `certain` when it is the only
    smallest one, or far likelier than the others by more than one equation. Where none was
    found, `kind` is unknown and nothing changes.
    """

    kind: str
    changes: tuple[Change, ...]
    message: Message
    certain: bool
    explains: tuple[Equation, ...]
    alternatives: tuple[Explanation, ...] = ()


def diagnose(equations: Iterable[Equation], bounds: Bounds | None = None) -> tuple[Diagnosis, ...]:
    """What is wrong where equations do not come out; nothing where all do.

    Equations that have to do with one another are explained together, by the smallest set of
    figures within the bounds.
    """
    limits = bounds if bounds is not None else Bounds()
    system = System.of(equations)
    failing = system.failing(system.residuals())
    return tuple(
        told for part in system.parts(failing) for told in _explained(system, part, limits)
    )


def _explained(system: System, failing: Sequence[int], bounds: Bounds) -> Iterator[Diagnosis]:
    """The diagnoses for equations that hang together."""
    slipped = shifts(system, failing)
    whole = [one for one in slipped if len(one.fixed) == len(failing)]
    # A whole line that slips is likelier than three figures that go wrong each for itself.
    most = 2 if whole else bounds.figures
    found = smallest(system, failing, msgspec.structs.replace(bounds, figures=most))
    if found.sets or whole:
        yield _diagnosis(system, failing, whole, found, bounds)
        return
    if slipped:
        first = slipped[0]
        alike = [one for one in slipped if one.fixed == first.fixed]
        yield _diagnosis(system, sorted(first.fixed), alike, Found((), complete=True), bounds)
        rest = [e for e in failing if e not in first.fixed]
        yield from _explained(system.changed(first.values), rest, bounds)
        return
    whole_lines = rewritten(system, failing)
    if whole_lines:
        yield _rewritten(system, failing, whole_lines)
        return
    groups = list(system.parts(failing, directly=True))
    if len(groups) > 1:
        for group in groups:
            yield from _explained(system, group, bounds)
        return
    yield Diagnosis(
        kind="unknown",
        changes=(),
        message=messages.not_found(len(failing), bounds.figures),
        certain=False,
        explains=_equations(system, failing),
    )


def _diagnosis(
    system: System,
    failing: Sequence[int],
    slipped: Sequence[Shift],
    found: Found,
    bounds: Bounds,
) -> Diagnosis:
    """The diagnosis that tells the likeliest of all these explanations, at least one."""
    lines = {frozenset(one.values.items()): one for one in reversed(slipped)}
    every = [Ranked(one.values, "shifted", one.bits) for one in lines.values()]
    every += ranked(system, failing, (v for v in found.sets if frozenset(v.items()) not in lines))
    order = in_order(system, every)
    told = [_explanation(system, failing, one, lines) for one in order[: bounds.listed]]
    best = told[0]
    sure = certain(system, failing, order, complete=found.complete)
    message = best.message
    if not sure:
        message = messages.uncertain(message, len(order) - 1, complete=found.complete)
    return Diagnosis(
        kind=best.kind,
        changes=best.changes,
        message=message,
        certain=sure,
        explains=_equations(system, failing),
        alternatives=tuple(told[1:]),
    )


def _rewritten(system: System, failing: Sequence[int], found: Sequence[Rewritten]) -> Diagnosis:
    """The diagnosis that one line, the first of those found, is all that is wrong."""
    first, *others = [_line_explanation(system, failing, one) for one in found]
    sure = not others
    return Diagnosis(
        kind=first.kind,
        changes=first.changes,
        message=first.message
        if sure
        else messages.uncertain(first.message, len(others), complete=True),
        certain=sure,
        explains=_equations(system, failing),
        alternatives=tuple(others),
    )


def _line_explanation(system: System, failing: Sequence[int], one: Rewritten) -> Explanation:
    values = one.values
    message = messages.rewritten(
        [system.entries[f] for f in one.line],
        len(values),
        [system.shown(f, values.get(f)) for f in one.line],
        len(failing),
        across=one.across,
    )
    changes = tuple(_change(system, failing, f, values[f]) for f in one.line if f in values)
    return Explanation("line", changes, message)


def _explanation(
    system: System,
    failing: Sequence[int],
    one: Ranked,
    lines: Mapping[frozenset[tuple[int, int]], Shift],
) -> Explanation:
    figures = sorted(one.values, key=lambda f: place_of(system, f))
    changes = tuple(_change(system, failing, f, one.values[f]) for f in figures)
    count = len(failing)
    if one.kind == "shifted":
        slipped = lines[frozenset(one.values.items())]
        message = messages.shifted(
            [system.entries[f] for f in slipped.line],
            system.entries[slipped.gap],
            [system.shown(f, one.values.get(f)) for f in slipped.line],
            count,
            across=slipped.across,
            by=slipped.by,
        )
    elif one.kind in ("moved", "swapped"):
        # A figure that has moved left nothing behind.
        source, target = figures if system.values[figures[0]] else reversed(figures)
        told = messages.moved if one.kind == "moved" else messages.swapped
        message = told(system.entries[source], system.entries[target], count)
    else:
        reads = [messages.reads(c.entry, c.expected, c.slip, exact=c.exact) for c in changes]
        message = messages.figures(reads, count)
    return Explanation(one.kind, changes, message)


def _change(system: System, failing: Sequence[int], figure: int, value: int) -> Change:
    right = system.shown(figure, value)
    slip = plain(right, system.shown(figure))
    rounded = any(system.tolerances[e] for e in failing if figure in system.factors[e])
    return Change(system.entries[figure], right, slip, exact=slip is not None or not rounded)


def _equations(system: System, indices: Sequence[int]) -> tuple[Equation, ...]:
    return tuple(system.equations[e] for e in indices)
