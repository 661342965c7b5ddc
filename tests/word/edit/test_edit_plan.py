"""What findings ask of one paragraph goes together, or does not."""

from __future__ import annotations

import pytest

from docxlint.core.document import Paragraph
from docxlint.core.finding import Finding, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.word.edit.edit_plan import Mending, Wanted
from docxlint.word.edit.text_diff import Stroke, whole

_TEXT = "四、复议,行政(诉讼)情况"
_PLACE = Location("word/document.xml", "/w:p[1]")
_PARAGRAPH = Paragraph(_TEXT, _PLACE)
_COMMA, _OPEN, _CLOSE = Stroke(4, 5, "、"), Stroke(7, 8, "（"), Stroke(10, 11, "）")


def _found(rule: str) -> Finding:
    said = Message(zh="错了", en="wrong")
    return Finding(rule=rule, severity=Severity.ERROR, message=said, location=_PLACE)


def _wanted(*fine: Stroke) -> Wanted:
    return Wanted(_PARAGRAPH, _PLACE, whole(fine, _TEXT), fine)


def _made(*several: Wanted) -> tuple[list[bool], str, list[str]]:
    """Whether there is a way for each, what they make of the text, and who is mended."""
    mending = Mending(_PARAGRAPH, _PLACE)
    there = []
    for n, wanted in enumerate(several):
        way = mending.way(wanted)
        there.append(way is not None)
        if way is not None:
            mending.add(way, wanted, _found(str(n)))
    repair = mending.repair()
    return there, repair.text, [found.rule for found in repair.findings]


_ALL = "四、复议、行政（诉讼）情况"


@pytest.mark.parametrize("within", [_COMMA, _OPEN, Stroke(4, 5, "，")])
def test_what_a_larger_repair_takes_away_is_mended_with_it(within: Stroke) -> None:
    assert len(_wanted(_COMMA, _OPEN, _CLOSE).strokes) == 1
    both = _made(_wanted(_COMMA, _OPEN, _CLOSE), _wanted(within))
    assert both == ([True, True], _ALL, ["0", "1"])


def test_a_larger_repair_takes_in_what_has_been_made_of_it_already() -> None:
    assert _made(_wanted(_OPEN), _wanted(_COMMA, _OPEN, _CLOSE)) == ([True, True], _ALL, ["0", "1"])


def test_repairs_that_want_different_words_in_one_place_do_not_go_together() -> None:
    there, text, mended = _made(_wanted(_COMMA), _wanted(Stroke(3, 5, "议；")))
    assert (there, mended) == ([True, False], ["0"])
    assert text == _TEXT.replace(",", "、")
    assert _made(_wanted(Stroke(4, 4, "甲")), _wanted(Stroke(4, 4, "乙")))[0] == [True, False]
    assert _made(_wanted(Stroke(4, 6, "、")), _wanted(Stroke(5, 5, "乙")))[0] == [True, False]
    assert _made(_wanted(Stroke(2, 5, "甲"), Stroke(4, 6, "乙")))[0] == [False]


def test_strokes_beside_one_another_go_together() -> None:
    assert _made(_wanted(Stroke(4, 5, "")), _wanted(Stroke(5, 7, "及")))[:2] == (
        [True, True],
        _TEXT.replace(",行政", "及"),
    )
