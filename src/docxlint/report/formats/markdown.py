"""The report as Markdown (CommonMark, with GitHub's tables), for issues, mails and wikis."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docxlint.core.message import Message
from docxlint.report.build_tree import RULES, document_node, entry_lines, rule_text
from docxlint.report.format import Format
from docxlint.report.report import Report
from docxlint.report.tree import DocumentNode, Entry, Line, Role
from docxlint.report.verdict import PROGRAM_FAULT, Tally

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
        node = document_node(report)
        self._rows.append(f"| {_plain(node.path)} | {_plain(node.verdict.text(self.lang))} |")
        self._documents.append("".join(f"{line}\n" for line in _document(node, self.lang)))
        return ""

    def end(self) -> str:
        """The totals, a table of the documents where there are several, and each document."""
        lines = [f"# {_TITLE.text(self.lang)}", "", _plain(self._tally.message().text(self.lang))]
        if len(self._rows) > 1:
            head = f"| {_DOCUMENT.text(self.lang)} | {_VERDICT.text(self.lang)} |"
            lines += ["", head, "| --- | --- |", *self._rows]
        return "\n".join(lines) + "\n" + "".join(self._documents)


def _document(node: DocumentNode, lang: str) -> Iterator[str]:
    yield from ("", f"## {_plain(node.path)}", "", f"**{_plain(node.verdict.text(lang))}**")
    if node.checked_with is not None:
        yield from ("", _plain(node.checked_with.text(lang)))
    for section in node.sections:
        entries = [each for each in section.entries if each.covered is not True]
        if entries:
            yield from ("", f"### {_plain(section.heading.text(lang))}", "")
            yield from (_entry(entry, lang) for entry in entries)
    for group in node.unchecked:
        yield from ("", f"### {_plain(group.title.text(lang))}", "")
        for reason in group.reasons:
            rules = " ".join(map(_code, reason.rules))
            yield f"- {_plain(reason.text.text(lang))} {rules}"
            yield from (f"  - {_plain(place.text(lang))}" for place in reason.places)
    if node.broken:
        yield from ("", f"### {_plain(PROGRAM_FAULT.text(lang))}", "")
        yield from (f"- {_plain(fault.text(lang))}" for fault in node.broken)
    if node.rules:
        yield from ("", f"### {_plain(RULES.text(lang))}", "")
        for rule in node.rules:
            yield f"- {_code(rule.name)} {_plain(rule_text(rule).text(lang))}"


def _entry(entry: Entry, lang: str) -> str:
    lines = filter(None, (_line(line, lang) for line in entry_lines(entry)))
    # A backslash at the end breaks the line.
    return f"- **{entry.label.text(lang)}** " + "\\\n  ".join(lines)


def _line(line: Line, lang: str) -> str:
    return "".join(_span(span.role, span.text.text(lang)) for span in line.spans).lstrip()


def _span(role: Role, text: str) -> str:
    if role == "rule":
        return _code(text)
    return text if text.isspace() else _plain(text)


def _code(name: str) -> str:
    return _plain(name) if "`" in name else f"`{name}`"


def _plain(text: str) -> str:
    """`text`, made visible before, without any markup."""
    text = _NUMBER.sub(r"\1\\\2", _ACTIVE.sub(r"\\\g<0>", text.lstrip()))
    # GitHub looks for mentions and issues in what comes out: only a cut keeps it from finding any.
    return _MENTION.sub(r"\g<0><!-- -->", text)
