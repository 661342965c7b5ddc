"""Half-width marks in Chinese text that should be full-width (GB/T 15834—2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docxlint.text.values import WrongMark
from docxlint.text.web_addresses import addresses, covered
from docxlint.text.zh.folding import count_letters, is_letter

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_POINT = "。"
_FULL = frozenset("，。、；：？！（）《》〈〉“”‘’【】〔〕—…·")
# The characters of a lost encoding are no marks: ????
_LOST = re.compile(r"\?{3,}")
_MARK = re.compile('[,;:?!()".<>《》]')
_BRACKET = re.compile("[()<>]")
_CLOSING = {"(": ")", "<": ">"}
_LATIN = re.compile("[A-Za-z]")
# A telephone's area code may stand in half-width brackets.
_AREA = re.compile(r"\(\d{2,4}\)[ -]?\d{5,}", re.ASCII)
_NEAR = 8


def wrong_marks(text: str) -> Iterator[WrongMark]:
    """The half-width marks in `text` that should be full-width, left to right."""
    matches = list(_MARK.finditer(text))
    if not matches or count_letters(text) < 2:
        return
    unread = (m.span() for pattern in (_AREA, _LOST) for m in pattern.finditer(text))
    spared = covered((*addresses(text), *unread))
    if sum(m.start() not in spared for m in _LATIN.finditer(text)) > 3 * count_letters(text):
        return
    paired = _paired(text)
    quotes, titles, opening = text.count('"'), 0, False
    for match in matches:
        at, char = match.start(), match.group()
        if char in "《》":
            titles += 1 if char == "《" else -1
            continue
        opening = opening != (char == '"')
        if at in spared:
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
            yield WrongMark(at, char, expected)


def _paired(text: str) -> dict[int, int]:
    """The positions of half-width brackets that belong together, each by the other's."""
    opened: dict[str, list[int]] = {")": [], ">": []}
    pairs: dict[int, int] = {}
    for match in _BRACKET.finditer(text):
        at, char = match.start(), match.group()
        if char in _CLOSING:
            opened[_CLOSING[char]].append(at)
        elif opened[char]:
            other = opened[char].pop()
            pairs[at], pairs[other] = other, at
    return pairs


def _beside(text: str, at: int) -> bool:
    """Whether Chinese is next to a mark, apart from blanks."""
    before = text[max(0, at - _NEAR) : at].rstrip()[-1:]
    after = text[at + 1 : at + 1 + _NEAR].lstrip()[:1]
    return _chinese(before) or _chinese(after)


def _named(text: str, opening: int) -> bool:
    """Whether a < opens a name rather than saying that something is less."""
    return _chinese(text[opening + 1 : opening + 2])


def _chinese(char: str) -> bool:
    return char in _FULL or (bool(char) and is_letter(char))


def _stop(text: str, at: int) -> bool:
    """Whether a point ends a Chinese sentence; several in a row are an ellipsis."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or "." in (before, after):
        return False
    if is_letter(before):
        return not after.strip() or is_letter(after) or after in "”’）》"
    return before in _FULL and not after.strip()
