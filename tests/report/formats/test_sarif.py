from __future__ import annotations

import json
from typing import Any

import jsonschema
import msgspec
import pytest

from docxlint.core.finding import CitedRule
from docxlint.core.message import Message
from docxlint.report.formats.sarif import Sarif
from docxlint.report.report import Report

from ..conftest import SCHEMAS


def run_of(*reports: Report, lang: str = "en") -> dict[str, Any]:
    log = json.loads(Sarif.render(reports, lang))
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(log)
    (run,) = log["runs"]
    found: dict[str, Any] = run
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_run_fits_the_official_schema(everything: tuple[Report, ...], lang: str) -> None:
    assert len(run_of(*everything, lang=lang)["artifacts"]) == len(everything)


def test_the_schema_would_tell(clean: Report) -> None:
    log = json.loads(Sarif.render((clean,), "en"))
    log["runs"][0]["results"] = [{"level": "fatal"}]
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(log)


def test_what_could_not_be_judged_is_open_and_never_a_pass(full: Report) -> None:
    kinds = [(one["kind"], one["level"]) for one in run_of(full)["results"]]
    assert kinds.count(("open", "none")) == len(full.unchecked)
    assert kinds[: len(full.findings)] == [
        *(("fail", "warning"), ("fail", "error"), ("fail", "error"), ("fail", "error")),
        ("fail", "note"),
    ]


def test_a_rule_is_told_by_its_sentence_and_its_source(full: Report) -> None:
    title = Message("收到的都已办结", "What came in is done")
    told = CitedRule(name="balance", title=title, source="国办公开办函〔2021〕30号")
    rules = run_of(msgspec.structs.replace(full, cited_rules=(told,)))["tool"]["driver"]["rules"]
    assert next(rule for rule in rules if rule["id"] == "balance") == {
        "id": "balance",
        "shortDescription": {"text": "What came in is done"},
        "help": {"text": "国办公开办函〔2021〕30号"},
    }


def test_a_waived_finding_is_suppressed_with_its_reason(waived: Report) -> None:
    results = run_of(waived)["results"]
    assert "suppressions" not in results[0]
    (suppression,) = results[1]["suppressions"]
    assert suppression == {
        "kind": "external",
        "justification": "the form that the county gave out",
    }


def test_what_was_not_read_and_rules_at_fault_are_the_runs_own(
    unreadable: Report, broken: Report, clean: Report
) -> None:
    run = run_of(unreadable, broken, clean)
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    texts = [one["message"]["text"] for one in invocation["toolExecutionNotifications"]]
    assert texts == [
        "This is a Word 97–2003 .doc file.",
        "balance (equation): ZeroDivisionError: division by zero",
    ]
    assert run_of(clean)["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("收到的 报告/甲.docx", "%E6%94%B6%E5%88%B0%E7%9A%84%20%E6%8A%A5%E5%91%8A/%E7%94%B2.docx"),
        ("/tmp/a b.docx", "file:///tmp/a%20b.docx"),  # noqa: S108 - only a name
        ("a:b.docx", "a%3Ab.docx"),
        (b"\xff.docx".decode("utf-8", "surrogateescape"), "%FF.docx"),
        ("\ud800.docx", "%5Cud800.docx"),
    ],
)
def test_a_path_becomes_a_uri(clean: Report, path: str, uri: str) -> None:
    run = run_of(msgspec.structs.replace(clean, path=path))
    assert run["artifacts"][0]["location"]["uri"] == uri


def test_a_place_is_told_to_people_and_to_tools(full: Report) -> None:
    (place,) = run_of(full)["results"][0]["locations"]
    (logical,) = place["logicalLocations"]
    assert logical["fullyQualifiedName"] == "word/document.xml#/w:document/w:body/w:p[3][4:10]"
    assert logical["name"].endswith("”, paragraph 1")
    assert place["physicalLocation"]["artifactLocation"]["index"] == 0
