"""The report for a spreadsheet: CSV in UTF-8 with a byte-order mark, one row a finding.

Unchecked rules, faults of rules, unreadable documents and documents without any result have a row
too, so that no document is missing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from docxlint.core.finding import Finding
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.finding_text import MARKS
from docxlint.report.format import Format
from docxlint.report.report import Report
from docxlint.report.verdict import CLEAN, NO_PACK, PROGRAM_FAULT, UNCHECKED, UNREADABLE
from docxlint.report.visible_text import path_text, visible

_BOM: Final = "\ufeff"  # without it Excel reads the text in its own code page
# The beginnings of a formula, in ASCII and in full width.
_FORMULA = tuple("=+-@＝＋－＠")

_KINDS = {
    "finding": Message(zh="问题", en="finding"),
    "waived": Message(zh="已豁免", en="waived"),
    "unchecked": UNCHECKED,
    "unreadable": UNREADABLE,
    "broken": PROGRAM_FAULT,
    "clean": CLEAN,
    "no-pack": NO_PACK,
}
_HEAD = (
    Message(zh="文档", en="document"),
    Message(zh="类别", en="kind"),
    Message(zh="级别", en="severity"),
    Message(zh="规则", en="rule"),
    Message(zh="说明", en="message"),
    Message(zh="部分", en="section"),
    Message(zh="行", en="row"),
    Message(zh="列", en="column"),
    Message(zh="段", en="paragraph"),
    Message(zh="原文", en="text"),
    Message(zh="应为", en="expected"),
    Message(zh="现为", en="found"),
    Message(zh="豁免理由", en="why waived"),
    Message(zh="指纹", en="fingerprint"),
    Message(zh="规则名称", en="title of the rule"),
    Message(zh="依据", en="source"),
    Message(zh="页", en="page"),
)


class Csv(Format):
    """CSV with the line ends of RFC 4180. A cell that a spreadsheet would take for a formula begins
    with an apostrophe.
    """

    name = "csv"
    help = Message(
        zh="电子表格，可用 Excel、WPS 打开，一处问题一行",
        en="a spreadsheet with a row for each finding",
    )

    def begin(self) -> str:
        """The byte-order mark and the header."""
        return _BOM + _lines([[message.text(self.lang) for message in _HEAD]])

    def document(self, report: Report) -> str:
        """One row for each result; one row for a document without any."""
        path = path_text(report.path)
        rows = list(_rows(report, self.lang)) or [[_KINDS["clean"].text(self.lang), *[""] * 15]]
        return _lines([_safe(cell) for cell in (path, *row)] for row in rows)


def _lines(rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _rows(report: Report, lang: str) -> Iterator[list[str]]:
    if report.error is not None:
        kind = _KINDS[report.status].text(lang)
        yield [kind, "", "", report.error.text(lang), *[""] * 12]
    rules = {rule.name: [rule.title.text(lang), rule.source] for rule in report.cited_rules}
    for finding in report.findings:
        page = "" if finding.location.page is None else str(finding.location.page)
        yield [*_finding(finding, lang), *rules.get(finding.rule, ["", ""]), page]
    for rule in report.unchecked:
        kind, reason = _KINDS["unchecked"].text(lang), rule.reason.text(lang)
        place, titles = _place(rule.location), rules.get(rule.rule, ["", ""])
        yield [kind, "", rule.rule, reason, *place, "", "", "", "", *titles, ""]
    for fault in report.broken:
        yield [_KINDS["broken"].text(lang), "", fault.subject, fault.text(lang), *[""] * 12]


def _finding(finding: Finding, lang: str) -> list[str]:
    return [
        _KINDS["finding" if finding.waived is None else "waived"].text(lang),
        MARKS[finding.severity].text(lang),
        finding.rule,
        finding.message.text(lang),
        *_place(finding.location),
        finding.expected or "",
        finding.found or "",
        "" if finding.waived is None else finding.waived.text(lang),
        finding.fingerprint,
    ]


def _place(place: Location) -> list[str]:
    paragraph = "" if place.paragraph is None else str(place.paragraph)
    return [place.section or "", place.row or "", place.column or "", paragraph, place.text]


def _safe(cell: str) -> str:
    text = visible(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
