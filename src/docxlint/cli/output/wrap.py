"""The text report set to the width of a console: lines go on under what they began with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_LEAST: Final = 40  # columns, below which there is no use in it
# What stays together: the name of a rule, a word or a number, a character with the marks that no
# line begins with.
_NO_BEGINNING = "，。、；：？！）》〉」』】〕”’%…)"
_PIECE = re.compile(
    rf"\[[^\]\s]+\][{_NO_BEGINNING}]*|[!-'*-;=?-Za-~]+[{_NO_BEGINNING}]*"
    rf"|\s+|[“‘（《〈「『【〔]*.[{_NO_BEGINNING}]*"
)
# A line that begins with a mark at the margin and goes on beside it.
_MARGIN = re.compile(r" {4}[^\s“\[]{2,7} {2,}")


def fitted(text: str, columns: int) -> str:
    """`text` with no line that stands in wider than `columns`, as far as blanks and Chinese
    characters let it be broken. The others, names of documents among them, stay whole.
    """
    if columns < _LEAST:
        return text
    return "\n".join(part for line in text.split("\n") for part in _broken(line, columns))


def _broken(line: str, columns: int) -> Iterator[str]:
    if not line.startswith(" ") or width(line) <= columns:
        yield line
        return
    margin = _MARGIN.match(line)
    hang = width(margin[0]) if margin else len(line) - len(line.lstrip(" "))
    begun, taken = "", 0
    for match in _PIECE.finditer(line):
        piece, wide = match[0], width(match[0])
        if begun.strip() and taken + wide > columns:
            if piece.isspace():
                continue
            yield begun.rstrip(" ")
            begun, taken = " " * hang, hang
        begun += piece
        taken += wide
    yield begun


def width(text: str) -> int:
    """How many columns of a console `text` takes; a character that may be wide counts as wide."""
    return sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1
