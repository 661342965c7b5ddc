"""Numbers before headings and list items: 第一部分 一、 （一） 1. （1）."""

from __future__ import annotations

import re
from functools import lru_cache

from docxlint.text.values import HeadingNumber
from docxlint.text.zh.folding import fold
from docxlint.text.zh.numerals import (
    ARABIC,
    ONE_TO_NINE,
    numeral,
    numeral_pattern,
    write_numeral,
)

CLOSING_MARKS = "。．.；;，,、：:"

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
_WRITTEN = {
    "han-part": "第{}部分",
    "han": "{}、",
    "han-bracket": "（{}）",
    "digit": "{}.",
    "digit-bracket": "（{}）",
}
_LOOSE = {
    "han-part": "第{}部分",
    "han": "{}[、.]",
    "han-bracket": r"\({}\)",
    "digit": "(?<![0-9(]){}[.)](?![0-9])",
    "digit-bracket": r"\(?(?<![0-9]){}\)",
}
# Every number begins with one of these, white space aside.
_BEGINNING = re.compile(rf"\s*[第（({ARABIC}{_HAN[1 : _HAN.index(']')]}]")

_TENTH = f"[{ONE_TO_NINE}十]"
# 一是…, 第一，…, 2023年…: the beginning of an item or a line of its own.
_ITEM = re.compile(
    f"^(?:{_TENTH}+[是要、，]|第{_TENTH}|其{_TENTH}|首先|其次|再次|最后"
    rf"|[{ARABIC}（(《“\"①-⑳●■◆·•\-—*])"
)
_ITEM_WORDS = re.compile(f"^(?:第?{_TENTH}+(?:是|方面)[，,：:]?|其{_TENTH}+[，,是]?)")
# 联系电话：…
_LABEL = re.compile(r"^[^，。；：:、]{1,12}[：:]")


@lru_cache(maxsize=1024)
def heading_number(text: str) -> HeadingNumber | None:
    """The number that `text` begins with, or None."""
    if _BEGINNING.match(text) is None:
        return None
    for style, level, pattern in _STYLES:
        match = pattern.match(text)
        if match is not None:
            value = numeral(match["n"])
            if value is not None:
                return HeadingNumber(style, level, value, match.end(), text[match.end() :])
    return None


def write_number(style: str, value: int) -> str:
    """The number `value` (1 to 99) in a style."""
    return _WRITTEN[style].format(_digits(style, value))


def loose_pattern(style: str, value: int) -> str:
    """An expression for the number in that style, or nearly so, in a folded text."""
    return _LOOSE[style].format(_digits(style, value))


def is_bracketed(style: str) -> bool:
    """Whether the style sets the number in brackets."""
    return style.endswith("bracket")


def is_always_minor(number: HeadingNumber) -> bool:
    """Whether the number is （一）, which never numbers a section of the highest level."""
    return number.style == "han-bracket"


def heading_words(heading: str) -> str:
    """The folded words of a heading without number and closing marks."""
    number = heading_number(heading)
    return without_closing_marks(number.rest if number is not None else heading)


def without_closing_marks(heading: str) -> str:
    """A folded heading without closing marks."""
    return fold(heading).rstrip("。.:;,、")


def is_contents_style(style: str) -> bool:
    """Whether Word sets lines of a table of contents in this style: TOC 1 … TOC 9, 目录 1 …."""
    return style.lower().startswith(("toc", "目录"))


def item_end(text: str) -> int:
    """Where the words end that begin an item: 一是, 第二方面, 其三. 0 without any."""
    match = _ITEM_WORDS.match(text)
    return match.end() if match is not None else 0


def opens_item(text: str) -> bool:
    """Whether a line begins an item, or a labelled line of its own."""
    return has_label(text) or _ITEM.match(text) is not None


def has_label(text: str) -> bool:
    """Whether a line begins with a label and a colon: 联系电话：…."""
    return _LABEL.match(text) is not None


def _digits(style: str, value: int) -> str:
    return write_numeral(value) if style.startswith("han") else str(value)
