"""What docxlint writes into a document under its own name."""

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
"""The author of comments and tracked changes; the packs leave them out of account by this name."""

_HEAD = Message(zh="【{mark}】{rule}", en="[{mark}] {rule}")
_COLUMN = re.compile(r"^([a-z ]+:) +")


def words(found: Finding, report: Report, lang: str) -> Iterator[str]:
    """The lines of a comment in `lang`: severity and rule, the message, and what the message does
    not say: what should stand there, which figures are suspect, where else to look.
    """
    yield _HEAD(mark=finding_text.mark(found, lang), rule=visible(found.rule)).text(lang)
    yield finding_text.message(found, lang)
    # Lined up for a terminal, not for a margin.
    yield from (_COLUMN.sub(r"\1 ", line) for line in finding_text.told(found, report, lang))
