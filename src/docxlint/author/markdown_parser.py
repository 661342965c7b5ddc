"""Parse the Markdown of good documents and samples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docxlint.author.faults import MarkdownFault
from docxlint.author.markdown_table import parse_rows
from docxlint.core.message import Message
from docxlint.word.make.blocks import (
    Inline,
    NewBlock,
    NewParagraph,
    NewTable,
    Number,
    ParagraphRole,
    Span,
    SpanMark,
)
from docxlint.word.read.number_formats import numeral

_HEADS = {"#": ParagraphRole.TITLE, "##": ParagraphRole.HEADING_1, "###": ParagraphRole.HEADING_2}
_HEAD = re.compile("(#+)(.*)")
_BOLD = re.compile(r"\*\*(.+)\*\*")
_COMMENT = re.compile("<!--.*-->")
# ECMA-376 Part 1 allows the characters of XML 1.0, section 2.2.
_INVALID = re.compile("[^\t\r\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_AUTO = re.compile(r"\{([^{}+~>-][^{}]*)\}")
# One pattern for each level of the list: how a number is written, and its number format.
_NUMBER_PATTERNS = (
    (re.compile("([一二三四五六七八九十百]+)、"), "chineseCounting"),
    (re.compile("（([一二三四五六七八九十百]+)）"), "chineseCounting"),
    (re.compile(r"([0-9]+)\."), "decimal"),
    (re.compile("（([0-9]+)）"), "decimal"),
)

_CRITIC = re.compile(
    r"\{\+\+(?P<inserted>.*?)\+\+\}|\{--(?P<deleted>.*?)--\}"
    r"|\{~~(?P<old>.*?)~>(?P<new>.*?)~~\}|\{>>(?P<comment>.*?)<<\}",
    re.DOTALL,
)
_OPENING = re.compile(r"\{(?:\+\+|--|~~|>>)")

_BAD_CHARACTER = Message(
    zh="Word 文档里不能有字符 {code}", en="a Word document cannot contain the character {code}"
)
_BAD_HEADING = Message(
    zh="标题只有 #、##、### 三级，后面空一格再写标题",
    en="a heading is #, ## or ###, a space, and its text",
)
_NO_TEXT = Message(zh="这一行只有标记，没有文字", en="this line has a mark but no text")
_BAD_NUMBER = Message(
    zh="自动编号只能写成 一、 （一） 1. （1） 之一，不能写成“{found}”",
    en="an automatic number is 一、 （一） 1. or （1）, not “{found}”",
)
_WRONG_NUMBER = Message(
    zh="Word 在这里显示的自动编号是“{expected}”，不是“{found}”",
    en="Word shows the automatic number “{expected}” here, not “{found}”",
)
_NOT_CLOSED = Message(zh="“{found}”没有结束标记", en="“{found}” is not closed")
_COMMENT_ALONE = Message(zh="批注前面没有可以批注的文字", en="a comment needs text before it")


def parse(text: str, *, fragment: bool = False) -> tuple[NewBlock, ...]:
    """Parse `text` into blocks. Raises MarkdownFault with the line.

    The automatic numbers of a `fragment` are not compared with those that Word shows, because
    these depend on the text before it.
    """
    return tuple(_blocks(text.removeprefix("\ufeff").split("\n"), fragment))


def _blocks(lines: list[str], fragment: bool) -> Iterator[NewBlock]:
    counters = [0] * len(_NUMBER_PATTERNS)
    rows: list[tuple[int, str]] = []
    for number, raw in enumerate(lines, 1):
        if invalid := _INVALID.search(raw):
            raise MarkdownFault(number, _BAD_CHARACTER(code=f"U+{ord(invalid.group()):04X}"))
        # A full-width space at the start of a line is text; reports indent paragraphs with it.
        line = raw.strip(" \t\r")
        if line.startswith("|"):
            rows.append((number, line))
            continue
        if rows:
            yield NewTable(parse_rows(rows, parse_inline))
            rows = []
        if not line or _COMMENT.fullmatch(line):
            continue
        paragraph = _paragraph(line, number)
        if not fragment:
            _check_number(paragraph.number, counters, number)
        yield paragraph
    if rows:
        yield NewTable(parse_rows(rows, parse_inline))


def _paragraph(line: str, number: int) -> NewParagraph:
    role, text = ParagraphRole.BODY, line
    if head := _HEAD.fullmatch(line):
        marks, text = head.groups()
        if marks not in _HEADS or text[:1] not in ("", " "):
            raise MarkdownFault(number, _BAD_HEADING)
        role = _HEADS[marks]
    elif line.startswith(">"):
        role, text = ParagraphRole.RIGHT, line[1:]
    elif bold := _BOLD.fullmatch(line):
        role, text = ParagraphRole.BOLD, bold.group(1)
    text = text.strip(" \t")
    if not text:
        raise MarkdownFault(number, _NO_TEXT)
    auto = _AUTO.match(text)
    if auto is None:
        return NewParagraph(role, parse_inline(text, number))
    return NewParagraph(
        role, parse_inline(text[auto.end() :], number), _number(auto.group(1), number)
    )


def _number(text: str, line: int) -> Number:
    for level, (pattern, _) in enumerate(_NUMBER_PATTERNS):
        if pattern.fullmatch(text):
            return Number(level, text)
    raise MarkdownFault(line, _BAD_NUMBER(found=text))


def _check_number(number: Number | None, counters: list[int], line: int) -> None:
    """Count as Word does, and raise MarkdownFault if `number` differs.

    A number restarts after a number of a higher level (ECMA-376 Part 1, 17.9.10 lvlRestart).
    """
    if number is None:
        return
    counters[number.level] += 1
    counters[number.level + 1 :] = [0] * (len(counters) - number.level - 1)
    pattern, form = _NUMBER_PATTERNS[number.level]
    match = pattern.fullmatch(number.text)
    start, end = match.span(1) if match is not None else (0, 0)
    counted = numeral(counters[number.level], form)
    expected = number.text[:start] + counted + number.text[end:]
    if expected != number.text:
        raise MarkdownFault(line, _WRONG_NUMBER(expected=expected, found=number.text))


def parse_inline(text: str, line: int = 1) -> Inline:
    """Parse `text` with CriticMarkup into spans. Raises MarkdownFault at `line`."""
    spans: list[Span] = []
    end = 0
    for match in _CRITIC.finditer(text):
        spans += _plain(text[end : match.start()], line)
        end = match.end()
        kind = match.lastgroup
        if kind == "new":
            spans.append(Span(match["old"], SpanMark.DELETED))
            spans.append(Span(match["new"], SpanMark.INSERTED))
        elif kind == "comment":
            if not any(span.text for span in spans):
                raise MarkdownFault(line, _COMMENT_ALONE)
            spans.append(Span(match["comment"], SpanMark.COMMENT))
        else:
            spans.append(Span(match[0][3:-3], SpanMark(kind or "")))
    spans += _plain(text[end:], line)
    return tuple(span for span in spans if span.text)


def _plain(text: str, line: int) -> Iterator[Span]:
    if opening := _OPENING.search(text):
        raise MarkdownFault(line, _NOT_CLOSED(found=opening.group()))
    yield from [Span(text)] if text else []
