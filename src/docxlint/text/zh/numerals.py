"""Numbers before headings and list items: 第一部分 一、 （一） 1. （1）, and Chinese numerals."""

from __future__ import annotations

import re

import msgspec

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "○": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN = "[零〇一二三四五六七八九十百]+"

# GB/T 9704—2012, 7.3.3: 一、 then （一） then 1. then （1）. Long documents have 第一部分 above
# them; a blank or a mark sets it off, since a sentence may begin with the same words.
_STYLES = (
    (
        "han-part",
        0,
        re.compile(rf"\s*第\s*(?P<n>{_HAN})\s*部分(?:\s*(?P<mark>[、，,．.:：—-])|\s)\s*"),
    ),
    ("han", 1, re.compile(rf"\s*(?P<n>{_HAN})\s*(?P<mark>[、，,．.:：])\s*")),
    ("han-bracket", 2, re.compile(rf"\s*[（(]\s*(?P<n>{_HAN})\s*[)）]\s*(?P<mark>[、，,．.]?)\s*")),
    ("digit", 3, re.compile(r"\s*(?P<n>[0-9０-９]{1,3})\s*(?P<mark>[.．、])(?![0-9０-９])\s*")),
    (
        "digit-bracket",
        4,
        re.compile(r"\s*[（(]\s*(?P<n>[0-9０-９]{1,3})\s*[)）]\s*(?P<mark>[、]?)\s*"),
    ),
)


class Numbered(msgspec.Struct, frozen=True, gc=False):
    """A number at the start of a text: its style, the level that the style has (0 for the
    highest), its value;
    `text[:end]` is the number with its mark, `rest` what follows.
    """

    style: str
    level: int
    value: int
    end: int
    rest: str


def numbered(text: str) -> Numbered | None:
    """The number that `text` begins with, None if it begins with none."""
    for style, level, pattern in _STYLES:
        match = pattern.match(text)
        if match is not None:
            value = numeral(match["n"])
            if value is not None:
                return Numbered(style, level, value, match.end(), text[match.end() :])
    return None


def numeral(text: str) -> int | None:
    """The value of an Arabic or Chinese numeral up to 9999, None if it is none.

    Digits in a row are read in place (二〇二三 is 2023), else with units (二十三 is 23).
    """
    if text.isdecimal():
        return int(text)
    if not text or any(c not in _DIGITS and c not in _UNITS for c in text):
        return None
    if not any(c in _UNITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = digit = 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
