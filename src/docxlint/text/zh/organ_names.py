"""Whether two names of Chinese authorities may be names of the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docxlint.text.zh.folding import fold
from docxlint.text.zh.signature_grammar import signed_organ
from docxlint.text.zh.years import YEAR

# What may follow the place or the department in a name: 人民政府, 办公室.
_TAIL = re.compile("(?:人民政府|政府|街道办事处|办事处|党政(?:综合)?办公?室?|办公[室厅])+$")


_BEFORE_YEAR = re.compile(
    rf"(?:公布|发布|公开|编制|编写|现将|现就)\s*《?([一-鿿]{{2,30}}?)\s*(?:{YEAR})\s*年度?"
)


def named_before(text: str, name: str) -> Iterator[tuple[int, int]]:
    """The places of the organs before a year and the `name` of a document: 现公布某镇2023年….

    There must be a word of publishing before the organ, and few letters before the name.
    """
    for match in _BEFORE_YEAR.finditer(text):
        begins = text.find(name, match.end())
        if 0 <= begins - match.end() <= len(name) and signed_organ(match[1], "") is not None:
            yield match.span(1)


def is_other(name: str, organ: str) -> bool:
    """Whether `name` cannot be a name of `organ`.

    The same are a shorter name (县教育局), one with the office's name behind it, the authority
    above it (青石县 of 青石县白杨镇) and an abbreviation with the same last character (教体局).
    """
    first, second = _stem(name), _stem(organ)
    if not first or not second:
        return False
    if first in second or second in first:
        return False
    shorter, longer = sorted((first, second), key=len)
    return not (shorter[-1] == longer[-1] and _is_contained(shorter, longer))


def _stem(name: str) -> str:
    folded = fold(name)
    return _TAIL.sub("", folded) or folded


def _is_contained(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(char in rest for char in part)
