"""What a batch comes to: its documents by verdict, its most frequent faults, a small chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.report.verdict import verdict
from docxlint.report.visible_text import path_text, visible

_STANDINGS = {
    "unread": Message(zh="没有检查", en="not checked"),
    "error": Message(zh="有错误", en="with errors"),
    "open": Message(zh="未能全部判断", en="not all judged"),
    "warning": Message(zh="只有警告", en="warnings only"),
    "info": Message(zh="只有提示", en="infos only"),
    "clean": Message(zh="没有问题", en="nothing found"),
}
# What tells them apart where colours do not.
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
    """A bar of the chart: how many documents stand so, and how long it is drawn."""

    standing: str
    label: str
    count: int
    width: int


class Line(msgspec.Struct, frozen=True):
    """One document: its turn in the run, from 1."""

    turn: int
    path: str
    standing: str
    verdict: str


class Fault(msgspec.Struct, frozen=True):
    """A rule, the sentence that should be true ("" where nothing is known of it), how many
    findings it has that count, and in how many documents.
    """

    rule: str
    title: str
    findings: int
    documents: int


class Overview(msgspec.Struct, frozen=True):
    """A batch at a glance; `lines` begin with the gravest."""

    bars: list[Bar]
    lines: list[Line]
    faults: list[Fault]


def overview(reports: Sequence[Report], lang: str) -> Overview:
    """What `reports` come to together."""
    stood = [(turn, one, standing(one)) for turn, one in enumerate(reports, start=1)]
    counts = Counter(name for _, _, name in stood)
    longest = max(counts.values(), default=1)
    return Overview(
        bars=[
            Bar(name, message.text(lang), counts[name], round(_WIDTH * counts[name] / longest))
            for name, message in _STANDINGS.items()
            if counts[name]
        ],
        lines=[
            Line(turn, visible(path_text(one.path)), name, verdict(one, lang))
            for name in _STANDINGS
            for turn, one, stands in stood
            if stands == name
        ],
        faults=list(_faults(reports, lang)),
    )


def standing(report: Report) -> str:
    """The gravest that can be said of a document: unread, error, open, warning, info, clean."""
    if report.status != "checked":
        return "unread"
    if report.count(Severity.ERROR):
        return "error"
    if report.broken or any(not question.explained for question in report.unchecked):
        return "open"
    if report.count(Severity.WARNING):
        return "warning"
    return "info" if report.count(Severity.INFO) else "clean"


def _faults(reports: Sequence[Report], lang: str) -> Iterator[Fault]:
    findings = Counter(found.rule for report in reports for found in report.active)
    documents = Counter(rule for one in reports for rule in {found.rule for found in one.active})
    titles = {one.name: one.title.text(lang) for report in reports for one in report.cited_rules}
    order = sorted(findings, key=lambda rule: (-documents[rule], -findings[rule], rule))
    for rule in order[:_MOST]:
        title = visible(titles.get(rule, ""))
        yield Fault(visible(rule), title, findings[rule], documents[rule])
