"""The report as Markdown (CommonMark, with GitHub's tables), for issues, mails and wikis."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from docxlint.core.message import Message
from docxlint.report.finding_text import JUDGEMENT, SUMS, Alike, Judged, alike, mark, others
from docxlint.report.format import Format
from docxlint.report.location_text import section, within_section
from docxlint.report.report import Report
from docxlint.report.unchecked_text import reasons
from docxlint.report.verdict import AT_FAULT, Tally, judged_by, verdict
from docxlint.report.visible_text import path_text, visible

_TITLE = Message(zh="检查结果", en="What was found")
_DOCUMENT = Message(zh="文档", en="document")
_VERDICT = Message(zh="结论", en="verdict")

# What begins a construct of Markdown or HTML, a bare address or a mention, and what does so only
# where a line begins.
_ACTIVE = re.compile(r"[\\`*_{}\[\]<>|~&#$@]|(?<=www)\.|:(?=//)|^[-+=]", re.IGNORECASE)
_MENTION = re.compile(r"@|#(?=\d)")
_NUMBER = re.compile(r"^(\d{1,9})([.)])")


class Markdown(Format):
    """CommonMark with GitHub's tables. Only our own words are markup.

    The totals come first, so nothing is written before the last document.
    """

    name = "markdown"
    help = Message(
        zh="Markdown，贴到邮件、工单或 wiki",
        en="Markdown for issues, mails and wikis",
    )

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self._tally = Tally()
        self._rows: list[str] = []
        self._documents: list[str] = []

    def document(self, report: Report) -> str:
        """Nothing yet; the text of the document is kept."""
        self._tally.add(report)
        self._rows.append(f"| {_path(report)} | {_plain(verdict(report, self.lang))} |")
        self._documents.append("".join(f"{line}\n" for line in _document(report, self.lang)))
        return ""

    def end(self) -> str:
        """The totals, a table of the documents where there are several, and each document."""
        lines = [f"# {_TITLE.text(self.lang)}", "", _plain(self._tally.text(self.lang))]
        if len(self._rows) > 1:
            head = f"| {_DOCUMENT.text(self.lang)} | {_VERDICT.text(self.lang)} |"
            lines += ["", head, "| --- | --- |", *self._rows]
        return "\n".join(lines) + "\n" + "".join(self._documents)


def _document(report: Report, lang: str) -> Iterator[str]:
    yield from ("", f"## {_path(report)}", "", f"**{_plain(verdict(report, lang))}**")
    if report.packs:
        yield from ("", _plain(judged_by(report, lang)))
    for _, group in groupby(alike(report, lang), key=lambda one: one.findings[0].location.section):
        told = list(group)
        yield from ("", f"### {_plain(section(told[0].findings[0].location, lang))}", "")
        for one in told:
            yield from (_judged(judged, lang) for judged in one.judged)
            if not one.swept:
                yield _findings(one, lang)
    yield from _open(report, lang)


def _judged(one: Judged, lang: str) -> str:
    """What several findings come from; the sums of a line that is wrong are told with it."""
    said, *rest = map(_plain, (visible(one.root.message.text(lang)), *others(one.root, lang)))
    if not one.swept:
        return _item(JUDGEMENT.text(lang), [said, *rest])
    rules = Counter(found.rule for found in one.swept)
    sums = " ".join(f"{_code(visible(rule))}×{count}" for rule, count in rules.items())
    return _item(mark(one.swept[0], lang), [said, SUMS(sums=sums).text(lang), *rest])


def _findings(told: Alike, lang: str) -> str:
    first = told.findings[0]
    places = filter(None, (within_section(found.location, lang) for found in told.findings))
    said = f"{_plain(told.message)} {_code(visible(first.rule))}"
    lines = [*map(_plain, places), said, *map(_plain, told.details)]
    return _item(mark(first, lang), lines)


def _item(head: str, lines: Iterable[str]) -> str:
    # A backslash at the end breaks the line.
    broken = "\\\n  ".join(lines)
    return f"- **{head}** {broken}"


def _open(report: Report, lang: str) -> Iterator[str]:
    """What could not be judged, and the rules that broke."""
    for title, group in reasons(report.unchecked, lang):
        yield from ("", f"### {_plain(title)}", "")
        for reason in group:
            rules = " ".join(map(_code, reason.rules))
            yield f"- {_plain(reason.text)} {rules}"
            yield from (f"  - {_plain(place)}" for place in reason.places)
    if report.broken:
        yield from ("", f"### {_plain(AT_FAULT.text(lang))}", "")
    for one in report.broken:
        yield f"- {_plain(visible(f'{one.subject}: {one.text(lang)}'))}"


def _path(report: Report) -> str:
    return _plain(visible(path_text(report.path)))


def _code(name: str) -> str:
    return _plain(name) if "`" in name else f"`{name}`"


def _plain(text: str) -> str:
    """`text`, visible already, as words and nothing else."""
    text = _NUMBER.sub(r"\1\\\2", _ACTIVE.sub(r"\\\g<0>", text.lstrip()))
    # GitHub looks for mentions and issues in what comes out: only a cut keeps it from finding any.
    return _MENTION.sub(r"\g<0><!-- -->", text)
