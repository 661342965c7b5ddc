"""Compares a report with a mutation: found, in place, with the right value, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from docxlint.core.finding import Finding
from docxlint.report.report import Report

from .mutations import Mutation
from .tellings import ALSO


@dataclass
class Tally:
    """Counts over the mutations of one rule.

    `found`: the rule speaks. `placed`: it does so at the mutated cell. `valued`: the right value
    is given. `false_alarms`: findings of rules that must be silent. `placeable` and `valuable`
    are the mutations with a place and with a value.
    """

    mutations: int = 0
    found: int = 0
    placeable: int = 0
    placed: int = 0
    valuable: int = 0
    valued: int = 0
    false_alarms: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def add(self, mutation: Mutation, report: Report) -> Iterator[str]:
        """Count the report on a mutation; yield what is not as it must be."""
        findings = [f for f in report.findings if f.rule in mutation.rules]
        self.mutations += 1
        found = len(findings) >= mutation.findings
        self.found += found
        if not found:
            yield "not found"
        if mutation.place is not None:
            self.placeable += 1
            labels = (mutation.place.row, mutation.place.column)
            placed = any(place[:2] == labels for place in _places(report, findings))
            self.placed += placed
            if not placed:
                yield "not in place"
        if mutation.expected is not None:
            self.valuable += 1
            valued = any(value == mutation.expected for _, _, value in _places(report, findings))
            self.valued += valued
            if not valued:
                yield "not the right value"
        if mutation.also is not None:
            expected = mutation.rules | mutation.also | ALSO
            others = [f for f in report.findings if f.rule not in expected]
            self.false_alarms += len(others)
            yield from (f"false alarm: [{f.rule}] {f.message.zh}" for f in others)


def _places(
    report: Report, findings: list[Finding]
) -> Iterator[tuple[str | None, str | None, str | None]]:
    """The places that a report blames, with their right values."""
    for finding in findings:
        yield finding.location.row, finding.location.column, finding.expected
        for suspect in finding.suspects:
            yield suspect.row, suspect.column, suspect.expected
    for diagnosis in report.diagnoses:
        for suspect in diagnosis.suspects:
            yield suspect.row, suspect.column, suspect.expected
