"""The report on one document."""

from __future__ import annotations

import json

import msgspec

from docxlint.core.finding import Severity
from docxlint.report.report import Report


def test_a_waived_finding_is_not_active(waived: Report) -> None:
    assert len(waived.findings) == 4
    assert len(list(waived.active)) == 1
    assert waived.waived_count == 3


def test_severities_are_counted_among_active_findings_only(full: Report, waived: Report) -> None:
    assert [full.count(severity) for severity in Severity] == [3, 1, 1]
    assert waived.count(Severity.ERROR) == 0


def test_a_finding_fails_the_run_from_its_severity_on(full: Report) -> None:
    assert len(list(full.failing)) == 3
    strict = msgspec.structs.replace(full, fail_on=Severity.INFO)
    assert len(list(strict.failing)) == 5


def test_the_first_pack_stands_for_all(waived: Report, no_pack: Report) -> None:
    assert waived.pack is not None
    assert waived.pack.name == "annual-report"
    assert no_pack.pack is None


def test_the_json_of_a_report_is_a_run_of_one_document(full: Report) -> None:
    run = json.loads(full.to_json("en"))
    assert run["summary"]["documents"] == 1
    assert run["documents"][0]["path"] == full.path
