"""Numbers before headings and list items: 第一部分 一、 （一） 1. （1）."""

from __future__ import annotations

import re

import msgspec

from docxlint.text.zh.numerals import ARABIC, numeral, numeral_pattern

_HAN = numeral_pattern("十百")

# GB/T 9704—2012, 7.3.3: 一、 then （一） then 1. then （1）. Long documents put 第一部分 above
# them; a blank or a mark must follow it, because a sentence may begin with the same words.
_STYLES = (
    (
        "han-part",
        0,
        re.compile(rf"\s*第\s*(?P<n>{_HAN})\s*部分(?:\s*(?P<mark>[、，,．.:：—-])|\s)\s*"),
    ),
    ("han", 1, re.compile(rf"\s*(?P<n>{_HAN})\s*(?P<mark>[、，,．.:：])\s*")),
    ("han-bracket", 2, re.compile(rf"\s*[（(]\s*(?P<n>{_HAN})\s*[)）]\s*(?P<mark>[、，,．.]?)\s*")),
    ("digit", 3, re.compile(rf"\s*(?P<n>[{ARABIC}]{{1,3}})\s*(?P<mark>[.．、])(?![{ARABIC}])\s*")),
    (
        "digit-bracket",
        4,
        re.compile(rf"\s*[（(]\s*(?P<n>[{ARABIC}]{{1,3}})\s*[)）]\s*(?P<mark>[、]?)\s*"),
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
