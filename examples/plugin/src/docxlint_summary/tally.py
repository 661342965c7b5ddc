"""A report for whoever collects documents: how often each rule was broken, as CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from docxlint.plugin import Report

_HEAD = {
    "zh": ("规则", "级别", "处数", "文档数"),
    "en": ("rule", "severity", "findings", "documents"),
}


def render(reports: Sequence[Report], lang: str) -> str:
    """A line for each rule that was broken, the most frequent first; what is waived is left out."""
    findings: Counter[tuple[str, str]] = Counter()
    documents: Counter[tuple[str, str]] = Counter()
    for report in reports:
        broken = [(finding.rule, finding.severity.value) for finding in report.active]
        findings.update(broken)
        documents.update(set(broken))
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_HEAD[lang])
    for rule, count in sorted(findings.items(), key=lambda item: (-item[1], item[0])):
        table.writerow((*rule, count, documents[rule]))
    return out.getvalue()
