"""The report for a person: document by document, section by section, in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from docxlint.finding import Finding, Phrase, Report, Severity, Suspect
from docxlint.model import Location
from docxlint.report.trail import section, several, trail, within_section
from docxlint.report.unjudged import unjudged
from docxlint.report.visible import path_text, visible

MARKS = {
    Severity.ERROR: Phrase(zh="错误", en="error"),
    Severity.WARNING: Phrase(zh="警告", en="warning"),
    Severity.INFO: Phrase(zh="提示", en="info"),
}

_PACKS = Phrase(zh="规则包 {packs}", en="rules {packs}")
_YEAR = Phrase(zh="，{year} 年度", en=", report year {year}")
_UNREADABLE = Phrase(zh="无法读取：{why}", en="not read: {why}")
_UNJUDGED_FILE = Phrase(zh="没有检查：{why}", en="not checked: {why}")
_CLEAN = Phrase(zh="没有发现问题", en="nothing found")
_CLEAN_AS_FAR = Phrase(
    zh="已判断的规则没有发现问题", en="nothing found by the rules that could be judged"
)
_COUNTS = (
    (Severity.ERROR, Phrase(zh="错误 {n} 处", en="errors: {n}")),
    (Severity.WARNING, Phrase(zh="警告 {n} 处", en="warnings: {n}")),
    (Severity.INFO, Phrase(zh="提示 {n} 处", en="infos: {n}")),
)
_OPEN = Phrase(zh="未能判断 {n} 项", en="not judged: {n}")
_EXPLAINED = Phrase(zh="另有 {n} 项因上述问题未能判断", en="not judged because of the above: {n}")
_WAIVED = Phrase(zh="已豁免 {n} 处", en="waived: {n}")
_WAIVED_MARK = Phrase(zh="豁免", en="waived")
_WAIVED_FOR = Phrase(zh="已豁免（{weight}）：{reason}", en="waived ({weight}): {reason}")
_LIST = Phrase(zh="、", en=", ")
_COMMA = Phrase(zh="，", en=", ")
_SEMICOLON = Phrase(zh="；", en="; ")
_EXPECTED = Phrase(zh="应为：{text}", en="expected: {text}")
_FOUND = Phrase(zh="实为：{text}", en="found:    {text}")
_NOTHING = Phrase(zh="（空白）", en="(blank)")
_RELATED = Phrase(zh="参见：{places}", en="see also: {places}")
_SUSPECT = Phrase(
    zh="或许：{place} 应为 {expected}，现为 {found}",
    en="perhaps:  {place} should be {expected}, is {found}",
)
_FIX = Phrase(zh="改为：{text}", en="fix:      {text}")
_CUT = Phrase(zh="删去：{text}", en="delete:   {text}")
_TOTAL = Phrase(zh="共 {n} 份文档", en="documents: {n}")
_TOTAL_UNREAD = Phrase(zh="{n} 份无法读取", en="not read: {n}")
_TOTAL_NO_PACK = Phrase(zh="{n} 份没有适用的规则包", en="no rules apply: {n}")


def render(reports: Sequence[Report], lang: str) -> str:
    """`reports` as text in `lang`, ending in a line break.

    Whatever comes from a document, a path or a pack is made visible; all line breaks are ours.
    """
    lines: list[str] = []
    for report in reports:
        lines += _document(report, lang)
        lines.append("")
    lines.append(_summary(reports, lang))
    return "\n".join(lines) + "\n"


def _document(report: Report, lang: str) -> Iterator[str]:
    yield visible(path_text(report.path))
    yield "  " + _verdict(report, lang)
    if report.packs:
        packs = [visible(f"{one.name} {one.version}") for one in report.packs]
        named = _PACKS(packs=_LIST.said(lang).join(packs))
        year = "" if report.year is None else _YEAR(year=report.year).said(lang)
        yield f"  {named.said(lang)}{year}"
    for _, group in groupby(report.findings, key=lambda found: found.location.section):
        findings = list(group)
        yield ""
        yield "  " + section(findings[0].location, lang)
        for (message, *details), alike in groupby(findings, key=lambda f: _said(f, lang)):
            yield from _findings(list(alike), message, details, lang)
    yield from unjudged(report.unchecked, lang)


def _verdict(report: Report, lang: str) -> str:
    if report.error is not None:
        phrase = _UNREADABLE if report.status == "unreadable" else _UNJUDGED_FILE
        return phrase(why=visible(report.error.said(lang))).said(lang)
    explained = sum(question.explained for question in report.unchecked)
    unexplained = len(report.unchecked) - explained
    said = list(_counts([report], lang))
    if not said:
        said = [(_CLEAN_AS_FAR if report.unchecked else _CLEAN).said(lang)]
    if report.waived:
        said.append(_WAIVED(n=report.waived).said(lang))
    text = _COMMA.said(lang).join(said)
    for phrase, count in ((_OPEN, unexplained), (_EXPLAINED, explained)):
        if count:
            text += _SEMICOLON.said(lang) + phrase(n=count).said(lang)
    return text


def _counts(reports: Iterable[Report], lang: str) -> Iterator[str]:
    reports = list(reports)
    for severity, phrase in _COUNTS:
        count = sum(report.count(severity) for report in reports)
        if count:
            yield phrase(n=count).said(lang)


def _findings(
    alike: Sequence[Finding], message: str, details: Sequence[str], lang: str
) -> Iterator[str]:
    """Findings of which all but the place is the same: every place, then what is wrong there."""
    counts = alike[0].waived is None
    mark = (MARKS[alike[0].severity] if counts else _WAIVED_MARK).said(lang)
    width = 7 if lang == "en" else 4
    blank = " " * (width + 6)
    places = (within_section(found.location, lang) for found in alike)
    lines = [*filter(None, places), message, *details]
    mark += " " * (width - len(mark)) if lang == "en" else ""
    yield f"    {mark}  {lines[0]}"
    for line in lines[1:]:
        yield blank + line


def _said(found: Finding, lang: str) -> tuple[str, ...]:
    """The message of `found`, then what it does not say already, line by line."""
    message = visible(found.message.said(lang))
    details = [f"{message}  [{visible(found.rule)}]"]
    if _is_news(found.expected, message):
        details.append(_EXPECTED(text=visible(str(found.expected))).said(lang))
    if _is_news(found.found, message):
        details.append(_FOUND(text=visible(str(found.found))).said(lang))
    details += [_suspect(suspect, lang) for suspect in found.suspects]
    if found.fix is not None and found.expected is None:
        phrase, words = _FIX, found.fix.text
        if not words:
            phrase, words = _CUT, found.fix.location.text
        details.append(phrase(text=_shown(words, lang)).said(lang))
    elsewhere = [place for place in found.related if not _beside(place, found.location)]
    if elsewhere:
        places = several((trail(place, lang, found.location) for place in elsewhere), lang)
        details.append(_RELATED(places=places).said(lang))
    if found.waived is not None:
        weight, reason = MARKS[found.severity], visible(found.waived.said(lang))
        details.append(_WAIVED_FOR(weight=weight, reason=reason).said(lang))
    return tuple(details)


def _beside(place: Location, origin: Location) -> bool:
    """Whether whoever looks at `origin` looks at `place` already: both are in one paragraph."""
    return (
        place.paragraph is not None
        and place.paragraph == origin.paragraph
        and place.part == origin.part
    )


def _is_news(text: str | None, message: str) -> bool:
    """Whether `text` is something to show, and not a word or a number of the message."""
    if text is None or not text.strip():
        return False
    edges = (
        r"(?<![0-9.])" if text[0].isdigit() else "",
        r"(?!\.?[0-9])" if text[-1].isdigit() else "",
    )
    return re.search(edges[0] + re.escape(visible(text)) + edges[1], message) is None


def _suspect(suspect: Suspect, lang: str) -> str:
    labels = [visible(label) for label in (suspect.row, suspect.column) if label]
    return _SUSPECT(
        place=" > ".join(labels),
        expected=_shown(suspect.expected, lang),
        found=_shown(suspect.found, lang),
    ).said(lang)


def _shown(text: str, lang: str) -> str:
    return visible(text) if text.strip() else _NOTHING.said(lang)


def _summary(reports: Sequence[Report], lang: str) -> str:
    said = list(_counts(reports, lang))
    if not said and any(report.status == "checked" for report in reports):
        open_ = any(report.unchecked for report in reports)
        said = [(_CLEAN_AS_FAR if open_ else _CLEAN).said(lang)]
    explained = sum(q.explained for report in reports for q in report.unchecked)
    counted = (
        (_WAIVED, sum(report.waived for report in reports)),
        (_OPEN, sum(len(report.unchecked) for report in reports) - explained),
        (_EXPLAINED, explained),
        (_TOTAL_UNREAD, sum(report.status == "unreadable" for report in reports)),
        (_TOTAL_NO_PACK, sum(report.status == "no-pack" for report in reports)),
    )
    said += [phrase(n=count).said(lang) for phrase, count in counted if count]
    colon = "：" if lang == "zh" else "; "
    return f"{_TOTAL(n=len(reports)).said(lang)}{colon}{_COMMA.said(lang).join(said)}"
