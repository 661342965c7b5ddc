"""Whatever the tables of a report look like, it is judged: no rule of ours breaks."""

from __future__ import annotations

import random
from copy import deepcopy

import pytest
from lxml import etree

from docxlint.api import Linter
from docxlint.author import markdown_parser
from docxlint.word.make import write_document
from docxlint.word.ooxml.names import w

from .word import Word, el

WORDS = (
    *("", "0", "7", "—", "7件", "2 3", "自然人", "总计", "法人或其他组织", "商业", "规章"),
    *("（六）其他处理", "1.其他", "行政许可", "申请人情况", "第二十条第（五）项"),
)


@pytest.mark.parametrize("seed", range(60))
def test_a_report_with_random_tables_is_judged(seed: int, linter: Linter, good: str) -> None:
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    word = Word(write_document.docx_bytes(markdown_parser.parse(good)))
    for _ in range(dice.randint(1, 10)):
        _change(dice, list(word.body.iter(w("tr"))))
    report = linter.lint(word.data())
    assert report.status == "checked"
    assert [broken.text("en") for broken in report.broken] == []


def _change(dice: random.Random, rows: list[etree._Element]) -> None:
    """Leave out a row or a cell, move or double it, merge it, or give it other words."""
    row, other = dice.choice(rows), dice.choice(rows)
    cell = dice.choice(row.findall(w("tc")))
    properties = cell.find(w("tcPr"))
    assert properties is not None
    match dice.randrange(8):
        case 0 if row.getparent() is not None and len(rows) > 2:
            row.getparent().remove(row)  # type: ignore[union-attr]
        case 1:
            row.addnext(deepcopy(row))
        case 2:
            other.addnext(deepcopy(row))
        case 3 if len(row.findall(w("tc"))) > 1:
            row.remove(cell)
        case 4:
            cell.addnext(deepcopy(cell))
        case 5:
            properties.append(el("gridSpan", val=str(dice.randint(1, 4))))
        case 6:
            properties.append(el("vMerge", val=dice.choice(("restart", "continue"))))
        case _:
            for text in list(cell.iter(w("t")))[:1]:
                text.text = dice.choice(WORDS)
