"""Joins what all sums of a document say together to the findings that each sum makes for itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from docxlint.core.finding import Broken, Diagnosis, Finding, Suspect
from docxlint.form.bound import BoundForm
from docxlint.rules.diagnosis.diagnose import Change, diagnose
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.rule import Rule, broken_rule


def attach_diagnoses(
    parts: Sequence[tuple[BoundForm, Sequence[Rule]]],
    findings: Sequence[Finding],
    origins: Mapping[str, str],
) -> tuple[tuple[Diagnosis, ...], tuple[Finding, ...], tuple[Broken, ...]]:
    """The diagnoses of sums that do not come out, the findings with their suspects filled in, and
    the rules that failed to say what they sum.

    A diagnosis of one finding alone is told by its suspects; one of several, or one that found
    nothing, is told before them all.
    """
    told: list[Diagnosis] = []
    faults: list[Broken] = []
    mended = {finding.fingerprint: finding for finding in findings}
    failed = {finding.rule for finding in findings}
    for bound, rules in parts:
        sums = [rule for rule in rules if rule.kind.equations is not None]
        if not any(rule.name in failed for rule in sums):
            continue
        equations: list[Equation] = []
        for rule in sums:
            faults += _asked(rule, bound, equations, origins)
        for found in diagnose(equations):
            places = {(equation.rule, equation.location) for equation in found.explains}
            explained = [one for one in findings if (one.rule, one.location) in places]
            likely = _suspects(found.changes)
            others = tuple(_suspects(one.changes) for one in found.alternatives)
            # Each finding names the figures of the best explanation, then single other figures.
            named = (*likely, *(one for other in others if len(other) == 1 for one in other))
            for one in explained:
                mended[one.fingerprint] = msgspec.structs.replace(one, suspects=named)
            if len(explained) > 1:
                told.append(
                    Diagnosis(
                        kind=found.kind,
                        message=found.message,
                        certain=found.certain,
                        suspects=likely,
                        alternatives=others,
                        explains=tuple(one.fingerprint for one in explained),
                    )
                )
    return tuple(told), tuple(mended.values()), tuple(faults)


def _asked(
    rule: Rule, bound: BoundForm, equations: list[Equation], origins: Mapping[str, str]
) -> Iterator[Broken]:
    """Adds the equations of `rule` to the list; its fault, if it has one."""
    if rule.kind.equations is None:
        return
    try:
        equations += (
            msgspec.structs.replace(equation, rule=rule.name)
            for equation in rule.kind.equations(bound, rule.options)
        )
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a check raises is its fault
        yield broken_rule(rule, error, origins)


def _suspects(changes: Iterable[Change]) -> tuple[Suspect, ...]:
    return tuple(
        Suspect(
            row=change.entry.location.row,
            column=change.entry.location.column,
            found=change.entry.text,
            expected=change.expected,
            location=change.entry.location,
        )
        for change in changes
    )
