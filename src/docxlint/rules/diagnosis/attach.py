"""Adds diagnoses to the findings about sums: the figures that explain them best."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from docxlint.core.finding import Broken, Diagnosis, Finding, Suspect
from docxlint.core.reference import FigureRef
from docxlint.form.bound import BoundForm
from docxlint.rules.diagnosis import messages
from docxlint.rules.diagnosis.blanks import advise_blank, solve_blanks
from docxlint.rules.diagnosis.diagnose import Change, DiagnosedEquations, diagnose
from docxlint.rules.diagnosis.equations import Equation
from docxlint.rules.diagnosis.sound_sums import gives_another_number, keep_sums
from docxlint.rules.rule import Rule, broken_rule


def attach_diagnoses(
    parts: Sequence[tuple[BoundForm, Sequence[Rule]]],
    findings: Sequence[Finding],
    origins: Mapping[str, str],
) -> tuple[tuple[Diagnosis, ...], tuple[Finding, ...], tuple[Broken, ...]]:
    """Return the diagnoses, the findings with their suspects, and the rules that are broken.

    A diagnosis that explains one finding only becomes the suspects of that finding. `origins`
    maps the names of kinds to their plugins.
    """
    diagnoses: list[Diagnosis] = []
    faults: list[Broken] = []
    results = {finding.fingerprint: finding for finding in findings}
    failed = {finding.rule for finding in findings}
    for bound, rules in parts:
        sums = [rule for rule in rules if rule.kind.equations is not None]
        blanks = [f for f in findings if f.found == "" and f.expected == "0"]
        names = {rule.name for rule in sums}
        others = [f for f in findings if f.rule not in names and gives_another_number(f)]
        if not blanks and not others and failed.isdisjoint(names):
            continue
        equations: list[Equation] = []
        for rule in sums:
            faults += _add_equations(rule, bound, equations, origins)
        statements: list[tuple[FigureRef, Decimal]] = []
        for rule in rules:
            faults += _add_statements(rule, bound, statements, origins)
        stated = _agreed(statements)
        solved = solve_blanks(equations) if blanks else {}
        places_stated = dict(_by_place(bound, stated))
        results |= {each.fingerprint: advise_blank(each, solved, places_stated) for each in blanks}
        results |= {each.fingerprint: keep_sums(each, equations) for each in others}
        by_name = {str(ref): value for ref, value in stated.items()}
        for diagnosed in (*diagnose(equations, stated=by_name), *_repeated(bound, sums)):
            places = {(equation.rule, equation.location) for equation in diagnosed.explains}
            explained = [f for f in findings if (f.rule, f.location) in places]
            likely = _suspects(diagnosed.changes)
            alternatives = tuple(_suspects(other.changes) for other in diagnosed.alternatives)
            # A finding lists the best explanation first, then other single figures.
            singles = (suspect for other in alternatives if len(other) == 1 for suspect in other)
            suspects = (*likely, *singles)
            for finding in explained:
                if diagnosed.certain:
                    advised = _follow(finding, likely)
                else:
                    advised = _agree(finding, places_stated, suspects)
                results[finding.fingerprint] = msgspec.structs.replace(advised, suspects=suspects)
            if len(explained) > 1:
                diagnoses.append(
                    Diagnosis(
                        kind=diagnosed.kind,
                        message=diagnosed.message,
                        certain=diagnosed.certain,
                        suspects=likely,
                        alternatives=alternatives,
                        explains=tuple(finding.fingerprint for finding in explained),
                    )
                )
    doubtful = {
        (place.part, place.path)
        for finding in results.values()
        for place in (
            *(s.location for s in finding.suspects if s.location is not None),
            *((finding.location,) if finding.suspects else ()),
        )
    }
    advice = tuple(_without_doubtful(finding, doubtful) for finding in results.values())
    return tuple(diagnoses), advice, tuple(faults)


def _without_doubtful(finding: Finding, doubtful: Container[tuple[str, str]]) -> Finding:
    """Return a finding without its right value if that comes from a figure that may be wrong."""
    if finding.suspects or finding.expected is None:
        return finding
    if any((place.part, place.path) in doubtful for place in finding.related):
        return msgspec.structs.replace(finding, expected=None, fix=None)
    return finding


def _follow(finding: Finding, suspects: Sequence[Suspect]) -> Finding:
    """Return a finding that follows from certain suspects without a right value of its own.

    Only the finding at a suspect's own cell keeps it. To change two cells for one wrong figure
    would make the document worse.
    """
    if finding.expected is None or any(
        suspect.location is not None
        and suspect.location.path == finding.location.path
        and suspect.expected == finding.expected
        for suspect in suspects
    ):
        return finding
    message = messages.follows(suspects, finding.found)
    return msgspec.structs.replace(finding, expected=None, fix=None, message=message)


def _agree(
    finding: Finding, stated: Mapping[tuple[str, str], Decimal], suspects: Sequence[Suspect]
) -> Finding:
    """Return a finding about a total without its right value if the text has the total as it is.

    Then one of its parts is likelier to be wrong. Without other suspects it keeps the value.
    """
    place = finding.location
    value = stated.get((place.part, place.path))
    others = any(s.location is not None and s.location.path != place.path for s in suspects)
    if finding.expected is None or finding.found != str(value) or not others:
        return finding
    message = messages.agrees_with_text(finding.found, finding.expected)
    return msgspec.structs.replace(finding, expected=None, fix=None, message=message)


def _by_place(
    bound: BoundForm, stated: Mapping[FigureRef, Decimal]
) -> Iterator[tuple[tuple[str, str], Decimal]]:
    """Yield the stated values by the part and the path of their cells."""
    for ref, value in stated.items():
        table = bound.tables.get(ref.table)
        cell = table.cell(ref.row, ref.column) if table is not None else None
        if cell is not None:
            yield (cell.location.part, cell.location.path), value


def _agreed(statements: Iterable[tuple[FigureRef, Decimal]]) -> dict[FigureRef, Decimal]:
    """The values of the figures for which all statements have the same one."""
    values: dict[FigureRef, set[Decimal]] = {}
    for ref, value in statements:
        values.setdefault(ref, set()).add(value)
    return {ref: each.pop() for ref, each in values.items() if len(each) == 1}


def _add_statements(
    rule: Rule,
    bound: BoundForm,
    statements: list[tuple[FigureRef, Decimal]],
    origins: Mapping[str, str],
) -> Iterator[Broken]:
    """Add the values that the text states by `rule`; yield its fault if it has one."""
    if rule.kind.stated_figures is None:
        return
    try:
        statements += rule.kind.stated_figures(bound, rule.options)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a kind's exception is the rule's fault
        yield broken_rule(rule, error, origins)


def _repeated(bound: BoundForm, sums: Sequence[Rule]) -> Iterator[DiagnosedEquations]:
    """Yield the diagnoses of tables and rows that the document has twice."""
    for repetition, again in bound.readings():
        equations: list[Equation] = []
        for rule in sums:
            if rule.kind.judges_tables:
                # A fault of the rule is reported for the first table.
                list(_add_equations(rule, again, equations, {}))
        yield from diagnose([e for e in equations if repetition.covers(e.location)])


def _add_equations(
    rule: Rule, bound: BoundForm, equations: list[Equation], origins: Mapping[str, str]
) -> Iterator[Broken]:
    """Add the equations of `rule` to `equations`; yield its fault if it has one."""
    if rule.kind.equations is None:
        return
    try:
        equations += (
            msgspec.structs.replace(equation, rule=rule.name)
            for equation in rule.kind.equations(bound, rule.options)
        )
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a kind's exception is the rule's fault
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
