"""The report for build servers: JUnit's XML, a suite for each document, a case for each rule.

A finding that fails the run is a failure with its severity as type. An unchecked rule that no
finding explains is an error, and so is a broken rule: neither is a pass. Other findings, explained
gaps, waived findings and rules that do not apply are skipped, with the reason. A suite fails
exactly where the run does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from lxml import etree

from docxlint.core.finding import Finding
from docxlint.core.message import Message
from docxlint.report.finding_text import all_lines, place_and_message, texts
from docxlint.report.format import Format
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text, visible

_READ = "read"  # the case of a document that no rule checked


class JUnit(Format):
    """XML for the schema of Jenkins' xUnit plug-in (junit-10.xsd).

    The root element holds totals, so nothing is written before the last document.
    """

    name = "junit"
    help = Message(
        zh="JUnit XML，供 Jenkins 等构建服务器",
        en="JUnit's XML for build servers",
    )

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self._root = etree.Element("testsuites", name="docxlint")

    def document(self, report: Report) -> str:
        """Nothing yet; the suite of the document is kept."""
        self._root.append(_suite(report, self.lang))
        return ""

    def end(self) -> str:
        """All suites with their totals."""
        for count in ("tests", "failures", "errors"):
            self._root.set(count, str(sum(int(suite.get(count, "0")) for suite in self._root)))
        data = etree.tostring(self._root, encoding="utf-8", xml_declaration=True, pretty_print=True)
        return data.decode("utf-8")


def _suite(report: Report, lang: str) -> etree._Element:
    name = visible(path_text(report.path))
    suite = etree.Element("testsuite", name=name, tests="0")
    for rule, outcomes in _cases(report, lang).items():
        case = etree.SubElement(suite, "testcase", name=rule, classname=name)
        case.extend(outcomes)
    suite.set("tests", str(len(suite)))
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(tag) is not None for case in suite)))
    return suite


def _cases(report: Report, lang: str) -> dict[str, list[etree._Element]]:
    """The outcomes of each rule, with all its places: a failure, an error, or else skipped.

    What would be skipped beside a failure becomes output of the case.
    """
    cases: dict[str, list[etree._Element]] = {visible(rule): [] for rule in report.passed}
    if report.error is not None:
        cases[_READ] = [_outcome("error", report.status, [visible(report.error.text(lang))])]
    for fault in report.broken:
        lines = map(visible, fault.text(lang).split("\n"))
        cases[visible(fault.subject)] = [_outcome("error", "broken", lines)]
    results = (
        *_findings(report, lang, failing=True),
        *_unchecked(report, lang, explained=False),
        *_findings(report, lang, failing=False),
        *_unchecked(report, lang, explained=True),
        *_waived(report, lang),
        *_not_applicable(report, lang),
    )
    outcomes: dict[str, dict[str, tuple[str, list[str]]]] = {}
    for rule, tag, kind, text in results:
        of_rule = outcomes.setdefault(visible(rule), {})
        if tag == "skipped" and of_rule.keys() - {tag}:
            tag = "system-out"
        of_rule.setdefault(tag, (kind, []))[1].append(text)
    for rule, by_tag in outcomes.items():
        cases[rule] = [_outcome(tag, kind, lines) for tag, (kind, lines) in by_tag.items()]
    return cases


_Result: TypeAlias = tuple[str, str, str, str]
"""A rule, the tag of its outcome, the outcome's type, and its text."""


def _findings(report: Report, lang: str, *, failing: bool) -> Iterator[_Result]:
    for finding in sorted(report.active, key=lambda finding: finding.severity.rank):
        if (finding.severity.rank <= report.fail_on.rank) is failing:
            tag = "failure" if failing else "skipped"
            yield finding.rule, tag, finding.severity.value, _text(finding, report, lang)


def _unchecked(report: Report, lang: str, *, explained: bool) -> Iterator[_Result]:
    for rule in report.unchecked:
        if rule.explained is explained:
            text = place_and_message(rule.location, rule.reason).text(lang)
            yield rule.rule, "skipped" if explained else "error", "unchecked", text


def _waived(report: Report, lang: str) -> Iterator[_Result]:
    for finding in report.findings:
        if finding.waived is not None:
            yield finding.rule, "skipped", "waived", _text(finding, report, lang)


def _not_applicable(report: Report, lang: str) -> Iterator[_Result]:
    for each in report.not_applicable:
        yield each.rule, "skipped", "idle", visible(each.reason.text(lang))


def _text(finding: Finding, report: Report, lang: str) -> str:
    head = place_and_message(finding.location, finding.message).text(lang)
    return "\n  ".join([head, *texts(all_lines(finding, report), lang)])


def _outcome(tag: str, kind: str, lines: Iterable[str]) -> etree._Element:
    text = list(lines)
    outcome = etree.Element(tag)
    if tag != "system-out":
        outcome.set("type", kind)
        outcome.set("message", text[0].partition("\n")[0])
    outcome.text = "\n".join(text)
    return outcome
