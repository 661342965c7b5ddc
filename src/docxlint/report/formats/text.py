"""The report for a person: document by document, section by section, in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias

from docxlint.core.message import Message
from docxlint.report.build_tree import RULES, document_node, entry_lines, rule_text
from docxlint.report.finding_text import COLON
from docxlint.report.format import Format
from docxlint.report.report import Report
from docxlint.report.text_line import TextLine, TextSpan
from docxlint.report.tree import DocumentNode, Entry, Line, UncheckedGroup
from docxlint.report.verdict import PROGRAM_FAULT, Tally

Detail: TypeAlias = Literal["quiet", "usual", "verbose"]

_MARGIN: Final = {"zh": 4, "en": 7}  # columns of the label before an entry
_PASSED = Message(zh="通过的规则{n}条：{rules}", en="Rules that passed: {n}: {rules}")
_NOT_APPLICABLE = Message(zh="不适用的规则{n}条", en="Rules that do not apply: {n}")


class Text(Format):
    """Plain text: one block a document, one part a section, then the totals.

    `detail` "quiet" gives one line a document; "verbose" adds what was read, and the rules that
    passed or do not apply.
    """

    name = "text"
    help = Message(
        zh="终端阅读；--quiet 每份文档一行，--verbose 还列出检查了多少、通过和不适用的规则",
        en="for a terminal; one line a document with --quiet, what was read with --verbose",
    )

    def __init__(self, lang: str, detail: Detail = "usual") -> None:
        super().__init__(lang)
        self._detail = detail
        self._tally = Tally()

    def document(self, report: Report) -> str:
        """The results of one document."""
        self._tally.add(report)
        node = document_node(report)
        if self._detail == "quiet":
            line = f"{node.path}{self._text(COLON)}{self._text(node.verdict)}"
            return self.draw([TextLine((TextSpan(line),))])
        lines = [*self._document(node), *(self._others(node) if self._detail == "verbose" else ())]
        return self.draw([*lines, TextLine()])

    def end(self) -> str:
        """The totals; none for a single document where one line a document is wanted."""
        if self._detail == "quiet" and self._tally.documents == 1:
            return ""
        return self.draw([TextLine((TextSpan(self._text(self._tally.message())),))])

    def draw(self, lines: Iterable[TextLine]) -> str:
        """The text of `lines`; a console draws them in its width and in colour."""
        return "".join(f"{line.text()}\n" for line in lines)

    def _document(self, node: DocumentNode) -> Iterator[TextLine]:
        yield TextLine((TextSpan(node.path, "path"),))
        yield self._line(2, node.verdict)
        if node.checked_with is not None:
            yield self._line(2, node.checked_with)
        for section in node.sections:
            entries = [each for each in section.entries if not _is_covered(each)]
            if entries:
                yield TextLine()
                yield self._line(2, section.heading, "heading")
                for entry in entries:
                    yield from self._entry(entry)
        for group in node.unchecked:
            yield from self._unchecked(group)
        if node.broken:
            yield TextLine()
            yield self._line(2, PROGRAM_FAULT, "heading")
            yield from (self._line(4, fault) for fault in node.broken)
        if node.rules:
            yield TextLine()
            yield self._line(2, RULES, "heading")
            for rule in node.rules:
                name, title = f"[{rule.name}]  ", TextSpan(self._text(rule_text(rule)))
                yield TextLine((TextSpan(name, "rule"), title), 4, hang=6)

    def _entry(self, entry: Entry) -> Iterator[TextLine]:
        """The lines of an entry beside its label; a long label has a line of its own."""
        label = TextSpan(self._text(entry.label), entry.weight or "cause")
        margin = _MARGIN[self.lang]
        indent = 4 + margin + 2
        lines = [TextLine(self._spans(line), indent) for line in entry_lines(entry)]
        lines = [line for line in lines if line.spans]
        if label.width() <= margin:
            gap = TextSpan(" " * (indent - 4 - label.width()))
            lines[0] = TextLine((label, gap, *lines[0].spans), 4, hang=indent)
        else:
            yield TextLine((label,), 4)
        yield from lines

    def _unchecked(self, group: UncheckedGroup) -> Iterator[TextLine]:
        yield TextLine()
        yield self._line(2, group.title, "heading")
        for reason in group.reasons:
            rules = f"  [{', '.join(reason.rules)}]"
            spans = (TextSpan(self._text(reason.text)), TextSpan(rules, "rule"))
            yield TextLine(spans, 4)
            yield from (self._line(6, place) for place in reason.places)

    def _others(self, node: DocumentNode) -> Iterator[TextLine]:
        """What was read and what was not, and the rules without a result of their own."""
        if node.coverage is not None:
            yield TextLine()
            yield self._line(2, node.coverage.read)
            yield from (self._line(4, unread) for unread in node.coverage.unread)
        if node.passed:
            rules = ", ".join(node.passed)
            yield TextLine()
            yield self._line(2, _PASSED(n=len(node.passed), rules=rules))
        if node.not_applicable:
            yield TextLine()
            yield self._line(2, _NOT_APPLICABLE(n=len({e.rule for e in node.not_applicable})))
            for each in node.not_applicable:
                rule = TextSpan(f"  [{each.rule}]", "rule")
                yield TextLine((TextSpan(self._text(each.reason)), rule), 4)

    def _line(self, indent: int, text: Message, style: str = "") -> TextLine:
        return TextLine((TextSpan(self._text(text), style),), indent)

    def _spans(self, line: Line) -> tuple[TextSpan, ...]:
        spans = []
        for span in line.spans:
            text = self._text(span.text)
            if span.role == "rule":
                text = f"[{text}]"
            elif span.role == "gap":
                text = "  "
            if text:
                spans.append(TextSpan(text, span.role))
        return tuple(spans)

    def _text(self, message: Message) -> str:
        return message.text(self.lang)


def _is_covered(entry: Entry) -> bool:
    """Whether a likely cause reports a group of findings instead."""
    return entry.covered is True
