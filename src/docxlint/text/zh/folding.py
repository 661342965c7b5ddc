"""Which Chinese texts count as the same words, however they were typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from docxlint.text.values import Squeezed

_QUOTES = {"“": '"', "”": '"', "„": '"', "＂": '"', "‘": "'", "’": "'", "＇": "'"}
_POINTS = {"、": ".", "．": "."}
_BLANK = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` without white space, line breaks and invisible characters.

    Full-width and half-width brackets, colons, commas and digits become the same, and so do
    quotes and 1. 1、 1．. An enumeration comma counts as a point only after a digit, so that 甲、乙
    keeps it.
    """
    out: list[str] = []
    for char in unicodedata.normalize("NFKC", text):
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


def _is_latin(char: str) -> bool:
    return char.isalnum() and (char.isascii() or "０" <= char <= "９")
