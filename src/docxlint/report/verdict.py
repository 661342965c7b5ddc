"""What comes of a document, and of a run, in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.report.visible_text import visible

_UNREADABLE = Message(zh="无法读取：{why}", en="not read: {why}")
_UNJUDGED_FILE = Message(zh="没有检查：{why}", en="not checked: {why}")
_CLEAN = Message(zh="没有发现问题", en="nothing found")
_CLEAN_AS_FAR = Message(
    zh="已判断的规则没有发现问题", en="nothing found by the rules that could be judged"
)
_COUNTS = (
    (Severity.ERROR, Message(zh="错误 {n} 处", en="errors: {n}")),
    (Severity.WARNING, Message(zh="警告 {n} 处", en="warnings: {n}")),
    (Severity.INFO, Message(zh="提示 {n} 处", en="infos: {n}")),
)
_OPEN = Message(zh="未能判断 {n} 项", en="not judged: {n}")
_EXPLAINED = Message(zh="另有 {n} 项因上述问题未能判断", en="not judged because of the above: {n}")
_WAIVED = Message(zh="已豁免 {n} 处", en="waived: {n}")
_BROKEN = Message(zh="规则自身出错 {n} 条", en="rules at fault: {n}")
AT_FAULT = Message(zh="规则自身出错，与文档无关", en="rule at fault, not the document")
_PACKS = Message(zh="规则包 {packs}", en="rules {packs}")
_YEAR = Message(zh="，{year} 年度", en=", report year {year}")
_LIST = Message(zh="、", en=", ")
_COMMA = Message(zh="，", en=", ")
_SEMICOLON = Message(zh="；", en="; ")
_COLON = Message(zh="：", en="; ")
_TOTAL = Message(zh="共 {n} 份文档", en="documents: {n}")
_TOTAL_UNREAD = Message(zh="{n} 份无法读取", en="not read: {n}")
_TOTAL_NO_PACK = Message(zh="{n} 份没有适用的规则包", en="no rules apply: {n}")


def verdict(report: Report, lang: str) -> str:
    """What comes of one document."""
    if report.error is not None:
        message = _UNREADABLE if report.status == "unreadable" else _UNJUDGED_FILE
        return message(why=visible(report.error.text(lang))).text(lang)
    explained = sum(question.explained for question in report.unchecked)
    unexplained = len(report.unchecked) - explained
    said = list(_counts(Counter(f.severity for f in report.active), lang))
    if not said:
        said = [(_CLEAN_AS_FAR if report.unchecked or report.broken else _CLEAN).text(lang)]
    if report.waived_count:
        said.append(_WAIVED(n=report.waived_count).text(lang))
    text = _COMMA.text(lang).join(said)
    open_ = (_BROKEN, len(report.broken)), (_OPEN, unexplained), (_EXPLAINED, explained)
    for message, count in open_:
        if count:
            text += _SEMICOLON.text(lang) + message(n=count).text(lang)
    return text


def judged_by(report: Report, lang: str) -> str:
    """By which packs, and for which year; "" where there is no pack."""
    if not report.packs:
        return ""
    packs = [visible(f"{one.name} {one.version}") for one in report.packs]
    named = _PACKS(packs=_LIST.text(lang).join(packs))
    year = "" if report.year is None else _YEAR(year=report.year).text(lang)
    return f"{named.text(lang)}{year}"


class Tally:
    """Totals of a run, document by document."""

    def __init__(self) -> None:
        self.documents = 0
        self.severities: Counter[Severity] = Counter()
        self._others: Counter[Message] = Counter()
        self._checked = False
        self._complete = True

    def add(self, report: Report) -> None:
        """Count one document."""
        self.documents += 1
        self.severities.update(finding.severity for finding in report.active)
        explained = sum(question.explained for question in report.unchecked)
        self._others.update(
            {
                _WAIVED: report.waived_count,
                _BROKEN: len(report.broken),
                _OPEN: len(report.unchecked) - explained,
                _EXPLAINED: explained,
                _TOTAL_UNREAD: int(report.status == "unreadable"),
                _TOTAL_NO_PACK: int(report.status == "no-pack"),
            }
        )
        self._checked |= report.status == "checked"
        self._complete &= not (report.unchecked or report.broken)

    def text(self, lang: str) -> str:
        """The totals in one line."""
        parts = list(_counts(self.severities, lang))
        if not parts and self._checked:
            parts = [(_CLEAN if self._complete else _CLEAN_AS_FAR).text(lang)]
        parts += [
            message(n=self._others[message]).text(lang)
            for message in _TOTALS
            if self._others[message]
        ]
        listed = _COMMA.text(lang).join(parts)
        return f"{_TOTAL(n=self.documents).text(lang)}{_COLON.text(lang)}{listed}"


_TOTALS = (_WAIVED, _BROKEN, _OPEN, _EXPLAINED, _TOTAL_UNREAD, _TOTAL_NO_PACK)


def _counts(severities: Mapping[Severity, int], lang: str) -> Iterator[str]:
    for severity, message in _COUNTS:
        if severities[severity]:
            yield message(n=severities[severity]).text(lang)
