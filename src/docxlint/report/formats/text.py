"""The report for a person: document by document, section by section, in plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, TypeAlias

from docxlint.core.message import Message
from docxlint.report.finding_text import JUDGEMENT, SUMS, Alike, Judged, alike, mark, others
from docxlint.report.format import Format
from docxlint.report.location_text import section, within_section
from docxlint.report.report import Report
from docxlint.report.unchecked_text import unjudged
from docxlint.report.verdict import AT_FAULT, Tally, judged_by, verdict
from docxlint.report.visible_text import path_text, visible

Detail: TypeAlias = Literal["quiet", "usual", "verbose"]

_PASSED = Message(zh="通过的规则 {n} 条：{rules}", en="Rules that passed: {n}: {rules}")
_IDLE = Message(zh="不适用的规则 {n} 条", en="Rules that do not apply: {n}")
_COLON = Message(zh="：", en=": ")


class Text(Format):
    """Plain text: one block a document, one part a section, then the totals.

    `detail` "quiet" gives one line a document; "verbose" adds the rules that passed or do not
    apply. Text from a document, a path or a pack is made visible and has no line breaks.
    """

    name = "text"
    help = Message(
        zh="终端阅读；--quiet 每份文档一行，--verbose 还列出通过和不适用的规则",
        en="for a terminal; one line a document with --quiet, more rules with --verbose",
    )

    def __init__(self, lang: str, detail: Detail = "usual") -> None:
        super().__init__(lang)
        self._detail = detail
        self._tally = Tally()

    def document(self, report: Report) -> str:
        """The results of one document."""
        self._tally.add(report)
        if self._detail == "quiet":
            path = visible(path_text(report.path))
            return f"{path}{_COLON.text(self.lang)}{verdict(report, self.lang)}\n"
        lines = list(_document(report, self.lang))
        if self._detail == "verbose":
            lines += _others(report, self.lang)
        return "\n".join([*lines, "", ""])

    def end(self) -> str:
        """The totals; none for a single document where one line a document is wanted."""
        if self._detail == "quiet" and self._tally.documents == 1:
            return ""
        return self._tally.text(self.lang) + "\n"


def _document(report: Report, lang: str) -> Iterator[str]:
    yield visible(path_text(report.path))
    yield "  " + verdict(report, lang)
    if report.packs:
        yield "  " + judged_by(report, lang)
    for _, group in groupby(alike(report, lang), key=lambda one: one.findings[0].location.section):
        told = list(group)
        yield ""
        yield "  " + section(told[0].findings[0].location, lang)
        for one in told:
            for judged in one.judged:
                yield from _judged(judged, lang)
            if not one.swept:
                yield from _findings(one, lang)
    yield from unjudged(report.unchecked, lang)
    if report.broken:
        yield ""
        yield f"  {AT_FAULT.text(lang)}"
        for fault in report.broken:
            yield f"    {visible(f'{fault.subject}: {fault.text(lang)}')}"


def _judged(one: Judged, lang: str) -> Iterator[str]:
    """What several findings come from, before the first of them; then what would do instead."""
    said = visible(one.root.message.text(lang))
    if one.swept:
        rules = Counter(found.rule for found in one.swept)
        sums = " ".join(f"[{visible(rule)}]×{count}" for rule, count in rules.items())
        lines = [said, SUMS(sums=sums).text(lang), *others(one.root, lang)]
        yield from _entry(mark(one.swept[0], lang), lines, lang)
    else:
        yield from _entry(JUDGEMENT.text(lang), [said, *others(one.root, lang)], lang)


def _findings(told: Alike, lang: str) -> Iterator[str]:
    """Findings that are alike: every place, then what is wrong there."""
    first = told.findings[0]
    places = (within_section(found.location, lang) for found in told.findings)
    said = f"{told.message}  [{visible(first.rule)}]"
    yield from _entry(mark(first, lang), [*filter(None, places), said, *told.details], lang)


def _entry(head: str, lines: Sequence[str], lang: str) -> Iterator[str]:
    """`lines`, at least one, beside a word at the margin: two characters in Chinese, which are
    four columns wide, or up to seven letters in English.
    """
    width = 7 if lang == "en" else 4
    first, *rest = lines
    yield f"    {head.ljust(7) if lang == 'en' else head}  {first}"
    for line in rest:
        yield " " * (width + 6) + line


def _others(report: Report, lang: str) -> Iterator[str]:
    """The rules of which nothing is said otherwise."""
    if report.passed:
        rules = ", ".join(map(visible, report.passed))
        yield ""
        yield f"  {_PASSED(n=len(report.passed), rules=rules).text(lang)}"
    if report.not_applicable:
        yield ""
        yield f"  {_IDLE(n=len({one.rule for one in report.not_applicable})).text(lang)}"
        for one in report.not_applicable:
            yield f"    {visible(one.reason.text(lang))}  [{visible(one.rule)}]"
