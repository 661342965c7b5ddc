"""The report for a spreadsheet: CSV in UTF-8 with a byte-order mark, one row a finding.

What could not be judged, read, or given a pack has its row too, and so has a document of which
there is nothing to say: none passes unseen.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from docxlint.finding import Finding, Phrase, Report, Unchecked
from docxlint.model import Location
from docxlint.report.told import MARKS
from docxlint.report.verdict import AT_FAULT
from docxlint.report.visible import path_text, visible

_BOM: Final = "\ufeff"  # without it Excel takes the text for its own code page's
# What a spreadsheet would reckon with, in ASCII and in the full width that it takes for the same.
_FORMULA = tuple("=+-@＝＋－＠")

_KINDS = {
    "finding": Phrase(zh="问题", en="finding"),
    "waived": Phrase(zh="已豁免", en="waived"),
    "unchecked": Phrase(zh="未能判断", en="not judged"),
    "unreadable": Phrase(zh="无法读取", en="not read"),
    "broken": AT_FAULT,
    "clean": Phrase(zh="没有问题", en="nothing found"),
    "no-pack": Phrase(zh="没有检查", en="not checked"),
}
_HEAD = (
    Phrase(zh="文档", en="document"),
    Phrase(zh="类别", en="kind"),
    Phrase(zh="级别", en="severity"),
    Phrase(zh="规则", en="rule"),
    Phrase(zh="说明", en="message"),
    Phrase(zh="部分", en="section"),
    Phrase(zh="行", en="row"),
    Phrase(zh="列", en="column"),
    Phrase(zh="段", en="paragraph"),
    Phrase(zh="原文", en="text"),
    Phrase(zh="应为", en="expected"),
    Phrase(zh="实为", en="found"),
    Phrase(zh="豁免理由", en="why waived"),
    Phrase(zh="指纹", en="fingerprint"),
)


def render(reports: Sequence[Report], lang: str) -> str:
    """`reports` as CSV in `lang`, its lines ending as RFC 4180 has them; a cell that a
    spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO()
    out.write(_BOM)
    writer = csv.writer(out)
    writer.writerow(phrase.said(lang) for phrase in _HEAD)
    for report in reports:
        path = path_text(report.path)
        for row in list(_rows(report, lang)) or [[_KINDS["clean"].said(lang), *[""] * 12]]:
            writer.writerow(_safe(cell) for cell in (path, *row))
    return out.getvalue()


def _rows(report: Report, lang: str) -> Iterator[list[str]]:
    if report.error is not None:
        kind = _KINDS[report.status].said(lang)
        yield [kind, "", "", report.error.said(lang), *[""] * 9]
    for found in report.findings:
        yield _finding(found, lang)
    for question in report.unchecked:
        yield _question(question, lang)
    for one in report.broken:
        yield [_KINDS["broken"].said(lang), "", one.who, one.said(lang), *[""] * 9]


def _finding(found: Finding, lang: str) -> list[str]:
    waived = "" if found.waived is None else found.waived.said(lang)
    return [
        _KINDS["finding" if found.waived is None else "waived"].said(lang),
        MARKS[found.severity].said(lang),
        found.rule,
        found.message.said(lang),
        *_place(found.location),
        found.expected or "",
        found.found or "",
        waived,
        found.fingerprint,
    ]


def _question(question: Unchecked, lang: str) -> list[str]:
    kind, reason = _KINDS["unchecked"].said(lang), question.reason.said(lang)
    return [kind, "", question.rule, reason, *_place(question.location), "", "", "", ""]


def _place(place: Location) -> list[str]:
    paragraph = "" if place.paragraph is None else str(place.paragraph)
    return [place.section or "", place.row or "", place.column or "", paragraph, place.text]


def _safe(cell: str) -> str:
    text = visible(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
