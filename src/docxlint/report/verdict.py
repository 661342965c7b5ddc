"""The result of a document, and of a run, in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from docxlint.core.finding import PackId, Severity
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.report.visible_text import visible_message

CLEAN = Message(zh="没有发现问题", en="nothing found")
UNREADABLE = Message(zh="无法读取", en="not read")
NO_PACK = Message(zh="未检查", en="no rules apply")
UNCHECKED = Message(zh="无法核对", en="not checked")
PROGRAM_FAULT = Message(zh="检查程序出错（与文档无关）", en="fault of a rule, not of the document")

_UNREADABLE = Message(zh="无法读取：{why}", en="not read: {why}")
_NO_PACK = Message(zh="{why}", en="not checked: {why}")
_INCOMPLETE = Message(
    zh="能够核对的项目未发现问题", en="nothing found by the rules that could be checked"
)
_SEVERITIES = (
    (Severity.ERROR, Message(zh="错误{n}处", en="errors: {n}")),
    (Severity.WARNING, Message(zh="警告{n}处", en="warnings: {n}")),
    (Severity.INFO, Message(zh="提示{n}处", en="infos: {n}")),
)
_UNEXPLAINED = Message(zh="无法核对{n}项", en="not checked: {n}")
_EXPLAINED = Message(zh="另有{n}项因上述问题无法核对", en="not checked because of the above: {n}")
_WAIVED = Message(zh="已豁免{n}处", en="waived: {n}")
_BROKEN = Message(zh="检查程序出错{n}处", en="faults of rules: {n}")
_CHECKED_WITH = Message(zh="按{packs}检查", en="checked with {packs}")
_CHECKED_FOR_YEAR = Message(
    zh="按{packs}检查，报告年度{year}年", en="checked with {packs}, report year {year}"
)
_BOOK_MARK = Message(zh="《", en="“")
_TITLE_MARKS = Message(zh="“{title}”", en="{title}")
_LIST = Message(zh="、", en=", ")
_COMMA = Message(zh="，", en=", ")
_SEMICOLON = Message(zh="；", en="; ")
_TOTAL = Message(zh="共{n}份文档：{results}", en="documents: {n}; {results}")
_TOTAL_UNREADABLE = Message(zh="{n}份无法读取", en="not read: {n}")
_TOTAL_NO_PACK = Message(zh="{n}份未检查", en="no rules apply: {n}")


def verdict(report: Report) -> Message:
    """The result of one document."""
    if report.error is not None:
        message = _UNREADABLE if report.status == "unreadable" else _NO_PACK
        return message(why=visible_message(report.error))
    explained = sum(each.explained for each in report.unchecked)
    counts = list(_counts(Counter(finding.severity for finding in report.active)))
    if not counts:
        counts = [_INCOMPLETE if report.unchecked or report.broken else CLEAN]
    if report.waived_count:
        counts.append(_WAIVED(n=report.waived_count))
    gaps = (
        (_BROKEN, len(report.broken)),
        (_UNEXPLAINED, len(report.unchecked) - explained),
        (_EXPLAINED, explained),
    )
    parts = [message(n=count) for message, count in gaps if count]
    return _SEMICOLON.join([_COMMA.join(counts), *parts])


def checked_with(report: Report) -> Message | None:
    """The packs and the report year that a document was checked with; None without a pack."""
    if not report.packs:
        return None
    packs = _LIST.join(map(_pack_title, report.packs))
    if report.year is None:
        return _CHECKED_WITH(packs=packs)
    return _CHECKED_FOR_YEAR(packs=packs, year=report.year)


def _pack_title(pack: PackId) -> Message:
    """The title of a pack, in quotation marks unless it has its own; else name and version."""
    title = visible_message(pack.title or Message.same(f"{pack.name} {pack.version}"))
    return Message(
        zh=title.zh if _BOOK_MARK.zh in title.zh else _TITLE_MARKS(title=title).zh,
        en=_TITLE_MARKS(title=title).en,
    )


class Tally:
    """Totals of a run, counted document by document."""

    def __init__(self) -> None:
        self.documents = 0
        self._severities: Counter[Severity] = Counter()
        self._others: Counter[Message] = Counter()
        self._any_checked = False
        self._complete = True

    def add(self, report: Report) -> None:
        """Count one document."""
        self.documents += 1
        self._severities.update(finding.severity for finding in report.active)
        explained = sum(each.explained for each in report.unchecked)
        self._others.update(
            {
                _WAIVED: report.waived_count,
                _BROKEN: len(report.broken),
                _UNEXPLAINED: len(report.unchecked) - explained,
                _EXPLAINED: explained,
                _TOTAL_UNREADABLE: int(report.status == "unreadable"),
                _TOTAL_NO_PACK: int(report.status == "no-pack"),
            }
        )
        self._any_checked |= report.status == "checked"
        self._complete &= not (report.unchecked or report.broken)

    def message(self) -> Message:
        """The totals in one line."""
        parts = list(_counts(self._severities))
        if not parts and self._any_checked:
            parts = [CLEAN if self._complete else _INCOMPLETE]
        parts += [message(n=count) for message, count in self._others.items() if count]
        return _TOTAL(n=self.documents, results=_COMMA.join(parts))


def _counts(severities: Mapping[Severity, int]) -> Iterator[Message]:
    for severity, message in _SEVERITIES:
        if severities[severity]:
            yield message(n=severities[severity])
