"""The report for scripts: JSON in the shape of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from docxlint.core import finding
from docxlint.core import location as core_location
from docxlint.core.finding import Severity
from docxlint.report.contract import (
    SCHEMA,
    Broken,
    Diagnosis,
    Document,
    Finding,
    Fix,
    Location,
    Pack,
    Previous,
    Run,
    Summary,
    Suspect,
    Unchecked,
)
from docxlint.report.json_text import json_text, location, tool
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text


def render(reports: Sequence[Report], lang: str) -> str:
    """`reports` as indented JSON, its sentences in `lang`, ending in a line break."""
    return json_text(run(reports, lang))


def run(reports: Sequence[Report], lang: str) -> Run:
    """`reports` in the contract's shape."""
    return Run(
        schema=SCHEMA,
        tool=tool(),
        documents=[_document(report, lang) for report in reports],
        summary=Summary(
            documents=len(reports),
            errors=sum(report.count(Severity.ERROR) for report in reports),
            warnings=sum(report.count(Severity.WARNING) for report in reports),
            infos=sum(report.count(Severity.INFO) for report in reports),
            unchecked=sum(len(report.unchecked) for report in reports),
            unreadable=sum(report.status == "unreadable" for report in reports),
            no_pack=sum(report.status == "no-pack" for report in reports),
            waived=sum(report.waived_count for report in reports),
            broken=sum(len(report.broken) for report in reports),
        ),
    )


def _document(report: Report, lang: str) -> Document:
    # A report's status is one of the three by the core's contract; encoding would let any by.
    status = msgspec.convert(report.status, Literal["checked", "unreadable", "no-pack"])
    packs = [Pack(one.name, one.version) for one in report.packs]
    return Document(
        path=path_text(report.path),
        sha256=report.sha256 or None,
        status=status,
        error=None if report.error is None else report.error.text(lang),
        pack=packs[0] if packs else None,
        packs=packs,
        title=report.title,
        organ=report.organ,
        year=report.year,
        findings=[_finding(found, lang) for found in report.findings],
        unchecked=[
            Unchecked(
                rule=question.rule,
                reason=question.reason.text(lang),
                location=location(question.location),
                explained=question.explained,
            )
            for question in report.unchecked
        ],
        diagnoses=[_diagnosis(told, lang) for told in report.diagnoses],
        broken=[Broken(one.subject, one.text(lang)) for one in report.broken],
        previous=msgspec.UNSET if report.previous is None else _previous(report.previous, lang),
    )


def _previous(last: finding.PreviousReport, lang: str) -> Previous:
    return Previous(
        path=path_text(last.path) if last.path else None,
        sha256=last.sha256 or None,
        year=last.year,
        error=None if last.error is None else last.error.text(lang),
    )


def _finding(found: finding.Finding, lang: str) -> Finding:
    return Finding(
        rule=found.rule,
        severity=found.severity.value,
        message=found.message.text(lang),
        location=location(found.location),
        expected=found.expected,
        found=found.found,
        related=_locations(found.related),
        suspects=_suspects(found.suspects),
        fix=None if found.fix is None else _fix(found.fix),
        waived=None if found.waived is None else found.waived.text(lang),
        fingerprint=found.fingerprint,
    )


def _diagnosis(told: finding.Diagnosis, lang: str) -> Diagnosis:
    return msgspec.convert(
        {
            "kind": told.kind,
            "message": told.message.text(lang),
            "certain": told.certain,
            "suspects": _suspects(told.suspects),
            "alternatives": [_suspects(one) for one in told.alternatives],
            "explains": list(told.explains),
        },
        Diagnosis,
    )


def _suspects(suspects: Iterable[finding.Suspect]) -> list[Suspect]:
    return [Suspect(s.row, s.column, s.found, s.expected) for s in suspects]


def _fix(fix: finding.Fix) -> Fix:
    return Fix(location(fix.location), fix.text, [_fix(each) for each in fix.also])


def _locations(places: Iterable[core_location.Location]) -> list[Location]:
    return [location(place) for place in places]
