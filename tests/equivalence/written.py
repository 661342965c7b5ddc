"""Variants that type the text of a report differently, or let Word generate it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from docxlint.word.ooxml.names import w
from docxlint.word.read.number_formats import numeral

from .blocks import each
from .word import Word, el, replace, run

_WIDE = {ord("0") + n: ord("０") + n for n in range(10)} | {ord("."): "．"}
_NUMBERS = (re.compile("([一二三四五六七八九]+)、"), re.compile("（([一二三四五六七八九]+)）"))
_LEVEL_TEXTS = ("%1、", "（%2）")
_STYLES = ("Heading1", "Heading2")
_LIST = "77"


def blanks_in_labels(word: Word) -> None:
    """Add blanks, tabs, line breaks and zero-width characters inside labels and headers, and blanks
    around figures.
    """
    for n, text in enumerate(_cells(word)):
        content = text.text or ""
        if _is_figure(content):
            replace(text, el("t", text=f" {content}\u3000"))
            continue
        half = len(content) // 2
        between = (el("br"), el("tab"), el("t", text=" \u3000"), el("t", text="\u200b\ufeff"))
        first, last = el("t", text=content[:half]), el("t", text=content[half:] + "\u00a0")
        replace(text, first, between[n % 4], last)


def labels_of_two_paragraphs(word: Word) -> None:
    """Split labels and headers into two paragraphs, and add an empty one after them."""
    for table in each(word, "tbl"):
        for old in list(table.iter(w("p"))):
            text = next(old.iter(w("t")), None)
            content = text.text or "" if text is not None else ""
            if text is None or _is_figure(content) or len(content) < 2:
                continue
            text.text = content[len(content) // 2 :]
            replace(old, el("p", run(content[: len(content) // 2])), old, el("p"))


def full_width_digits(word: Word) -> None:
    """Write the figures in the tables with full-width digits."""
    for text in _cells(word):
        if _is_figure(text.text or ""):
            text.text = (text.text or "").translate(_WIDE)


def _cells(word: Word) -> list[etree._Element]:
    return [text for table in each(word, "tbl") for text in table.iter(w("t"))]


def _is_figure(text: str) -> bool:
    return text.strip()[:1].isdigit() and len(text.strip()) < 6


def headings_numbered_directly(word: Word) -> None:
    """Let Word number the headings: each names a list and a level of it."""
    for heading, level, number in _numbered(word):
        properties = heading.find(w("pPr"))
        assert properties is not None
        properties.insert(1, _num_pr(number, level))


def headings_numbered_by_style(word: Word) -> None:
    """Let Word number the headings by their styles; a heading without a number opts out."""
    styles = word.tree(word.beside("styles"))
    for level, name in enumerate(_STYLES):
        (style,) = (s for s in styles if s.get(w("styleId")) == name)
        properties = style.find(w("pPr"))
        if properties is None:
            properties = el("pPr")
            style.insert(list(style).index(style[-1]), properties)
        kept = sum(child.tag in (w("keepNext"), w("keepLines")) for child in properties)
        properties.insert(kept, _num_pr(_LIST, level))
    listed = {heading: number for heading, _, number in _numbered(word)}
    for heading in _headings(word):
        number = listed.get(heading, "0")
        if number != _LIST:
            level = _level(heading)
            heading.find(w("pPr")).insert(1, _num_pr(number, level))  # type: ignore[union-attr]


def _numbered(word: Word) -> Iterator[tuple[etree._Element, int, str]]:
    """The headings that Word numbers, each with its level and list; the typed number is removed.

    A number that Word would not reach by counting starts a list of its own.
    """
    numbering = word.tree(word.beside("numbering"))
    for child in [c for c in numbering if c.tag == w("num")]:
        numbering.remove(child)
    levels = [
        el(
            "lvl",
            el("start", val="1"),
            el("numFmt", val="chineseCounting"),
            el("pStyle", val=_STYLES[level]),
            el("suff", val="nothing"),
            el("lvlText", val=_LEVEL_TEXTS[level]),
            ilvl=str(level),
        )
        for level in range(2)
    ]
    numbering.append(el("abstractNum", *levels, abstractNumId=_LIST))
    numbering.append(el("num", el("abstractNumId", val=_LIST), numId=_LIST))
    reached = [0, 0]
    for heading in _headings(word):
        level = _level(heading)
        text = next(heading.iter(w("t")))
        match = _NUMBERS[level].match(text.text or "")
        if match is None:
            continue
        reached[level] += 1
        reached[level + 1 :] = [0] * (1 - level)
        number = _LIST
        if numeral(reached[level], "chineseCounting") != match[1]:
            reached[level] = "一二三四五六七八九".index(match[1]) + 1
            number = str(int(_LIST) + len(numbering))
            start = el("startOverride", val=str(reached[level]))
            again = el("lvlOverride", start, ilvl=str(level))
            numbering.append(el("num", el("abstractNumId", val=_LIST), again, numId=number))
        text.text = (text.text or "")[match.end() :]
        yield heading, level, number


def _headings(word: Word) -> list[etree._Element]:
    return [p for p in each(word, "p") if p.find(f"{w('pPr')}/{w('pStyle')}") is not None
            and _style(p) in _STYLES]  # fmt: skip


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style.get(w("val"), "") if style is not None else ""


def _level(heading: etree._Element) -> int:
    return _STYLES.index(_style(heading))


def _num_pr(number: str, level: int) -> etree._Element:
    return el("numPr", el("ilvl", val=str(level)), el("numId", val=number))
