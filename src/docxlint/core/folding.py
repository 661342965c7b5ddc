"""Folding of Chinese text: what counts as the same words, however they were typed."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_QUOTES = {"“": '"', "”": '"', "„": '"', "＂": '"', "‘": "'", "’": "'", "＇": "'"}
_POINTS = {"、": ".", "．": "."}


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` without white space, line breaks and invisible characters, with full-width and
    half-width brackets, colons, commas and digits alike, quotes alike, and 1. = 1、 = 1．

    An enumeration comma counts as a point only after a digit, so that 甲、乙 keeps it.
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


def shorten(text: str, width: int = 40) -> str:
    """`text` on one line, at most `width` characters, the rest as "…"."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character (the unified ideographs, extension A, and 〇)."""
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿" or char == "〇"
