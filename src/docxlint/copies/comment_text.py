"""The text of the comments that docxlint writes, and their author."""

from __future__ import annotations

from collections.abc import Iterator

from docxlint.core.finding import Finding
from docxlint.core.message import Message
from docxlint.report import finding_text
from docxlint.report.report import Report
from docxlint.report.visible_text import visible
from docxlint.word.edit.comments import Author

AUTHOR = Author("docxlint", "DL")
"""The author of comments and tracked changes. Packs ignore changes by this name."""

_HEAD = Message(zh="【{mark}】{title}", en="[{mark}] {title}")
_SOURCE = Message(zh="依据：{source}（规则 {rule}）", en="source: {source} (rule {rule})")
_RULE = Message(zh="规则 {rule}", en="rule {rule}")


def comment_lines(finding: Finding, report: Report, lang: str) -> Iterator[str]:
    """The lines of a comment in `lang`: severity and title of the rule, the message, the details.

    The details are those that the message does not give: the expected text, suspected figures,
    related places. The source of the rule comes last.
    """
    rule = visible(finding.rule)
    cited = next((each for each in report.cited_rules if each.name == finding.rule), None)
    title = visible(cited.title.text(lang)) if cited is not None else rule
    yield _HEAD(mark=finding_text.mark(finding), title=title).text(lang)
    yield visible(finding.message.text(lang))
    yield from finding_text.texts(finding_text.all_lines(finding, report), lang)
    if cited is not None:
        source = visible(cited.source)
        last = _SOURCE(source=source, rule=rule) if source else _RULE(rule=rule)
        yield last.text(lang)
