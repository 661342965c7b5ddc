"""The report for a person: document by document, section by section, in plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, TypeAlias

from docxlint.finding import Diagnosis, Finding, Phrase, Report
from docxlint.report.told import details, mark, message, others, untold
from docxlint.report.trail import section, within_section
from docxlint.report.unjudged import unjudged
from docxlint.report.verdict import AT_FAULT, judged_by, summary, verdict
from docxlint.report.visible import path_text, visible

Detail: TypeAlias = Literal["quiet", "usual", "verbose"]

_PASSED = Phrase(zh="通过的规则 {n} 条：{rules}", en="Rules that passed: {n}: {rules}")
_IDLE = Phrase(zh="不适用的规则 {n} 条", en="Rules that do not apply: {n}")
# Where a whole line of figures is wrong, its sums are not told one by one.
_LINES = ("shifted", "line")
_JUDGEMENT = Phrase(zh="判断", en="judged")
_ABOVE = Phrase(zh="（见上面的判断）", en=" (see what is judged above)")
_SUMS = Phrase(zh="不成立的勾稽：", en="sums that fail: ")
_COLON = Phrase(zh="：", en=": ")


def render(reports: Sequence[Report], lang: str, detail: Detail = "usual") -> str:
    """`reports` as text in `lang`, ending in a line break: with "quiet" one line a document, with
    "verbose" also which rules passed and which did not apply.

    Whatever comes from a document, a path or a pack is made visible; all line breaks are ours.
    """
    lines: list[str] = []
    for report in reports:
        if detail == "quiet":
            path = visible(path_text(report.path))
            lines.append(f"{path}{_COLON.said(lang)}{verdict(report, lang)}")
            continue
        lines += _document(report, lang)
        if detail == "verbose":
            lines += _others(report, lang)
        lines.append("")
    if detail != "quiet" or len(reports) > 1:
        lines.append(summary(reports, lang))
    return "\n".join(lines) + "\n"


def _document(report: Report, lang: str) -> Iterator[str]:
    yield visible(path_text(report.path))
    yield "  " + verdict(report, lang)
    if report.packs:
        yield "  " + judged_by(report, lang)
    waiting = list(report.diagnoses)
    for _, group in groupby(report.findings, key=lambda found: found.location.section):
        findings = list(group)
        yield ""
        yield "  " + section(findings[0].location, lang)
        for said, alike in groupby(findings, key=lambda f: _said(f, report, lang)):
            same = list(alike)
            for told in [d for d in waiting if any(f.fingerprint in d.explains for f in same)]:
                waiting.remove(told)
                yield from _diagnosis(told, report, lang)
            if not _swept(same[0], report):
                yield from _findings(same, said, lang)
    yield from unjudged(report.unchecked, lang)
    if report.broken:
        yield ""
        yield f"  {AT_FAULT.said(lang)}"
        for one in report.broken:
            yield f"    {visible(f'{one.who}: {one.said(lang)}')}"


def _said(found: Finding, report: Report, lang: str) -> tuple[str, ...]:
    explained = any(found.fingerprint in told.explains for told in report.diagnoses)
    said = message(found, lang) + (_ABOVE.said(lang) if explained else "")
    return f"{said}  [{visible(found.rule)}]", *details(untold(found, report), lang)


def _swept(found: Finding, report: Report) -> bool:
    """Whether a whole line of figures is what is wrong: its sums are told by it, once."""
    return any(
        told.kind in _LINES and found.fingerprint in told.explains for told in report.diagnoses
    )


def _diagnosis(told: Diagnosis, report: Report, lang: str) -> Iterator[str]:
    """What several findings come from, before the first of them; then what would do instead."""
    said = visible(told.message.said(lang))
    if told.kind in _LINES:
        explained = [found for found in report.findings if found.fingerprint in told.explains]
        rules = Counter(found.rule for found in explained)
        sums = " ".join(f"[{visible(rule)}]×{count}" for rule, count in rules.items())
        head = mark(explained[0], lang)
        yield from _entry(head, [said, _SUMS.said(lang) + sums, *others(told, lang)], lang)
    else:
        yield from _entry(_JUDGEMENT.said(lang), [said, *others(told, lang)], lang)


def _findings(alike: Sequence[Finding], said: Sequence[str], lang: str) -> Iterator[str]:
    """Findings of which all but the place is the same: every place, then what is wrong there."""
    places = (within_section(found.location, lang) for found in alike)
    yield from _entry(mark(alike[0], lang), [*filter(None, places), *said], lang)


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
        yield f"  {_PASSED(n=len(report.passed), rules=rules).said(lang)}"
    if report.idle:
        yield ""
        yield f"  {_IDLE(n=len({one.rule for one in report.idle})).said(lang)}"
        for one in report.idle:
            yield f"    {visible(one.reason.said(lang))}  [{visible(one.rule)}]"
