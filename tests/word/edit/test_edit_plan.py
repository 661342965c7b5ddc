"""Edits for several findings in one paragraph are combined, or refused if they conflict."""

from __future__ import annotations

import pytest

from docxlint.core.document import Paragraph
from docxlint.core.finding import Finding, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.word.edit.edit_plan import EditRequest, ParagraphPlan
from docxlint.word.edit.text_diff import TextEdit, merge_edits

_TEXT = "四、复议,行政(诉讼)情况"
_PLACE = Location("word/document.xml", "/w:p[1]")
_PARAGRAPH = Paragraph(_TEXT, _PLACE)
_COMMA, _OPEN, _CLOSE = TextEdit(4, 5, "、"), TextEdit(7, 8, "（"), TextEdit(10, 11, "）")
_CORRECTED = "四、复议、行政（诉讼）情况"


def _finding(rule: str) -> Finding:
    message = Message(zh="错了", en="wrong")
    return Finding(rule=rule, severity=Severity.ERROR, message=message, location=_PLACE)


def _request(*minimal: TextEdit) -> EditRequest:
    return EditRequest(_PARAGRAPH, _PLACE, merge_edits(minimal, _TEXT), minimal)


def _plan(*requests: EditRequest) -> tuple[list[bool], str, list[str]]:
    """Whether each request fits, the text after the repair, and the rules that it resolves."""
    plan = ParagraphPlan(_PARAGRAPH, _PLACE)
    fits = []
    for number, request in enumerate(requests):
        edits = plan.missing_edits(request)
        fits.append(edits is not None)
        if edits is not None:
            plan.add(edits, request, _finding(str(number)))
    repair = plan.repair()
    return fits, repair.text, [finding.rule for finding in repair.findings]


@pytest.mark.parametrize("part", [_COMMA, _OPEN, TextEdit(4, 5, "，")])
def test_a_larger_repair_covers_the_smaller_ones_inside_it(part: TextEdit) -> None:
    larger = _request(_COMMA, _OPEN, _CLOSE)
    assert len(larger.edits) == 1
    assert _plan(larger, _request(part)) == ([True, True], _CORRECTED, ["0", "1"])


def test_a_larger_repair_adds_to_a_smaller_one() -> None:
    larger = _request(_COMMA, _OPEN, _CLOSE)
    assert _plan(_request(_OPEN), larger) == ([True, True], _CORRECTED, ["0", "1"])


def test_different_texts_for_one_place_conflict() -> None:
    fits, text, rules = _plan(_request(_COMMA), _request(TextEdit(3, 5, "议；")))
    assert (fits, rules) == ([True, False], ["0"])
    assert text == _TEXT.replace(",", "、")
    inserts = _request(TextEdit(4, 4, "甲")), _request(TextEdit(4, 4, "乙"))
    assert _plan(*inserts)[0] == [True, False]
    inside = _request(TextEdit(4, 6, "、")), _request(TextEdit(5, 5, "乙"))
    assert _plan(*inside)[0] == [True, False]
    assert _plan(_request(TextEdit(2, 5, "甲"), TextEdit(4, 6, "乙")))[0] == [False]


def test_neighbouring_edits_do_not_conflict() -> None:
    fits, text, _ = _plan(_request(TextEdit(4, 5, "")), _request(TextEdit(5, 7, "及")))
    assert (fits, text) == ([True, True], _TEXT.replace(",行政", "及"))


def test_requests_of_one_finding_are_combined_in_order() -> None:
    combined = EditRequest.combine([_request(_OPEN), _request(_COMMA)])
    assert combined.edits == combined.minimal == (_COMMA, _OPEN)
