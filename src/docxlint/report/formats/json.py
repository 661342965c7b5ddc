"""The report for scripts: JSON in the shape of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from docxlint.core import document, finding
from docxlint.core.finding import Severity
from docxlint.core.version import __version__
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
    Tool,
    Unchecked,
)
from docxlint.report.visible_text import is_unseen, path_text, visible


def render(reports: Sequence[finding.Report], lang: str) -> str:
    """`reports` as indented JSON, its sentences in `lang`, ending in a line break."""
    return written(run(reports, lang))


def written(value: object) -> str:
    """`value` as indented JSON, ending in a line break. What does not show, or acts on its
    surroundings, is escaped: a terminal that the text is sent to is as safe as a parser.
    """
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    # Of what would be escaped, JSON as it is written has line feeds only, between its lines.
    lines = (line if visible(line) == line else _escaped(line) for line in text.split("\n"))
    return "\n".join(lines) + "\n"


def _escaped(line: str) -> str:
    return "".join(json.dumps(c)[1:-1] if is_unseen(c) else c for c in line)


def tool() -> Tool:
    """This version of docxlint."""
    return Tool(name="docxlint", version=__version__)


def run(reports: Sequence[finding.Report], lang: str) -> Run:
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
            waived=sum(report.waived for report in reports),
            broken=sum(len(report.broken) for report in reports),
        ),
    )


def location(place: document.Location) -> Location:
    """`place` in the contract's shape."""
    whole = place.start is None or place.end is None
    return Location(
        section=place.section,
        table=place.table,
        row=place.row,
        column=place.column,
        paragraph=place.paragraph,
        text=place.text,
        part=place.part,
        path=place.path,
        span=None if whole else (place.start or 0, place.end or 0),
    )


def _document(report: finding.Report, lang: str) -> Document:
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
        broken=[Broken(one.who, one.text(lang)) for one in report.broken],
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


def _locations(places: Iterable[document.Location]) -> list[Location]:
    return [location(place) for place in places]
