"""Runs of text with tracked changes and comments."""

from __future__ import annotations

import itertools

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from docxlint.word.make.blocks import Inline, Span, SpanMark

_AUTHOR = "drafter"
_DATE = "2024-01-01T00:00:00Z"
_CHANGES = {SpanMark.INSERTED: "w:ins", SpanMark.DELETED: "w:del"}


class RunWriter:
    """Writes spans into the paragraphs of one document and numbers its tracked changes."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids = itertools.count(1)

    def write(self, paragraph: Paragraph, spans: Inline, *, bold: bool = False) -> None:
        """Append `spans` to `paragraph`."""
        anchor: _Element | None = None
        for span in spans:
            if span.mark is not SpanMark.COMMENT:
                anchor = self._run(paragraph, span, bold)
            elif anchor is not None:
                self._comment(anchor, span.text)

    def _run(self, paragraph: Paragraph, span: Span, bold: bool) -> _Element:
        run = paragraph.add_run(span.text)
        if bold:
            run.bold = True
        if span.mark is SpanMark.PLAIN:
            return run._r
        change = OxmlElement(_CHANGES[span.mark])
        change.set(qn("w:id"), str(next(self._ids)))
        change.set(qn("w:author"), _AUTHOR)
        change.set(qn("w:date"), _DATE)
        run._r.addprevious(change)
        change.append(run._r)
        if span.mark is SpanMark.DELETED:
            for text in change.iter(qn("w:t")):
                text.tag = qn("w:delText")
        return change

    def _comment(self, anchor: _Element, text: str) -> None:
        comment = self._document.comments.add_comment(text, author=_AUTHOR, initials="d")
        comment._comment_elm.set(qn("w:date"), _DATE)
        number = str(comment.comment_id)
        start, end = OxmlElement("w:commentRangeStart"), OxmlElement("w:commentRangeEnd")
        run, reference = OxmlElement("w:r"), OxmlElement("w:commentReference")
        for element in (start, end, reference):
            element.set(qn("w:id"), number)
        run.append(reference)
        anchor.addprevious(start)
        after = anchor
        # A second comment on the same words ends after the reference of the first.
        while (follower := after.getnext()) is not None:
            after = follower
        after.addnext(end)
        end.addnext(run)
