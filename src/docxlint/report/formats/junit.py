"""The report for build servers: JUnit's XML, a suite a document, a case a rule.

A finding that the run fails over is a failure, its weight the failure's type. What could not be
judged and no finding explains is an error, and so is a rule at fault: neither is a pass. What
weighs less, a finding explains, is waived, or rightly does not apply is skipped, with its reason:
a suite fails where the run does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from docxlint.core.finding import Finding
from docxlint.core.message import Message
from docxlint.report.finding_text import message, told
from docxlint.report.format import Format
from docxlint.report.location_text import trail
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text, visible

_READ = "read"  # the case of a document that no rule was put to
_COLON = Message(zh="：", en=": ")


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
    """The outcomes of each rule: one that is a failure, one that is an error, or else one that is
    skipped; each tells of all its places. What would be skipped beside a failure is put out.
    """
    cases: dict[str, list[etree._Element]] = {visible(rule): [] for rule in report.passed}
    if report.error is not None:
        said = visible(report.error.text(lang))
        cases[_READ] = [_outcome("error", report.status, [said])]
    for one in report.broken:
        said_of_it = map(visible, one.text(lang).split("\n"))
        cases[visible(one.subject)] = [_outcome("error", "broken", said_of_it)]
    grades = (
        *_found(report, lang, failing=True),
        *_open(report, lang, explained=False),
        *_found(report, lang, failing=False),
        *_open(report, lang, explained=True),
        *_waived(report, lang),
        *(
            (one.rule, "skipped", "idle", visible(one.reason.text(lang)))
            for one in report.not_applicable
        ),
    )
    outcomes: dict[str, dict[str, tuple[str, list[str]]]] = {}
    for rule, tag, kind, said in grades:
        of_rule = outcomes.setdefault(visible(rule), {})
        if tag == "skipped" and of_rule.keys() - {tag}:
            tag = "system-out"
        of_rule.setdefault(tag, (kind, []))[1].append(said)
    for rule, by_tag in outcomes.items():
        cases[rule] = [_outcome(tag, kind, said) for tag, (kind, said) in by_tag.items()]
    return cases


def _found(report: Report, lang: str, *, failing: bool) -> Iterator[tuple[str, str, str, str]]:
    for found in sorted(report.active, key=lambda found: found.severity.rank):
        if (found.severity.rank <= report.fail_on.rank) is failing:
            tag = "failure" if failing else "skipped"
            yield found.rule, tag, found.severity.value, _said(found, report, lang)


def _open(report: Report, lang: str, *, explained: bool) -> Iterator[tuple[str, str, str, str]]:
    for question in report.unchecked:
        if question.explained is explained:
            reason = visible(question.reason.text(lang))
            said = f"{trail(question.location, lang)}{_COLON.text(lang)}{reason}"
            yield question.rule, "skipped" if explained else "error", "unchecked", said


def _waived(report: Report, lang: str) -> Iterator[tuple[str, str, str, str]]:
    for found in report.findings:
        if found.waived is not None:
            yield found.rule, "skipped", "waived", _said(found, report, lang)


def _said(found: Finding, report: Report, lang: str) -> str:
    head = f"{trail(found.location, lang)}{_COLON.text(lang)}{message(found, lang)}"
    return "\n  ".join([head, *told(found, report, lang)])


def _outcome(tag: str, kind: str, said: Iterable[str]) -> etree._Element:
    lines = list(said)
    outcome = etree.Element(tag)
    if tag != "system-out":
        outcome.set("type", kind)
        outcome.set("message", lines[0].partition("\n")[0])
    outcome.text = "\n".join(lines)
    return outcome
