"""Which Chinese texts count as the same words, however they were typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from docxlint.text.invisible import without_invisible
from docxlint.text.values import Squeezed

_QUOTES = {"“": '"', "”": '"', "„": '"', "＂": '"', "‘": "'", "’": "'", "＇": "'"}
_POINTS = {"、": ".", "．": "."}
_BLANK = re.compile(r"\s+")
# The mark of a note: ¹, ①, *, [1], 〔1〕, 注1, （注①）; （1） may be a second figure.
_CIRCLED = "①-⑳㉑-㉟㊱-㊿❶-❿"
_SIGNS = "*＊※†‡§"
_MARKS = re.compile(
    rf"\s*(?:[¹²³⁰⁴-⁹{_CIRCLED}{_SIGNS}]{{1,3}}"
    r"|[\[［〔【]注?释?[0-9０-９]{1,2}[\]］〕】]"
    rf"|[\[［〔【(（](?:注释?[0-9０-９]{{0,2}}|注?[{_CIRCLED}{_SIGNS}]{{1,3}})[\]］〕】)）]"
    rf"|注释?[0-9０-９{_CIRCLED}]{{0,2}})\Z"
)


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` without white space, line breaks, invisible characters and the mark of a note.

    Full-width and half-width brackets, colons, commas and digits become the same, and so do
    quotes and 1. 1、 1．. An enumeration comma counts as a point only after a digit, so that 甲、乙
    keeps it.
    """
    out: list[str] = []
    visible = without_note_mark(without_invisible(text).strip())
    for char in unicodedata.normalize("NFKC", visible):
        if char.isspace() or unicodedata.category(char) in ("Cf", "Cc"):
            continue
        if char in _POINTS and out and out[-1].isdigit() and out[-1].isascii():
            out.append(".")
        else:
            out.append(_QUOTES.get(char, char))
    return "".join(out)


@lru_cache(maxsize=1024)
def squeeze(text: str) -> Squeezed:
    """`text` without its white space."""
    return Squeezed("".join(text.split()), text)


@lru_cache(maxsize=1024)
def close_up(text: str) -> Squeezed:
    """`text` without its white space, except one blank between Latin letters and digits."""
    bare = "".join(text.split())
    if len(bare) == len(text):
        return Squeezed(bare, text)
    pieces: list[str] = []
    end = 0
    for blank in _BLANK.finditer(text):
        pieces.append(text[end : blank.start()])
        end = blank.end()
        if _is_latin(text[blank.start() - 1 : blank.start()]) and _is_latin(text[end : end + 1]):
            pieces.append(text[blank.start()])
    pieces.append(text[end:])
    return Squeezed("".join(pieces), text)


def is_letter(char: str) -> bool:
    """Whether `char` is a Chinese character (the unified ideographs, extension A, and 〇)."""
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿" or char == "〇"


def count_letters(text: str) -> int:
    """The number of Chinese characters in `text`."""
    return sum(map(is_letter, text))


def without_note_mark(text: str) -> str:
    """Return `text` without the mark of a note at its end. A text is never only a mark."""
    match = _MARKS.search(text)
    return text[: match.start()] if match is not None and match.start() else text


def _is_latin(char: str) -> bool:
    return char.isalnum() and (char.isascii() or "０" <= char <= "９")
