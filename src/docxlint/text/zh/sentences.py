"""Sentences, clauses and lists in Chinese running text."""

from __future__ import annotations

import re

from docxlint.text.zh.folding import fold

FULL_STOP = "。"
ENDS = "。！？!?…"
CLOSERS = "”’》〉）)】〕]」』\"'"
STOPS = "。；;！!？?"
BREAKS = "，,；;。：:（(！!？?"
PHRASE_MARKS = "，,、。；;：:（(）)"
COLONS = "：:"
COMMAS = "，,"
SEMICOLONS = "；;"
SEPARATOR = "、"
OWN_NAME = "我"

_MARKS = re.compile("[，、；：。！？,;:]")
_CLOSING = (*ENDS, "；", "：", ";", ":", ".")
_CLAUSE = re.compile("[，,。；;！!？?]|[（(](?:其中|包括)")
_AND_SO_ON = "等"
_REST = re.compile("其余|其他|其它|剩余|另外")
_JOINT = re.compile("以及|[、，,和与及]")
_EDGE = "的等共计总这为是"


def has_marks(text: str) -> bool:
    """Whether `text` has a mark of running text."""
    return _MARKS.search(text) is not None


def is_closed(text: str) -> bool:
    """Whether `text` ends with a mark that closes a clause or a sentence."""
    return text.rstrip(CLOSERS)[-1:] in _CLOSING


def continues(text: str) -> bool:
    """Whether `text` begins with a mark that can only go on with a sentence."""
    return text[:1] in tuple("，、；。）》”")


def clause_end(text: str, start: int, until: int) -> int:
    """Where the clause ends that is open at `start`: at a mark, or at `until`."""
    mark = _CLAUSE.search(text, start, until)
    return mark.start() if mark is not None else until


def bracket_depth(text: str) -> int:
    """How many more brackets open than close in `text`."""
    return sum(text.count(char) for char in "（(") - sum(text.count(char) for char in "）)")


def has_open_end(text: str, last: int, until: int) -> bool:
    """Whether 等 follows the last part of a list, or the text names a rest before `until`."""
    return text.startswith(_AND_SO_ON, last) or _REST.search(text, last, until) is not None


def unify_joints(text: str) -> str:
    """`text`, folded, with 、 for 以及, 和, 与, 及 and commas; without 的 and points at the end."""
    return _JOINT.sub(SEPARATOR, fold(text).replace("的", "")).rstrip("。.")


def listed_items(text: str) -> list[str]:
    """The items between 、 without the words around a list (等, 共, 是, …); no empty ones."""
    items = (item.strip(_EDGE) for item in text.split(SEPARATOR))
    return [item for item in items if item]
