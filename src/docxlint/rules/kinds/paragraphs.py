"""Whether a paragraph mark cuts a sentence in two, as conversion from PDF leaves it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.document import Passage, Table
from docxlint.core.finding import Problem, Unchecked
from docxlint.core.location import within
from docxlint.core.message import Message
from docxlint.core.option_types import Regex
from docxlint.form.bound import BoundForm
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.language import Language

_BROKEN = Message(
    zh="段末“…{tail}”没有结束，与下一段“{head}…”像是同一句话",
    en="the paragraph ends in mid-sentence, “…{tail}”, and the next goes on with it: “{head}…”",
)
_NOTHING = Message(zh="文档里没有正文", en="the document has no running text")

_FEW = 12


class Options(msgspec.Struct, frozen=True):
    """A paragraph of at least `least` characters that ends in the middle of running text is cut
    where the next one goes on with it. `opens` are words with which a sentence begins: where a
    paragraph begins with one, the mark before it is only forgotten.
    """

    opens: Regex | None = None
    least: int = 30


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """One finding for each place where a sentence is cut."""
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
                and _goes_on(before, passage, options, language)
                and not _names(organ, passage.text.strip())
            ):
                yield _cut(before, passage)
            before = passage if passage is not None and _open(passage, options, language) else None


def _open(passage: Passage, options: Options, language: Language) -> bool:
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


def _goes_on(before: Passage, passage: Passage, options: Options, language: Language) -> bool:
    """Whether a paragraph is running text that does not begin anything of its own."""
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
    if not (language.sentences.is_closed(text) or _open(passage, options, language)):
        return False
    # After a comma nothing new begins, whatever the words.
    return _is_pause(before.text.rstrip()[-1], language) or not _begins(options.opens, text)


def _begins(opens: Regex | None, text: str) -> bool:
    return opens is not None and any(start == 0 for start, _ in opens.spans(text[:_FEW]))


def _names(organ: str, text: str) -> bool:
    """Whether a text begins with the organ's name or a part of it, as a new sentence does."""
    return bool(organ) and (text[:2] in organ or organ[-2:] in text[:_FEW])


def _cut(before: Passage, passage: Passage) -> Problem:
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
