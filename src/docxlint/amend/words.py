"""What docxlint writes into a document under its own name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docxlint.finding import Finding, Phrase, Report
from docxlint.report import told
from docxlint.report.visible import visible

AUTHOR = "docxlint"
"""The author of comments and tracked changes; the packs leave them out of account by this name."""
INITIALS = "DL"

_HEAD = Phrase(zh="【{mark}】{rule}", en="[{mark}] {rule}")
_COLUMN = re.compile(r"^([a-z ]+:) +")


def words(found: Finding, report: Report, lang: str) -> Iterator[str]:
    """The lines of a comment in `lang`: severity and rule, the message, and what the message does
    not say: what should stand there, which figures are suspect, where else to look.
    """
    yield _HEAD(mark=told.mark(found, lang), rule=visible(found.rule)).said(lang)
    yield told.message(found, lang)
    # Lined up for a terminal, not for a margin.
    yield from (_COLUMN.sub(r"\1 ", line) for line in told.told(found, report, lang))
