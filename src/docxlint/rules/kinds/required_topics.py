"""Whether a section covers required topics, by the words with which its parts start."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Problem, Unchecked
from docxlint.core.message import Message
from docxlint.core.reference import SectionRef
from docxlint.core.regex import Regex
from docxlint.form.bound import BoundForm
from docxlint.form.passages import section_lines
from docxlint.rules.message_parts import join_list
from docxlint.rules.rule import Kind, Outcome
from docxlint.text.language import Language
from docxlint.text.lines import NumberedLine

_MISSING = Message(
    zh="“{heading}”没有分项写明：{topics}", en="“{heading}” has no part on: {topics}"
)
_ABSENT = Message(zh="缺少“{heading}”这一部分", en="the section “{heading}” is missing")
_EMPTY = Message(zh="“{heading}”下面没有文字", en="there is no text under “{heading}”")

_HEADING = 45
_PLAIN = 22


class Options(msgspec.Struct, frozen=True):
    """`topics` has what `section` must cover: a name for each, for the finding, and the words of
    it. The words count at the start of a part: in a heading, numbered or not, on a separate line
    or not; not in the middle of running text.
    """

    section: SectionRef
    topics: dict[str, Regex]


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """Yield a problem that lists the topics without a part."""
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
        if not any(words.matches(text) for text in beginnings)
    ]
    if missing:
        yield Problem(
            message=_MISSING(heading=heading, topics=join_list(missing)),
            location=section.location,
            expected=language.sentences.SEPARATOR.join(missing),
        )


def beginning(line: NumberedLine, language: Language) -> str:
    """Return the folded words at the start of a line: its heading, or else its first clause.

    They end at the end of the sentence; in a line that is neither numbered, nor a heading, nor an
    item (一是), at the end of the clause.
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
