"""The report for scripts: JSON in the shape of the contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

import msgspec

from docxlint.core import coverage, finding
from docxlint.core import location as core_location
from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.report.contract import (
    SCHEMA,
    Broken,
    Coverage,
    Diagnosis,
    Document,
    Finding,
    Fix,
    Location,
    Pack,
    Previous,
    Settings,
    Summary,
    Suspect,
    Unchecked,
    UnreadPlace,
)
from docxlint.report.format import Format
from docxlint.report.json_text import json_text, location, tool
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text


class Json(Format):
    """Indented JSON: the documents one by one, then the summary."""

    name = "json"
    help = Message(
        zh="供程序读取，结构见 docs/report.schema.json",
        en="for programs; docs/report.schema.json describes it",
    )

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self._documents = 0
        self._totals: Counter[str] = Counter()

    def begin(self) -> str:
        """The version of the contract and of docxlint."""
        head = json_text({"schema": SCHEMA, "tool": tool()}).removesuffix("\n}\n")
        return f'{head},\n  "documents": ['

    def document(self, report: Report) -> str:
        """One document of the list."""
        comma = "," if self._documents else ""
        self._documents += 1
        self._totals.update(_counts(report))
        return f"{comma}\n{json_text(_document(report, self.lang), depth=2)}"

    def end(self) -> str:
        """The end of the list and the summary."""
        summary = Summary(documents=self._documents, **{n: self._totals[n] for n in _TOTALS})
        closing = "\n  ]" if self._documents else "]"
        return f'{closing},\n  "summary": {json_text(summary, depth=1).lstrip()}\n}}\n'


_TOTALS = tuple(name for name in Summary.__struct_fields__ if name != "documents")


def _counts(report: Report) -> dict[str, int]:
    return {
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "infos": report.count(Severity.INFO),
        "unchecked": len(report.unchecked),
        "unreadable": int(report.status == "unreadable"),
        "no_pack": int(report.status == "no-pack"),
        "waived": report.waived_count,
        "broken": len(report.broken),
    }


def _document(report: Report, lang: str) -> Document:
    # A report has one of three statuses; convert raises for any other.
    status = msgspec.convert(report.status, Literal["checked", "unreadable", "no-pack"])
    packs = [Pack(each.name, each.version) for each in report.packs]
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
        findings=[_finding(each, lang) for each in report.findings],
        unchecked=[
            Unchecked(
                rule=rule.rule,
                reason=rule.reason.text(lang),
                location=location(rule.location),
                explained=rule.explained,
            )
            for rule in report.unchecked
        ],
        diagnoses=[_diagnosis(each, lang) for each in report.diagnoses],
        broken=[Broken(each.subject, each.text(lang)) for each in report.broken],
        coverage=msgspec.UNSET if report.coverage is None else _coverage(report.coverage),
        previous=msgspec.UNSET if report.previous is None else _previous(report.previous, lang),
        settings=(
            msgspec.UNSET
            if report.settings is None
            else Settings(path_text(report.settings.file), list(report.settings.off))
        ),
    )


def _coverage(read: coverage.Coverage) -> Coverage:
    return Coverage(
        tables=read.tables,
        rows=read.rows,
        figures=read.figures,
        paragraphs=read.paragraphs,
        unread=[
            UnreadPlace(each.kind.value, each.construct or None, location(each.location))
            for each in read.unread
        ],
    )


def _previous(last: finding.PreviousReport, lang: str) -> Previous:
    return Previous(
        path=path_text(last.path) if last.path else None,
        sha256=last.sha256 or None,
        year=last.year,
        error=None if last.error is None else last.error.text(lang),
    )


def _finding(each: finding.Finding, lang: str) -> Finding:
    return Finding(
        rule=each.rule,
        severity=each.severity.value,
        message=each.message.text(lang),
        location=location(each.location),
        expected=each.expected,
        found=each.found,
        related=_locations(each.related),
        suspects=_suspects(each.suspects),
        fix=None if each.fix is None else _fix(each.fix),
        waived=None if each.waived is None else each.waived.text(lang),
        fingerprint=each.fingerprint,
    )


def _diagnosis(diagnosis: finding.Diagnosis, lang: str) -> Diagnosis:
    return msgspec.convert(
        {
            "kind": diagnosis.kind,
            "message": diagnosis.message.text(lang),
            "certain": diagnosis.certain,
            "suspects": _suspects(diagnosis.suspects),
            "alternatives": [_suspects(each) for each in diagnosis.alternatives],
            "explains": list(diagnosis.explains),
        },
        Diagnosis,
    )


def _suspects(suspects: Iterable[finding.Suspect]) -> list[Suspect]:
    return [Suspect(s.row, s.column, s.found, s.expected) for s in suspects]


def _fix(fix: finding.Fix) -> Fix:
    return Fix(location(fix.location), fix.text, [_fix(each) for each in fix.also])


def _locations(places: Iterable[core_location.Location]) -> list[Location]:
    return [location(place) for place in places]
