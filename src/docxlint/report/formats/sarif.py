"""The report as SARIF 2.1.0 (OASIS), for viewers of static analysis results.

An unchecked rule is a result of the kind "open". An unreadable document or a broken rule is a
notification of the tool. A waived finding has a suppression.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from docxlint.core.finding import CitedRule, Finding, Severity, UncheckedRule
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.core.version import __version__
from docxlint.report.finding_text import all_lines, texts
from docxlint.report.format import Format
from docxlint.report.json_text import json_text
from docxlint.report.location_text import location_text
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text, visible

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_Data = dict[str, Any]


class Sarif(Format):
    """One run of a SARIF log.

    The rules come before the results, so nothing is written before the last document.
    """

    name = "sarif"
    help = Message(
        zh="SARIF 2.1.0，供查看静态分析结果的工具",
        en="SARIF 2.1.0 for viewers of analysis results",
    )

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self._artifacts: list[_Data] = []
        self._results: list[_Data] = []
        self._notices: list[_Data] = []
        self._cited: dict[str, CitedRule] = {}
        self._complete = True

    def document(self, report: Report) -> str:
        """Nothing yet; the results of the document are kept."""
        turn = len(self._artifacts)
        self._artifacts.append(_artifact(report))
        self._results += _results(report, turn, self.lang)
        self._notices += _notices(report, turn, self.lang)
        self._cited |= {_rule(rule.name): rule for rule in report.cited_rules}
        self._complete &= report.status == "checked" and not report.broken
        return ""

    def end(self) -> str:
        """The log."""
        names = sorted({result["ruleId"] for result in self._results})
        for result in self._results:
            result["ruleIndex"] = bisect_left(names, result["ruleId"])
        run: _Data = {
            "tool": {
                "driver": {
                    "name": "docxlint",
                    "version": __version__,
                    "rules": [_described(name, self._cited.get(name), self.lang) for name in names],
                }
            },
            "language": "zh-CN" if self.lang == "zh" else "en",
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {
                    "executionSuccessful": self._complete,
                    "toolExecutionNotifications": self._notices,
                }
            ],
            "artifacts": self._artifacts,
            "results": self._results,
        }
        return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _described(name: str, cited: CitedRule | None, lang: str) -> _Data:
    """A rule: what should be true, and the regulation that says so."""
    if cited is None:
        return {"id": name}
    title, source = visible(cited.title.text(lang)), visible(cited.source)
    return {"id": name, "shortDescription": {"text": title}, "help": {"text": source}}


def _artifact(report: Report) -> _Data:
    artifact: _Data = {
        "location": {"uri": _uri(report.path)},
        "roles": ["analysisTarget"],
        "mimeType": _MIME,
    }
    if report.sha256:
        artifact["hashes"] = {"sha-256": report.sha256}
    return artifact


def _uri(path: str) -> str:
    """`path` as a URI reference: a relative one for a relative path."""
    pure = PurePath(path)
    text = pure.as_posix()
    prefix = ("file://" if text.startswith("/") else "file:///") if pure.is_absolute() else ""
    try:
        return prefix + quote(text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # half a surrogate pair, which only Windows lets into a name
        return prefix + quote(path_text(text))


def _notices(report: Report, turn: int, lang: str) -> Iterator[_Data]:
    """The notifications about the run itself, never about the document."""
    lines = [] if report.error is None else [visible(report.error.text(lang))]
    lines += (visible(f"{fault.subject}: {fault.text(lang)}") for fault in report.broken)
    for text in lines:
        where = {"physicalLocation": {"artifactLocation": _in_artifact(report, turn)}}
        yield {"level": "error", "message": {"text": text}, "locations": [where]}


def _results(report: Report, turn: int, lang: str) -> Iterator[_Data]:
    for finding in report.findings:
        yield _finding(report, turn, finding, lang)
    for rule in report.unchecked:
        yield _unchecked(report, turn, rule, lang)


def _finding(report: Report, turn: int, finding: Finding, lang: str) -> _Data:
    name = _rule(finding.rule)
    message = visible(finding.message.text(lang))
    result: _Data = {
        "ruleId": name,
        "ruleIndex": 0,
        "kind": "fail",
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join([message, *texts(all_lines(finding, report), lang)])},
        "locations": [_location(report, turn, finding.location, lang)],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(report, turn, place, lang)}
            for number, place in enumerate(finding.related)
        ]
    if finding.fingerprint:
        result["partialFingerprints"] = {"docxlint/v1": finding.fingerprint}
    if finding.waived is not None:
        reason = visible(finding.waived.text(lang))
        result["suppressions"] = [{"kind": "external", "justification": reason}]
    return result


def _unchecked(report: Report, turn: int, rule: UncheckedRule, lang: str) -> _Data:
    name = _rule(rule.rule)
    return {
        "ruleId": name,
        "ruleIndex": 0,
        "kind": "open",
        "level": "none",
        "message": {"text": visible(rule.reason.text(lang))},
        "locations": [_location(report, turn, rule.location, lang)],
        "properties": {"explained": rule.explained},
    }


def _rule(name: str) -> str:
    return visible(name)


def _location(report: Report, turn: int, place: Location, lang: str) -> _Data:
    """The document and the place in it: words for people, part and path for tools."""
    span = "" if place.start is None or place.end is None else f"[{place.start}:{place.end}]"
    logical = {
        "name": location_text(place).text(lang),
        "fullyQualifiedName": visible(f"{place.part}#{place.path}{span}"),
        "kind": "element",
    }
    return {
        "physicalLocation": {"artifactLocation": _in_artifact(report, turn)},
        "logicalLocations": [logical],
    }


def _in_artifact(report: Report, turn: int) -> _Data:
    return {"uri": _uri(report.path), "index": turn}
