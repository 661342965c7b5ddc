"""The report for GitHub's workflows: one annotation command a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.core.finding import Finding, Severity, UncheckedRule
from docxlint.core.message import Message
from docxlint.report.finding_text import WAIVED, message, told
from docxlint.report.format import Format
from docxlint.report.location_text import trail
from docxlint.report.report import Report
from docxlint.report.verdict import AT_FAULT, Tally
from docxlint.report.visible_text import path_text, visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_OPEN = Message(zh="未能判断", en="not judged")
_UNREAD = Message(zh="无法读取", en="not read")
_NO_PACK = Message(zh="没有检查", en="not checked")
_COLON = Message(zh="：", en=": ")


class GitHub(Format):
    """Workflow commands, then the totals.

    A Word document has no lines, so an annotation names the file and its message gives the place.
    """

    name = "github"
    help = Message(
        zh="GitHub 工作流的注解",
        en="annotations for GitHub workflows",
    )

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self._tally = Tally()

    def document(self, report: Report) -> str:
        """One command for each result of a document."""
        self._tally.add(report)
        return "".join(f"{line}\n" for line in _document(report, self.lang))

    def end(self) -> str:
        """The totals."""
        return self._tally.text(self.lang) + "\n"


def _document(report: Report, lang: str) -> Iterator[str]:
    path = path_text(report.path)
    if report.error is not None:
        title = _UNREAD if report.status == "unreadable" else _NO_PACK
        yield _command("error", path, title.text(lang), [visible(report.error.text(lang))])
    for found in report.findings:
        yield _finding(path, found, report, lang)
    for question in report.unchecked:
        yield _question(path, question, lang)
    for one in report.broken:
        said = visible(f"{one.subject}: {one.text(lang)}")
        yield _command("error", path, AT_FAULT.text(lang), [said])


def _finding(path: str, found: Finding, report: Report, lang: str) -> str:
    place = trail(found.location, lang)
    said = [f"{place}{_COLON.text(lang)}{message(found, lang)}", *told(found, report, lang)]
    if found.waived is not None:
        return _command("notice", path, f"{found.rule} ({WAIVED.text(lang)})", said)
    return _command(_LEVELS[found.severity], path, found.rule, said)


def _question(path: str, question: UncheckedRule, lang: str) -> str:
    level = "notice" if question.explained else "warning"
    place = trail(question.location, lang)
    said = f"{place}{_COLON.text(lang)}{visible(question.reason.text(lang))}"
    return _command(level, path, f"{question.rule} ({_OPEN.text(lang)})", [said])


def _command(level: str, path: str, title: str, said: Sequence[str]) -> str:
    return f"::{level} file={_property(path)},title={_property(title)}::{_data(said)}"


def _data(lines: Sequence[str]) -> str:
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
