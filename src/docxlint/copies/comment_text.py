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

_HEAD = Message(zh="【{mark}】{rule}", en="[{mark}] {rule}")


def comment_lines(finding: Finding, report: Report, lang: str) -> Iterator[str]:
    """The lines of a comment in `lang`: severity and rule, the message, and the details.

    The details are those that the message does not give: the expected text, suspected figures,
    related places.
    """
    rule = visible(finding.rule)
    yield _HEAD(mark=finding_text.mark(finding), rule=rule).text(lang)
    yield visible(finding.message.text(lang))
    yield from finding_text.texts(finding_text.all_lines(finding, report), lang)
