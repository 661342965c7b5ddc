from __future__ import annotations

import msgspec
import pytest
from lxml import etree

from docxlint.core.finding import NotApplicableRule, Severity
from docxlint.core.message import Message
from docxlint.report.formats.junit import JUnit
from docxlint.report.report import Report

from ..conftest import SCHEMAS


def suites(*reports: Report, lang: str = "en") -> etree._Element:
    root = etree.fromstring(JUnit.render(reports, lang).encode())
    etree.XMLSchema(file=str(SCHEMAS / "junit-10.xsd")).assertValid(root)
    return root


def outcomes(report: Report) -> dict[str | None, list[tuple[str, str | None]]]:
    (suite,) = suites(report)
    return {case.get("name"): [(str(one.tag), one.get("type")) for one in case] for case in suite}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_run_fits_the_schema(everything: tuple[Report, ...], lang: str) -> None:
    assert len(suites(*everything, lang=lang)) == len(everything)


def test_the_schema_would_tell() -> None:
    schema = etree.XMLSchema(file=str(SCHEMAS / "junit-10.xsd"))
    assert not schema.validate(etree.fromstring(b"<testsuites><testcase/></testsuites>"))


def test_every_rule_is_a_case_with_its_outcome(full: Report) -> None:
    idle = NotApplicableRule(rule="carry-over", reason=Message("没有上年", "no last year"))
    report = msgspec.structs.replace(full, passed=("title",), not_applicable=(idle,))
    assert outcomes(report) == {
        "title": [],
        "balance": [("failure", "error")],
        "cell-blank": [("failure", "error")],
        "title-wording": [("skipped", "warning")],
        "heading-punctuation": [("skipped", "info")],
        "fee-statement": [("error", "unchecked")],
        "prose-sum": [("error", "unchecked")],
        "column-total": [("skipped", "unchecked")],
        "carry-over": [("skipped", "idle")],
    }


@pytest.mark.parametrize(
    ("least", "failures"),
    [
        (Severity.ERROR, {"balance", "cell-blank"}),
        (Severity.WARNING, {"balance", "cell-blank", "title-wording"}),
        (Severity.INFO, {"balance", "cell-blank", "title-wording", "heading-punctuation"}),
    ],
)
def test_a_suite_fails_over_what_the_run_fails_over(
    full: Report, least: Severity, failures: set[str]
) -> None:
    told = outcomes(msgspec.structs.replace(full, fail_on=least))
    assert {name for name, said in told.items() if said[0][0] == "failure"} == failures


def test_nothing_that_is_no_pass_is_one(
    unreadable: Report, no_pack: Report, broken: Report
) -> None:
    assert outcomes(unreadable) == {"read": [("error", "unreadable")]}
    assert outcomes(no_pack) == {"read": [("error", "no-pack")]}
    assert outcomes(broken) == {"balance (equation)": [("error", "broken")]}


def test_a_rule_that_finds_and_cannot_judge_elsewhere_says_both(full: Report) -> None:
    question = msgspec.structs.replace(full.unchecked[-1], rule="balance")
    report = msgspec.structs.replace(full, unchecked=(question,))
    assert outcomes(report)["balance"] == [("failure", "error"), ("error", "unchecked")]


def test_waived_findings_are_skipped_where_none_of_the_rule_counts(waived: Report) -> None:
    assert outcomes(waived) == {
        "heading-punctuation": [("skipped", "info")],
        "old": [("skipped", "waived")],
    }


def test_the_counts_are_those_of_the_cases(everything: tuple[Report, ...]) -> None:
    root = suites(*everything)
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("15", "4", "5")
    assert [suite.get("skipped") for suite in root] == ["3", "0", "0", "0", "2", "0", "1"]


def test_every_place_is_told_in_the_text(full: Report) -> None:
    (suite,) = suites(full)
    (case,) = (one for one in suite if one.get("name") == "cell-blank")
    text = str(case[0].text)
    assert "row “（一）予以公开”: nothing is filled in" in text
    assert "row “（七）总计”: nothing is filled in" in text
