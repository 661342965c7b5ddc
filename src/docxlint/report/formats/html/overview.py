"""The overview of a batch: documents by verdict, the most frequent findings, a small chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

import msgspec

from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.report.verdict import verdict
from docxlint.report.visible_text import path_text, visible

_STANDINGS = {
    "unread": Message(zh="未检查", en="not checked"),
    "error": Message(zh="有错误", en="with errors"),
    "open": Message(zh="部分无法核对", en="not all checked"),
    "warning": Message(zh="只有警告", en="warnings only"),
    "info": Message(zh="只有提示", en="infos only"),
    "clean": Message(zh="没有问题", en="nothing found"),
}
# Signs for readers who do not see the colours.
SIGNS: Final = {
    "unread": "–",
    "error": "×",
    "open": "?",
    "warning": "!",
    "info": "i",
    "clean": "✓",
}
_MOST: Final = 10  # faults that are listed
_WIDTH: Final = 180  # of the longest bar


class Bar(msgspec.Struct, frozen=True):
    """A bar of the chart: the number of documents, and the width of the bar."""

    standing: str
    label: str
    count: int
    width: int


class Line(msgspec.Struct, frozen=True):
    """One document and its position in the run, from 1."""

    turn: int
    path: str
    standing: str
    verdict: str


class Fault(msgspec.Struct, frozen=True):
    """A rule, what should be true ("" where that is not known), and the number of its active
    findings and of the documents that have them.
    """

    rule: str
    title: str
    findings: int
    documents: int


class OverviewView(msgspec.Struct, frozen=True):
    """A batch at a glance; `lines` begin with the most serious."""

    bars: list[Bar]
    lines: list[Line]
    faults: list[Fault]


class Overview:
    """Collects what the overview of a batch shows, document by document."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._findings: Counter[str] = Counter()
        self._documents: Counter[str] = Counter()
        self._titles: dict[str, Message] = {}

    def add(self, report: Report, lang: str) -> None:
        """Count one document."""
        path = visible(path_text(report.path))
        turn = len(self._lines) + 1
        self._lines.append(Line(turn, path, standing(report), verdict(report).text(lang)))
        self._findings.update(finding.rule for finding in report.active)
        self._documents.update({finding.rule for finding in report.active})
        self._titles |= {rule.name: rule.title for rule in report.cited_rules}

    def view(self, lang: str) -> OverviewView:
        """The chart, the most frequent faults and the list of documents."""
        counts = Counter(line.standing for line in self._lines)
        longest = max(counts.values(), default=1)
        order = list(_STANDINGS)
        return OverviewView(
            bars=[
                Bar(name, message.text(lang), counts[name], round(_WIDTH * counts[name] / longest))
                for name, message in _STANDINGS.items()
                if counts[name]
            ],
            lines=sorted(self._lines, key=lambda line: order.index(line.standing)),
            faults=list(self._faults(lang)),
        )

    def _faults(self, lang: str) -> Iterator[Fault]:
        counts = self._documents, self._findings
        order = sorted(counts[0], key=lambda rule: (-counts[0][rule], -counts[1][rule], rule))
        for rule in order[:_MOST]:
            title = visible(self._titles[rule].text(lang)) if rule in self._titles else ""
            yield Fault(visible(rule), title, self._findings[rule], self._documents[rule])


def standing(report: Report) -> str:
    """The most serious state of a document: unread, error, open, warning, info or clean."""
    if report.status != "checked":
        return "unread"
    if report.count(Severity.ERROR):
        return "error"
    if report.broken or any(not each.explained for each in report.unchecked):
        return "open"
    if report.count(Severity.WARNING):
        return "warning"
    return "info" if report.count(Severity.INFO) else "clean"
