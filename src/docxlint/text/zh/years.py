"""Years in Chinese text: 2023年, ２０２３ 年, 二〇二三年, 二○二三年度, 今年."""

from __future__ import annotations

import re
from functools import lru_cache

from docxlint.text.zh.numerals import ARABIC, ONE_TO_NINE, ZEROS, to_arabic, write_digits

YEAR_DIGIT = f"[{ARABIC}{ONE_TO_NINE}{ZEROS}]"
# A year of four digits: 2023, ２０２３, 二〇二三, 二○二三, 二0二三, 两〇二三, 一九九八.
YEAR = f"[{ARABIC}]{{4}}|[2２二两]{YEAR_DIGIT}{{3}}|[1１一][9９九]{YEAR_DIGIT}{{2}}"
AFTER_YEAR = r"\s*年\s*"

_YEAR = re.compile(f"({YEAR})年")
_COMPARISON = re.compile("同期|相比|比较|上年|上一年|去年|规划|施行|计划")
# The clause that a year opens, after the mark that may follow it.
_CLAUSE = re.compile(r"\s*(?:年度?)?\s*[，,]?([^，,：:]*)")


def year_value(text: str) -> int | None:
    """The year that two or four Arabic or Chinese digits write, or None.

    Two digits from 50 up mean the last century, the others this one.
    """
    digits = to_arabic(text)
    if not digits.isdecimal() or len(digits) not in (2, 4):
        return None
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 50 else 2000)


def write_year(year: int) -> str:
    """A year as it is written: 2023年."""
    return f"{year}年"


def may_name_year(text: str) -> bool:
    """Whether `text` has 年, without which it names no year."""
    return "年" in text


def names_year(text: str, year: int) -> bool:
    """Whether `text` names this year in digits, or 今年 or 本年."""
    return _naming(year).search(text) is not None


def is_comparison(text: str) -> bool:
    """Whether `text` names years to compare with, or those of a plan or a law."""
    return _COMPARISON.search(text) is not None


def last_year_named(text: str) -> int | None:
    """The last year of four digits before 年, or None."""
    years = _YEAR.findall(text)
    return year_value(years[-1]) if years else None


def clause_after_year(sentence: str, end: int) -> str:
    """The clause that a year opens; its digits end at `end` of the sentence."""
    clause = _CLAUSE.match(sentence, end)
    return clause.group(1) if clause is not None else ""


@lru_cache(maxsize=16)
def _naming(year: int) -> re.Pattern[str]:
    return re.compile(f"{year}|{write_digits(year)}|今年|本年")
