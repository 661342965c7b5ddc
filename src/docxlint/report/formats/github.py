"""The report for GitHub workflows: one annotation command for each result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docxlint.core.finding import Finding, Severity
from docxlint.core.message import Message
from docxlint.report.finding_text import WAIVED, all_lines, place_and_message, texts
from docxlint.report.format import Format
from docxlint.report.report import Report
from docxlint.report.verdict import NO_PACK, PROGRAM_FAULT, UNCHECKED, UNREADABLE, Tally
from docxlint.report.visible_text import path_text, visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


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
        return self._tally.message().text(self.lang) + "\n"


def _document(report: Report, lang: str) -> Iterator[str]:
    path = path_text(report.path)
    if report.error is not None:
        status = UNREADABLE if report.status == "unreadable" else NO_PACK
        yield _command("error", path, status.text(lang), [visible(report.error.text(lang))])
    for finding in report.findings:
        yield _finding(path, finding, report, lang)
    for rule in report.unchecked:
        text = place_and_message(rule.location, rule.reason).text(lang)
        title = f"{rule.rule} ({UNCHECKED.text(lang)})"
        yield _command("notice" if rule.explained else "warning", path, title, [text])
    for fault in report.broken:
        text = visible(f"{fault.subject}: {fault.text(lang)}")
        yield _command("error", path, PROGRAM_FAULT.text(lang), [text])


def _finding(path: str, finding: Finding, report: Report, lang: str) -> str:
    head = place_and_message(finding.location, finding.message).text(lang)
    lines = [head, *texts(all_lines(finding, report), lang)]
    if finding.waived is not None:
        return _command("notice", path, f"{finding.rule} ({WAIVED.text(lang)})", lines)
    return _command(_LEVELS[finding.severity], path, finding.rule, lines)


def _command(level: str, path: str, title: str, lines: Sequence[str]) -> str:
    return f"::{level} file={_property(path)},title={_property(title)}::{_data(lines)}"


def _data(lines: Sequence[str]) -> str:
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return visible(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
