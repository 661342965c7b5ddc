"""Whether a section covers what it has to cover, by the words its parts begin with."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.option_types import Regex
from docxlint.core.reference import SectionRef
from docxlint.form.bound import BoundForm
from docxlint.form.passages import section_lines
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.language import Language
from docxlint.text.lines import NumberedLine

_MISSING = Message(
    zh="“{heading}”没有分项写明：{topics}", en="“{heading}” has no part on: {topics}"
)
_ABSENT = Message(zh="文档里没有“{heading}”这一部分", en="the document has no section “{heading}”")
_EMPTY = Message(zh="“{heading}”下面没有文字", en="there is no text under “{heading}”")

_HEADING = 45
_PLAIN = 22


class Options(msgspec.Struct, frozen=True):
    """`topics` are what the section must cover: the name that a finding gives each, and the
    words by which it is known. They count where a part begins with a heading, numbered or not,
    run into its paragraph or not, that has them; not in the middle of running text.
    """

    section: SectionRef
    topics: dict[str, Regex]


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """One finding that lists the topics without a part of their own."""
    heading = bound.form.section(options.section.name).heading
    causes = (options.section,)
    section = bound.section(options.section.name)
    if section is None:
        reason = _ABSENT(heading=heading)
        yield Unchecked(reason=reason, location=bound.document.location, causes=causes)
        return
    language = bound.language
    beginnings = [beginning(line, language) for line in section_lines(section, language)]
    beginnings += [language.folding.fold(p.text)[:_PLAIN] for p in section.paragraphs if p.box]
    if not beginnings:
        yield Unchecked(reason=_EMPTY(heading=heading), location=section.location, causes=causes)
        return
    missing = [
        name
        for name, words in options.topics.items()
        if not any(words.found(text) for text in beginnings)
    ]
    if missing:
        yield Problem(
            message=_MISSING(
                heading=heading, topics=Message(zh="、".join(missing), en=", ".join(missing))
            ),
            location=section.location,
            expected=language.sentences.SEPARATOR.join(missing),
        )


def beginning(line: NumberedLine, language: Language) -> str:
    """The folded words that a line begins with: its heading, or else its first clause.

    They end with a sentence, or, without number, level and words of an item, with a clause.
    """
    text = language.folding.fold(line.rest)
    headed = line.number is not None or line.paragraph.level is not None
    item_end = language.headings.item_end(text)
    text = text[item_end:]
    marks = language.sentences.STOPS + language.sentences.COLONS
    if not headed and not item_end:
        marks += language.sentences.COMMAS
    end = next((at for at, char in enumerate(text) if char in marks), None)
    return text[:end][: _HEADING if headed else _PLAIN]


KIND = Kind(name="required-topics", options=Options, run=run)
