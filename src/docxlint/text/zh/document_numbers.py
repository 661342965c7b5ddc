"""Document numbers as GB/T 9704—2012, 7.2.5 has them: 〔2021〕30号."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from docxlint.text.values import CitedTitle, DocumentNumber
from docxlint.text.zh.folding import is_letter

_OPEN, _CLOSE = "〔［【（([﹝〖{｛", "〕］】）)]﹞〗}｝"
_NUMBER = re.compile(
    rf"[{re.escape(_OPEN)}](?P<year>(?:19|20)\d\d)年?[{re.escape(_CLOSE)}]第?(?P<no>\d{{1,5}})号"
)
# The closing bracket behind the number, or left out: 〔202130号〕, 〔202130〕号, 〔202130号.
_MISPLACED = re.compile(
    rf"[{re.escape(_OPEN)}](?P<year>(?:19|20)\d\d)年?第?(?P<no>\d{{1,4}})"
    rf"(?:号[{re.escape(_CLOSE)}]|[{re.escape(_CLOSE)}]?号)"
)
_TITLE_MARK = re.compile("[《》]")
_BEHIND = re.compile(r"\s*[（(]\s*([^（）()《》，,；;、]{2,30}?\d\s*号)")
_KEY = re.compile(r"(?P<code>[^\W\d_]{2,15}?)(?P<figures>(?:[^\w]?\d{4}年?[^\w]?)?第?\d{1,5})号")
# The last character of an agency's code; 公告（2021）第3号 and 令 are numbered otherwise.
_CODES = frozenset("发函办字电规通知文政复批报请任议监财委组建公宣教农林水税审统卫医")
_SELF = ("公告", "通告", "令", "决定")
# 〔…〕3号楼 is no document.
_THINGS = frozenset("楼院线门机房车井桥船馆库厅室台站口")
# Characters before a code that are not part of it: 依照, 根据, 和, 见, …号.
_LEADING = frozenset("照据依按见和与及的了号是")
_LONGEST = 15


def may_cite(text: str) -> bool:
    """Whether `text` has 号, without which it cites no document by number."""
    return "号" in text


def document_numbers(text: str, codes: Mapping[str, str]) -> Iterator[DocumentNumber]:
    """The document numbers in `text`, which has no blanks.

    `codes` maps mistyped codes of agencies to the right ones. A mistyped code without a number
    is included.
    """
    claimed: set[int] = set()
    matches = [*_NUMBER.finditer(text), *_MISPLACED.finditer(text)]
    for match in sorted(matches, key=re.Match.start):
        code = _code(text, match.start(), codes)
        if not code or text[match.end() : match.end() + 1] in _THINGS:
            continue
        start = match.start() - len(code)
        year, number = (unicodedata.normalize("NFKC", match[key]) for key in ("year", "no"))
        if int(number):
            expected = f"{_right(code, codes)}〔{year}〕{int(number)}号"
            claimed.update(range(start, match.end()))
            yield DocumentNumber(start, match.end(), expected)
    for wrong, right in codes.items():
        for match in re.finditer(re.escape(wrong), text):
            if match.start() not in claimed:
                yield DocumentNumber(*match.span(), right)


def cited_titles(text: str) -> Iterator[CitedTitle]:
    """The titles in 《 》, each with the number in brackets that follows it."""
    depth, start = 0, 0
    for match in _TITLE_MARK.finditer(text):
        if match.group() == "《":
            start = match.end() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and start < match.start():
                number = _BEHIND.match(text, match.end())
                span = number.span(1) if number is not None else None
                yield CitedTitle(start, match.start(), span)


def number_key(number: str) -> tuple[str, ...] | None:
    """The agency's code and the figures of a number, as texts; None for what is no number.

    国办函（2020）第109号 has the key ("国办函", "2020", "109").
    """
    text = unicodedata.normalize("NFKC", "".join(number.split()))
    match = _KEY.fullmatch(text.removeprefix("中华人民共和国"))
    if match is None:
        return None
    return (match["code"], *(str(int(each)) for each in re.findall(r"\d+", match["figures"])))


def _code(text: str, end: int, codes: Mapping[str, str]) -> str:
    """The agency's code that ends at `end`, "" if there is none."""
    start = end
    while start > 0 and end - start < _LONGEST and is_letter(text[start - 1]):
        if text[start - 1] in _LEADING:
            break
        start -= 1
    code = text[start:end]
    known = code.endswith(tuple(codes)) or code[-1:] in _CODES
    if not code or not known or code.endswith(_SELF):
        return ""
    return code if end - start < _LONGEST else code[-1]


def _right(code: str, codes: Mapping[str, str]) -> str:
    for wrong, right in codes.items():
        if code.endswith(wrong):
            return code[: -len(wrong)] + right
    return code


def is_standard_number(text: str, expected: str) -> bool:
    """Whether a number is so written. ﹝﹞ counts as 〔〕, and a full-width digit as a digit."""
    written = text.translate(str.maketrans("﹝﹞", "〔〕"))
    return expected in (written, _narrow(written))


def _narrow(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", c) if c.isdecimal() else c for c in text)
