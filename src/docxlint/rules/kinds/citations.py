"""Whether document numbers are written as GB/T 9704—2012, 7.2.5 has it: 〔2021〕30号."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import msgspec

from docxlint.core.finding import Fix, Problem
from docxlint.core.folding import is_han, shorten
from docxlint.core.location import within
from docxlint.core.message import Message
from docxlint.form.bound import BoundForm, Passage
from docxlint.form.passages import addresses, covered, passages, squeeze
from docxlint.rules.rule import Kind, Outcome

_WRONG = Message(
    zh="文号写作“{found}”，应为“{expected}”",
    en="the document number reads “{found}”, not “{expected}”",
)

_OPEN, _CLOSE = "〔［【（([﹝〖{｛", "〕］】）)]﹞〗}｝"
_NUMBER = re.compile(
    rf"[{re.escape(_OPEN)}](?P<year>(?:19|20)\d\d)年?[{re.escape(_CLOSE)}]第?(?P<no>\d{{1,5}})号"
)
# The last character of an agency's code; 公告（2021）第3号 and 令 are numbered otherwise.
_CODES = frozenset("发函办字电规通知文政复批报请任议监财委组建公宣教农林水税审统卫医")
_SELF = ("公告", "通告", "令", "决定")
# 〔…〕3号楼 is no document.
_THINGS = frozenset("楼院线门机房车井桥船馆库厅室台站口")
# What stands before a code in a sentence and not in one: 依照, 根据, 和, 见, …号.
_LEADING = frozenset("照据依按见和与及的了号是")
_LONGEST = 15


class Options(msgspec.Struct, frozen=True):
    """The year in full within 〔 〕, then the number without 第 and without leading zeros, then
    号. `agencies` gives codes of agencies that are often mistyped, and what they should be.
    """

    agencies: dict[str, str] = {}


class Citation(msgspec.Struct, frozen=True):
    """A document number in a text without blanks, from `start` to `end`; `expected` is how it
    is written.
    """

    start: int
    end: int
    expected: str


def run(bound: BoundForm, options: Options) -> Iterator[Outcome]:
    """One finding for each document number that is not so written, tables and notes included."""
    for passage in passages(bound, cells=True, notes=True):
        if "号" in passage.text or any(code in passage.text for code in options.agencies):
            yield from _judge(passage, options)


def _judge(passage: Passage, options: Options) -> Iterator[Problem]:
    text = squeeze(passage.text)
    wrong = [c for c in _citations(text.text, options) if not _same(text.text, c)]
    whole = covered(addresses(passage.text)) if wrong else frozenset()
    places = text.originals([(c.start, c.end) for c in wrong])
    for citation, (start, end) in zip(wrong, places, strict=True):
        if any(at in whole for at in range(start, end)):
            continue
        found = text.text[citation.start : citation.end]
        place = within(passage.location, start, end, shorten(found))
        yield Problem(
            message=_WRONG(found=found, expected=citation.expected),
            location=place,
            expected=citation.expected,
            found=found,
            fix=Fix(place, citation.expected),
        )


def _citations(text: str, options: Options) -> Iterator[Citation]:
    """The document numbers in `text`, the mistyped codes without a number too."""
    claimed: set[int] = set()
    for match in _NUMBER.finditer(text):
        code = _code(text, match.start(), options)
        if not code or text[match.end() : match.end() + 1] in _THINGS:
            continue
        start = match.start() - len(code)
        year, number = (unicodedata.normalize("NFKC", match[key]) for key in ("year", "no"))
        if int(number):
            expected = f"{_right(code, options)}〔{year}〕{int(number)}号"
            claimed.update(range(start, match.end()))
            yield Citation(start, match.end(), expected)
    for wrong, right in options.agencies.items():
        for match in re.finditer(re.escape(wrong), text):
            if match.start() not in claimed:
                yield Citation(*match.span(), right)


def _code(text: str, end: int, options: Options) -> str:
    """The agency's code that stands before `end`, "" if what stands there is none."""
    start = end
    while start > 0 and end - start < _LONGEST and is_han(text[start - 1]):
        if text[start - 1] in _LEADING:
            break
        start -= 1
    code = text[start:end]
    known = code.endswith(tuple(options.agencies)) or code[-1:] in _CODES
    if not code or not known or code.endswith(_SELF):
        return ""
    return code if end - start < _LONGEST else code[-1]


def _right(code: str, options: Options) -> str:
    for wrong, right in options.agencies.items():
        if code.endswith(wrong):
            return code[: -len(wrong)] + right
    return code


def _same(text: str, citation: Citation) -> bool:
    """Whether a number is so written; ﹝﹞ is taken for 〔〕, and full-width digits for digits."""
    found = text[citation.start : citation.end].translate(str.maketrans("﹝﹞", "〔〕"))
    return citation.expected in (found, _narrow(found))


def _narrow(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", c) if c.isdecimal() else c for c in text)


KIND = Kind(name="citations", options=Options, run=run)
