"""Variants that turn the text into complex fields of all kinds."""

from __future__ import annotations

from .inline import code, mark
from .word import Word, replace, runs

_KINDS = (
    *(" REF 甲 \\h ", ' IF 1 = 1 "甲" "乙" ', " SEQ 表 ", " PAGEREF 甲 ", " DOCPROPERTY 密级 "),
    *(" AUTHOR ", " MERGEFIELD 甲 ", " =1+1 ", " TITLE ", ' QUOTE "甲" ', ' TOC \\o "1-3" '),
    *(' HYPERLINK \\l "甲" ', ' DATE \\@ "yyyy年M月d日" ', " FORMTEXT ", " ASK 甲 "),
)


def results_of_fields_of_all_kinds(word: Word) -> None:
    """Make every run outside tables the cached result of a complex field.

    The kinds of fields take turns, so that each comes to runs with findings.
    """
    for n, old in runs(word):
        if not any(str(e.tag).endswith("}tbl") for e in old.iterancestors()):
            kind = _KINDS[n % len(_KINDS)]
            replace(old, mark("begin"), code(kind), mark("separate"), old, mark("end"))


def marks_of_fields_in_the_run(word: Word) -> None:
    """Put the complete field of every run into that run."""
    for n, old in runs(word):
        text = next(child for child in old if str(child.tag).endswith("}t"))
        begin, instruction, separate = (
            run[0] for run in (mark("begin"), code(_KINDS[n % 3]), mark("separate"))
        )
        replace(text, begin, instruction, separate, text, mark("end")[0])
