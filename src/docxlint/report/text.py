"""The report for a person: document by document, section by section, in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from docxlint.finding import Finding, Phrase, Report, Severity, Suspect
from docxlint.report.trail import section, trail, within_section
from docxlint.report.unjudged import unjudged
from docxlint.report.visible import path_text, visible

MARKS = {
    Severity.ERROR: Phrase(zh="错误", en="error"),
    Severity.WARNING: Phrase(zh="警告", en="warning"),
    Severity.INFO: Phrase(zh="提示", en="info"),
}

_PACK = Phrase(zh="规则包 {name} {version}", en="rules {name} {version}")
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
_EXPLAINED = Phrase(
    zh="另有 {n} 项因上述问题未能判断", en="not judged because of the above: {n}"
)
_COMMA = Phrase(zh="，", en=", ")
_SEMICOLON = Phrase(zh="；", en="; ")
_EXPECTED = Phrase(zh="应为：{text}", en="expected: {text}")
_FOUND = Phrase(zh="实为：{text}", en="found:    {text}")
_NOTHING = Phrase(zh="（空白）", en="(blank)")
_RELATED = Phrase(zh="参见：{place}", en="see also: {place}")
_SUSPECT = Phrase(
    zh="或许：{place} 应为 {expected}，现为 {found}",
    en="perhaps:  {place} should be {expected}, is {found}",
)
_FIX = Phrase(zh="改为：{text}", en="fix:      {text}")
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
    if report.pack is not None:
        named = _PACK(name=visible(report.pack.name), version=visible(report.pack.version))
        year = "" if report.year is None else _YEAR(year=report.year).said(lang)
        yield f"  {named.said(lang)}{year}"
    for _, group in groupby(report.findings, key=lambda found: found.location.section):
        findings = list(group)
        yield ""
        yield "  " + section(findings[0].location, lang)
        for found in findings:
            yield from _finding(found, lang)
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


def _finding(found: Finding, lang: str) -> Iterator[str]:
    mark = MARKS[found.severity].said(lang)
    if lang == "en":
        mark = mark.ljust(7)
    indent = "    " + " " * (len(mark) if lang == "en" else 2 * len(mark)) + "  "
    place = within_section(found.location, lang)
    message = f"{visible(found.message.said(lang))}  [{visible(found.rule)}]"
    if place:
        yield f"    {mark}  {place}"
        yield indent + message
    else:
        yield f"    {mark}  {message}"
    for detail in _details(found, lang):
        yield indent + detail


def _details(found: Finding, lang: str) -> Iterator[str]:
    if found.expected is not None:
        yield _EXPECTED(text=_shown(found.expected, lang)).said(lang)
    if found.found is not None:
        yield _FOUND(text=_shown(found.found, lang)).said(lang)
    for suspect in found.suspects:
        yield _suspect(suspect, lang)
    if found.fix is not None:
        yield _FIX(text=_shown(found.fix.text, lang)).said(lang)
    for place in found.related:
        yield _RELATED(place=trail(place, lang)).said(lang)


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
    said = list(_counts(reports, lang)) or [_CLEAN.said(lang)]
    explained = sum(q.explained for report in reports for q in report.unchecked)
    counted = (
        (_OPEN, sum(len(report.unchecked) for report in reports) - explained),
        (_EXPLAINED, explained),
        (_TOTAL_UNREAD, sum(report.status == "unreadable" for report in reports)),
        (_TOTAL_NO_PACK, sum(report.status == "no-pack" for report in reports)),
    )
    said += [phrase(n=count).said(lang) for phrase, count in counted if count]
    colon = "：" if lang == "zh" else "; "
    return f"{_TOTAL(n=len(reports)).said(lang)}{colon}{_COMMA.said(lang).join(said)}"
