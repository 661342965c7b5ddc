"""The grammar of titles of Chinese documents. Titles are folded here."""

from __future__ import annotations

import re

from docxlint.text.values import TitleParts
from docxlint.text.zh.years import YEAR, year_value

ORGAN_PLACEHOLDER = "〈机关全称〉"
YEAR_PLACEHOLDER = "〈年份〉"

_SENTENCE = re.compile("[。；;！!？?:]")
_STYLES = ("title", "标题")
_YEAR = re.compile(f"({YEAR})年")
_BARE_YEAR = re.compile(f"([0-9]{{2,4}}|{YEAR})(?:年|年度)?$")
_YEARS = re.compile(f"(?:{YEAR})(?:年度?)*")
_FOUR_DIGITS = re.compile("(?:19|20)[0-9]{2}$")
_UP_TO_YEAR = re.compile("^.*?年度?")
# Folding makes brackets half-width. A title that is shown to people has them full-width.
_BRACKETS = str.maketrans("()", "（）")


def is_sentence(line: str) -> bool:
    """Whether a line has marks that no title has."""
    return _SENTENCE.search(line) is not None


def is_title_style(style: str) -> bool:
    """Whether Word sets titles in the style of this name."""
    return style.lower().startswith(_STYLES)


def needs_line_before(line: str, name: str) -> bool:
    """Whether a line begins with the year or the name of the document, or is only a year."""
    if _YEAR.match(line) or line.startswith((name, "年")) or _BARE_YEAR.match(line):
        return True
    return _year_before(line, name) == 0


def read_title(text: str, name: str) -> TitleParts:
    """The organ before the year, or else before the name of the document, and the year.

    In a title that begins with the year the organ stands between it and the name.
    Directly before the name a number of four digits is the year, though its 年 is left out.
    """
    year = _YEAR.search(text)
    if year is not None:
        organ = text[: year.start()] or text[year.end() :].removeprefix("度").partition(name)[0]
        known = year.start() > 0 or name in text
        return TitleParts(organ if known else "", year_value(year.group(1)))
    at = _year_before(text, name)
    if at is not None:
        return TitleParts(text[:at], year_value(text[at : at + 4]))
    return TitleParts(text.partition(name)[0], None)


def _year_before(text: str, name: str) -> int | None:
    """Where four digits of a year without its 年 begin, directly before the name."""
    end = text.find(name)
    match = _FOUR_DIGITS.search(text[:end]) if end > 0 else None
    return match.start() if match is not None else None


def without_years(text: str) -> str:
    """A title without its years, however often they are there."""
    return _YEARS.sub("", text)


def without_year_before(text: str) -> str:
    """What follows the first 年 or 年度; all of a text without one."""
    return _UP_TO_YEAR.sub("", text)


def write_organ(text: str) -> str:
    """An organ's name as it is printed: without title marks, with full-width brackets."""
    return text.strip("《》<>").translate(_BRACKETS)


def is_same_organ(name: str, other: str) -> bool:
    """Whether one name is the other or its end: a town's name may follow its county's."""
    return name.endswith(other) or other.endswith(name)
