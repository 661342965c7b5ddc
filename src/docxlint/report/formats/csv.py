"""The report for a spreadsheet: CSV in UTF-8 with a byte-order mark, one row a finding.

What could not be judged, read, or given a pack has its row too, and so has a document of which
there is nothing to say: none passes unseen.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from docxlint.core.finding import Finding, UncheckedRule
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.finding_text import MARKS
from docxlint.report.format import Format
from docxlint.report.report import Report
from docxlint.report.verdict import AT_FAULT
from docxlint.report.visible_text import path_text, visible

_BOM: Final = "\ufeff"  # without it Excel takes the text for its own code page's
# What a spreadsheet would reckon with, in ASCII and in the full width that it takes for the same.
_FORMULA = tuple("=+-@＝＋－＠")

_KINDS = {
    "finding": Message(zh="问题", en="finding"),
    "waived": Message(zh="已豁免", en="waived"),
    "unchecked": Message(zh="未能判断", en="not judged"),
    "unreadable": Message(zh="无法读取", en="not read"),
    "broken": AT_FAULT,
    "clean": Message(zh="没有问题", en="nothing found"),
    "no-pack": Message(zh="没有检查", en="not checked"),
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
    Message(zh="实为", en="found"),
    Message(zh="豁免理由", en="why waived"),
    Message(zh="指纹", en="fingerprint"),
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
        rows = list(_rows(report, self.lang)) or [[_KINDS["clean"].text(self.lang), *[""] * 12]]
        return _lines([_safe(cell) for cell in (path, *row)] for row in rows)


def _lines(rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


def _rows(report: Report, lang: str) -> Iterator[list[str]]:
    if report.error is not None:
        kind = _KINDS[report.status].text(lang)
        yield [kind, "", "", report.error.text(lang), *[""] * 9]
    for found in report.findings:
        yield _finding(found, lang)
    for question in report.unchecked:
        yield _question(question, lang)
    for one in report.broken:
        yield [_KINDS["broken"].text(lang), "", one.subject, one.text(lang), *[""] * 9]


def _finding(found: Finding, lang: str) -> list[str]:
    waived = "" if found.waived is None else found.waived.text(lang)
    return [
        _KINDS["finding" if found.waived is None else "waived"].text(lang),
        MARKS[found.severity].text(lang),
        found.rule,
        found.message.text(lang),
        *_place(found.location),
        found.expected or "",
        found.found or "",
        waived,
        found.fingerprint,
    ]


def _question(question: UncheckedRule, lang: str) -> list[str]:
    kind, reason = _KINDS["unchecked"].text(lang), question.reason.text(lang)
    return [kind, "", question.rule, reason, *_place(question.location), "", "", "", ""]


def _place(place: Location) -> list[str]:
    paragraph = "" if place.paragraph is None else str(place.paragraph)
    return [place.section or "", place.row or "", place.column or "", paragraph, place.text]


def _safe(cell: str) -> str:
    text = visible(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
