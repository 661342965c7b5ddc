"""Whether Chinese text has full-width punctuation (GB/T 15834—2011)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Fix, Problem
from docxlint.core.folding import is_han, shorten
from docxlint.core.location import within
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, Passage
from docxlint.form.passages import addresses, covered, han
from docxlint.rules.rule import Kind
from docxlint.text.zh.heading_numbers import numbered

_ONE = Message(
    zh="“{around}”中的半角标点“{found}”应为“{expected}”",
    en="in “{around}” the half-width “{found}” should be “{expected}”",
)
_MANY = Message(
    zh="这一段有{count}处半角标点：{marks}",
    en="this paragraph has {count} half-width marks: {marks}",
)
_EACH = Message(
    zh="“{found}”{count}处（应为“{expected}”）", en="{count} × “{found}” (should be “{expected}”)"
)

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_POINT = "。"
_FULL = frozenset("，。、；：？！（）《》〈〉“”‘’【】〔〕—…·")
_MARK = re.compile('[,;:?!()".<>《》]')
_BRACKET = re.compile("[()<>]")
_CLOSING = {"(": ")", "<": ">"}
_LATIN = re.compile("[A-Za-z]")
# A telephone's area code may stand in half-width brackets.
_AREA = re.compile(r"\(\d{2,4}\)[ -]?\d{5,}", re.ASCII)
_AROUND = 6
_NEAR = 8
_SHOWN = 20


class Options(msgspec.Struct, frozen=True):
    """Judged are , ; : ? ! ( ) " beside Chinese characters or full-width marks, a point between
    Chinese characters or at the end, and <…>: within 《…》 it should be 〈…〉, elsewhere 《…》.
    Left alone are web and e-mail addresses, numbers, Latin text, automatic numbers and tables.
    """


class Mark(msgspec.Struct, frozen=True):
    """A half-width mark at a character of the paragraph, and what it should be."""

    at: int
    found: str
    expected: str


def run(bound: BoundForm, _: Options) -> Iterator[Problem]:
    """One finding for each paragraph of running text that has half-width marks."""
    for passage in bound.passages:
        marks = tuple(half_width(passage))
        if len(marks) == 1:
            yield _one(passage, marks[0])
        elif marks:
            yield _many(passage, marks)


def half_width(passage: Passage) -> Iterator[Mark]:
    """The half-width marks that should be full-width, in the order of the text."""
    text = passage.text
    found = list(_MARK.finditer(text))
    if not found or han(text) < 2:
        return
    spared = covered((*addresses(text), *(m.span() for m in _AREA.finditer(text))))
    if sum(m.start() not in spared for m in _LATIN.finditer(text)) > 3 * han(text):
        return
    begin = _after_number(passage)
    paired = _paired(text)
    quotes, titles, opening = text.count('"'), 0, False
    for match in found:
        at, char = match.start(), match.group()
        if char in "《》":
            titles += 1 if char == "《" else -1
            continue
        opening = opening != (char == '"')
        if at < begin or at in spared:
            continue
        beside = _beside(text, at) or (at in paired and _beside(text, paired[at]))
        expected: str | None = None
        if char in _WIDE:
            expected = _WIDE[char] if beside else None
        elif char == '"':
            # 55" is a size; a lone one after a figure means inches.
            inches = quotes % 2 == 1 and text[at - 1 : at].isdigit()
            expected = "”“"[opening] if beside and not inches else None
        elif char == ".":
            expected = _POINT if _stop(text, at) else None
        elif at in paired and (titles > 0 or (beside and _named(text, min(at, paired[at])))):
            expected = ("〈〉" if titles > 0 else "《》")["<>".index(char)]
        if expected is not None:
            yield Mark(at, char, expected)


def _after_number(passage: Passage) -> int:
    """Where judging begins: an automatic number is not the text's; the mark after a typed one
    is for other checks, its brackets are judged.
    """
    if passage.paragraph.number:
        return len(passage.paragraph.number)
    number = numbered(passage.text)
    if number is None or number.style.endswith("bracket"):
        return 0
    return number.end


def _paired(text: str) -> dict[int, int]:
    """The positions of half-width brackets that belong together, each by the other's."""
    opened: dict[str, list[int]] = {")": [], ">": []}
    found: dict[int, int] = {}
    for match in _BRACKET.finditer(text):
        at, char = match.start(), match.group()
        if char in _CLOSING:
            opened[_CLOSING[char]].append(at)
        elif opened[char]:
            other = opened[char].pop()
            found[at], found[other] = other, at
    return found


def _beside(text: str, at: int) -> bool:
    """Whether Chinese stands next to a mark, blanks between them left out."""
    before = text[max(0, at - _NEAR) : at].rstrip()[-1:]
    after = text[at + 1 : at + 1 + _NEAR].lstrip()[:1]
    return _chinese(before) or _chinese(after)


def _named(text: str, opening: int) -> bool:
    """Whether a < opens a name rather than saying that something is less."""
    return _chinese(text[opening + 1 : opening + 2])


def _chinese(char: str) -> bool:
    return char in _FULL or (bool(char) and is_han(char))


def _stop(text: str, at: int) -> bool:
    """Whether a point ends a Chinese sentence; several in a row are an ellipsis."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or "." in (before, after):
        return False
    if is_han(before):
        return not after.strip() or is_han(after) or after in "”’）》"
    return before in _FULL and not after.strip()


def _one(passage: Passage, mark: Mark) -> Problem:
    text = passage.text
    start, end = max(0, mark.at - _AROUND), mark.at + 1 + _AROUND
    around = " ".join(text[start:end].split())
    mended = text[start : mark.at] + mark.expected + text[mark.at + 1 : end]
    place = within(passage.location, mark.at, mark.at + 1, around)
    return Problem(
        message=_ONE(around=around, found=mark.found, expected=mark.expected),
        location=place,
        expected=" ".join(mended.split()),
        found=around,
        fix=Fix(place, mark.expected),
    )


def _many(passage: Passage, marks: tuple[Mark, ...]) -> Problem:
    kinds = Counter((mark.found, mark.expected) for mark in marks)
    said = [_EACH(found=f, expected=e, count=n) for (f, e), n in kinds.items()]
    listed = Message(zh="、".join(s.zh for s in said), en=", ".join(s.en for s in said))
    places = [within(passage.location, m.at, m.at + 1, m.found) for m in marks[:_SHOWN]]
    whole = msgspec.structs.replace(passage.location, text=shorten(passage.text))
    mended = (Fix(within(passage.location, m.at, m.at + 1, m.found), m.expected) for m in marks[1:])
    first = within(passage.location, marks[0].at, marks[0].at + 1, marks[0].found)
    return Problem(
        message=_MANY(count=len(marks), marks=listed),
        location=whole,
        related=tuple(places),
        fix=Fix(first, marks[0].expected, tuple(mended)),
    )


KIND = Kind(name="punctuation", options=Options, run=run)
