"""Whether a paragraph mark splits a sentence, as after a conversion from PDF."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.document import Passage, Table
from docxlint.core.finding import Problem, Unchecked
from docxlint.core.location import within
from docxlint.core.message import Message
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.language import Language

_BROKEN = Message(
    zh="这一段似在句中断开，应与下一段合并",
    en="the paragraph seems to break off in mid-sentence (“…{tail}”); join it with the next one"
    " (“{head}…”)",
)
_NOTHING = Message(zh="文档里没有正文", en="the document has no running text")

_FEW = 12


class Options(msgspec.Struct, frozen=True):
    """A paragraph of at least `least` characters that ends in the middle of running text is split
    if the next one continues it. `opens` has words with which a sentence starts: a paragraph
    that starts with one does not continue anything; only the mark before it was forgotten.
    """

    opens: Regex | None = None
    least: int = 30


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield a problem for each split sentence."""
    texts = {id(p.paragraph): p for p in bound.passages if p.role == "text"}
    if not any(p.text.strip() for p in texts.values()):
        yield Unchecked(reason=_NOTHING, location=bound.document.location)
    before: Passage | None = None
    language = bound.language
    organ = bound.title.organ if bound.title is not None else ""
    for block in bound.document.blocks:
        if isinstance(block, Table):
            before = None
        elif block.text.strip() and not block.box:
            passage = texts.get(id(block))
            if (
                before is not None
                and passage is not None
                and _continues(before, passage, options, language)
                and not _starts_with_organ(organ, passage.text.strip())
            ):
                yield _problem(before, passage)
            before = (
                passage if passage is not None and _is_open(passage, options, language) else None
            )


def _is_open(passage: Passage, options: Options, language: Language) -> bool:
    """Whether a paragraph ends in the middle of running text."""
    paragraph, text = passage.paragraph, passage.text.strip()
    if (
        paragraph.level is not None
        or len(text) < options.least
        or language.headings.has_label(text)
    ):
        return False
    last = text[-1]
    return language.sentences.has_marks(text[:-1]) and (
        language.folding.is_letter(last) or _is_pause(last, language)
    )


def _is_pause(char: str, language: Language) -> bool:
    return char in language.sentences.COMMAS or char == language.sentences.SEPARATOR


def _continues(before: Passage, passage: Passage, options: Options, language: Language) -> bool:
    """Whether a paragraph is running text that does not start anything new."""
    paragraph, text = passage.paragraph, passage.text.strip()
    if (
        paragraph.level is not None
        or paragraph.number
        or language.headings.heading_number(text) is not None
    ):
        return False
    if language.sentences.continues(text):
        return True
    if len(text) < _FEW or not language.folding.is_letter(text[0]):
        return False
    if language.headings.opens_item(text) or not language.sentences.has_marks(text):
        return False
    if not (language.sentences.is_closed(text) or _is_open(passage, options, language)):
        return False
    # After a comma nothing new starts, whatever the words.
    return _is_pause(before.text.rstrip()[-1], language) or not _begins(options.opens, text)


def _begins(opens: Regex | None, text: str) -> bool:
    return opens is not None and any(start == 0 for start, _ in opens.spans(text[:_FEW]))


def _starts_with_organ(organ: str, text: str) -> bool:
    """Whether a text starts with the organ's name or a part of it, as a new sentence does."""
    return bool(organ) and (text[:2] in organ or organ[-2:] in text[:_FEW])


def _problem(before: Passage, passage: Passage) -> Problem:
    text, after = before.text.rstrip(), passage.text.strip()
    tail, head = text[-_FEW:], after[:_FEW]
    start = passage.text.find(head)
    return Problem(
        message=_BROKEN(tail=tail, head=head),
        location=within(before.location, len(text) - len(tail), len(text), tail),
        related=(within(passage.location, start, start + len(head), head),),
        found=f"{tail}¶{head}",
        expected=f"{tail}{head}",
    )


KIND = Kind(name="paragraphs", options=Options, run=run)
