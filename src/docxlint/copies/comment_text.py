"""The text of the comments that docxlint writes, and their author."""

from __future__ import annotations

import re
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
_LABEL = re.compile(r"^([a-z ]+:) +")


def comment_lines(finding: Finding, report: Report, lang: str) -> Iterator[str]:
    """The lines of a comment in `lang`: severity and rule, the message, and the details.

    The details are those that the message does not give: the expected text, suspected figures,
    related places.
    """
    yield _HEAD(mark=finding_text.mark(finding, lang), rule=visible(finding.rule)).text(lang)
    yield finding_text.message(finding, lang)
    # The report aligns the details in columns; a comment does not need that.
    yield from (_LABEL.sub(r"\1 ", line) for line in finding_text.told(finding, report, lang))
