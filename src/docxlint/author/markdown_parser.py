"""Reads the Markdown in which good documents and samples are written."""

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
# ECMA-376 Part 1 takes its characters from XML 1.0, 2.2.
_STRANGE = re.compile("[^\t\r\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_AUTO = re.compile(r"\{([^{}+~>-][^{}]*)\}")
# One shape for each level of the list: how a number is written, and its number format.
_SHAPES = (
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

_CHARACTER = Message(
    zh="Word 文档里不能有字符 {code}", en="the character {code} cannot stand in a Word document"
)
_DEEP = Message(
    zh="标题只有 #、##、### 三级，后面空一格再写标题",
    en="a heading is #, ## or ### and a blank before its text",
)
_BARE = Message(zh="这一行只有标记，没有文字", en="this line has a mark and no text")
_SHAPE = Message(
    zh="自动编号只能写成 一、 （一） 1. （1） 之一，不能写成“{found}”",
    en="an automatic number is one of 一、 （一） 1. （1）, not “{found}”",
)
_COUNT = Message(
    zh="这里 Word 显示的自动编号是“{expected}”，不是“{found}”",
    en="the automatic number that Word shows here is “{expected}”, not “{found}”",
)
_OPEN = Message(zh="“{found}”没有结束标记", en="“{found}” is never closed")
_ALONE = Message(
    zh="批注前面没有可以批注的文字", en="a comment needs words before it to be anchored on"
)


def parse(text: str, *, fragment: bool = False) -> tuple[NewBlock, ...]:
    """The blocks that `text` writes, in order. Raises MarkdownFault, with the line, for a fault.

    The automatic numbers of a `fragment` are not held against what Word will show, since that
    depends on what comes before it.
    """
    return tuple(_blocks(text.removeprefix("\ufeff").split("\n"), fragment))


def _blocks(lines: list[str], fragment: bool) -> Iterator[NewBlock]:
    counters = [0] * len(_SHAPES)
    rows: list[tuple[int, str]] = []
    for number, raw in enumerate(lines, 1):
        if strange := _STRANGE.search(raw):
            raise MarkdownFault(number, _CHARACTER(code=f"U+{ord(strange.group()):04X}"))
        # A full-width blank at the start of a line is text: reports are full of them.
        line = raw.strip(" \t\r")
        if line.startswith("|"):
            rows.append((number, line))
            continue
        if rows:
            yield NewTable(parse_rows(rows, inline))
            rows = []
        if not line or _COMMENT.fullmatch(line):
            continue
        paragraph = _paragraph(line, number)
        if not fragment:
            _count(paragraph.number, counters, number)
        yield paragraph
    if rows:
        yield NewTable(parse_rows(rows, inline))


def _paragraph(line: str, number: int) -> NewParagraph:
    role, text = ParagraphRole.BODY, line
    if head := _HEAD.fullmatch(line):
        marks, text = head.groups()
        if marks not in _HEADS or text[:1] not in ("", " "):
            raise MarkdownFault(number, _DEEP)
        role = _HEADS[marks]
    elif line.startswith(">"):
        role, text = ParagraphRole.RIGHT, line[1:]
    elif bold := _BOLD.fullmatch(line):
        role, text = ParagraphRole.BOLD, bold.group(1)
    text = text.strip(" \t")
    if not text:
        raise MarkdownFault(number, _BARE)
    auto = _AUTO.match(text)
    if auto is None:
        return NewParagraph(role, inline(text, number))
    return NewParagraph(role, inline(text[auto.end() :], number), _number(auto.group(1), number))


def _number(text: str, line: int) -> Number:
    for level, (shape, _) in enumerate(_SHAPES):
        if shape.fullmatch(text):
            return Number(level, text)
    raise MarkdownFault(line, _SHAPE(found=text))


def _count(number: Number | None, counters: list[int], line: int) -> None:
    """Counts on as Word does, where a number restarts after any of a higher level
    (ECMA-376 Part 1, 17.9.10 lvlRestart), and holds it against what is written.
    """
    if number is None:
        return
    counters[number.level] += 1
    counters[number.level + 1 :] = [0] * (len(counters) - number.level - 1)
    shape, form = _SHAPES[number.level]
    match = shape.fullmatch(number.text)
    start, end = match.span(1) if match is not None else (0, 0)
    counted = numeral(counters[number.level], form)
    expected = number.text[:start] + counted + number.text[end:]
    if expected != number.text:
        raise MarkdownFault(line, _COUNT(expected=expected, found=number.text))


def inline(text: str, line: int = 1) -> Inline:
    """`text` with its CriticMarkup as spans. Raises MarkdownFault, placed at `line`."""
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
                raise MarkdownFault(line, _ALONE)
            spans.append(Span(match["comment"], SpanMark.COMMENT))
        else:
            spans.append(Span(match[0][3:-3], SpanMark(kind or "")))
    spans += _plain(text[end:], line)
    return tuple(span for span in spans if span.text)


def _plain(text: str, line: int) -> Iterator[Span]:
    if opening := _OPENING.search(text):
        raise MarkdownFault(line, _OPEN(found=opening.group()))
    yield from [Span(text)] if text else []
