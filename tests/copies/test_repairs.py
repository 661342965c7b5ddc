"""A repair is planned if it is safe and changes no figure; otherwise the reason is kept."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from docxlint.copies.original import Original
from docxlint.copies.repairs import RepairPlan, is_blank, plan_repairs
from docxlint.core.finding import Finding, Fix, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.report import Report

Docx = Callable[..., bytes]
Opened = Callable[[bytes], Original]

_PART = "word/document.xml"
_BODY = "/w:document/w:body"
_PLACE = Location(_PART, f"{_BODY}/w:p[1]")
_CELL = Location(_PART, f"{_BODY}/w:tbl[1]/w:tr[1]/w:tc[1]")


def _finding(location: Location, text: str | None, rule: str = "r") -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        message=Message(zh="错了", en="wrong"),
        location=location,
        fix=None if text is None else Fix(location, text),
        fingerprint=f"{rule} {location.path} {location.start}",
    )


def _paragraph(*texts: str) -> str:
    return f"<w:p>{''.join(f'<w:r><w:t>{text}</w:t></w:r>' for text in texts)}</w:p>"


def _cell(*paragraphs: str) -> str:
    content = "".join(map(_paragraph, paragraphs))
    return f"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>"


@pytest.fixture
def plan(docx: Docx, original: Opened) -> Callable[..., RepairPlan]:
    """The plan for findings on a document with a body."""

    def make(
        body: str,
        *findings: Finding,
        left_blank: dict[str, Message] | None = None,
        likely: bool = False,
    ) -> RepairPlan:
        document = original(docx(body))
        report = Report(path="x", sha256="", status="checked", findings=findings)
        return plan_repairs(document.main, document.index, report, left_blank, likely=likely)

    return make


Planner = Callable[..., RepairPlan]


def _texts(plan: RepairPlan) -> list[str]:
    return [repair.text for repair in plan.repairs]


def _reasons(plan: RepairPlan) -> list[str]:
    return [unrepaired.reason.en for unrepaired in plan.unrepaired]


def test_the_fix_of_a_range_is_made_in_its_paragraph(plan: Planner) -> None:
    place = msgspec.structs.replace(_PLACE, start=2, end=3)
    result = plan(_paragraph("甲乙;丙"), _finding(place, "；"))
    assert _texts(result) == ["甲乙；丙"]
    assert not result.unrepaired


def test_white_space_in_a_label_stays(plan: Planner) -> None:
    result = plan(_cell("本年 制作件数"), _finding(_CELL, "本年制发件数"), likely=True)
    assert _texts(result) == ["本年 制发件数"]


def test_a_repair_that_takes_letters_away_is_only_likely(plan: Planner) -> None:
    finding = _finding(_CELL, "本年制发件数")
    assert _reasons(plan(_cell("本年制作件数"), finding)) == [
        "the repair is only likely (--likely makes it)"
    ]
    result = plan(_cell("本年制作件数"), finding, likely=True)
    assert _texts(result) == ["本年制发件数"]
    assert result.likely == {finding.fingerprint}
    assert plan(_cell("年制发件数"), finding).likely == frozenset()


def test_the_mark_of_a_note_is_not_repaired_away(plan: Planner) -> None:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    place = msgspec.structs.replace(_PLACE, start=0, end=4)
    result = plan(
        f"<w:p><w:r><w:t>甲;</w:t></w:r>{mark}<w:r><w:t>;乙</w:t></w:r></w:p>",
        _finding(place, "甲；乙"),
    )
    assert _texts(result) == []
    assert _reasons(result) == ["the text is not plain text of the paragraph"]


def test_a_figure_keeps_its_value(plan: Planner) -> None:
    assert _texts(plan(_cell(" 46件 "), _finding(_CELL, "46"))) == ["46"]
    result = plan(_cell("9"), _finding(_CELL, "8"))
    assert _texts(result) == []
    assert _reasons(result) == ["it would change a figure (9 → 8)"]


def test_digits_are_not_joined_to_another_number(plan: Planner) -> None:
    place = msgspec.structs.replace(_PLACE, start=1, end=2)
    result = plan(_paragraph("3和4"), _finding(place, ""))
    assert _reasons(result) == ["it would change a figure (3和4 → 34)"]


@pytest.mark.parametrize(
    ("body", "location", "reason"),
    [
        (_paragraph("甲"), Location("word/header1.xml", "/w:hdr/w:p[1]"), "outside the body"),
        (_paragraph("甲"), Location(_PART, f"{_BODY}/w:p[2]"), "no text to change"),
        (_cell("甲", "乙"), _CELL, "in several paragraphs"),
        (f"<w:sdt><w:sdtContent>{_paragraph('甲')}</w:sdtContent></w:sdt>", None, "control"),
    ],
)
def test_an_unsafe_repair_is_not_made(
    body: str, location: Location | None, reason: str, plan: Planner
) -> None:
    inside = Location(_PART, f"{_BODY}/w:sdt[1]/w:sdtContent[1]/w:p[1]")
    result = plan(body, _finding(location or inside, "丁"))
    assert not result.repairs
    assert len(result.unrepaired) == 1 and reason in _reasons(result)[0]


def test_control_characters_are_not_written(plan: Planner) -> None:
    assert _reasons(plan(_paragraph("甲"), _finding(_PLACE, "甲\x07"))) == [
        "the text is not plain text of the paragraph"
    ]


def test_conflicting_repairs_leave_the_second_one(plan: Planner) -> None:
    one, two = (msgspec.structs.replace(_PLACE, start=0, end=end) for end in (1, 2))
    first, second = _finding(one, "丁", "one"), _finding(two, "戊己", "two")
    result = plan(_paragraph("甲乙"), first, second, likely=True)
    assert _texts(result) == ["丁乙"]
    assert [unrepaired.finding.rule for unrepaired in result.unrepaired] == ["two"]
    assert _reasons(result) == ["it overlaps with another repair"]


def test_edits_over_different_formats_are_not_merged(plan: Planner) -> None:
    old, new = "2024 年 1 月 15 日", "2024年1月15日"
    plain = plan(_paragraph(old), _finding(_PLACE, new))
    assert [len(repair.edits) for repair in plain.repairs] == [1]
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>2024 年 1</w:t></w:r><w:r><w:t xml:space='preserve'> 月 15 日</w:t></w:r></w:p>"
    mixed = plan(bold, _finding(_PLACE, new))
    assert [len(repair.edits) for repair in mixed.repairs] == [5]
    assert _texts(mixed) == _texts(plain) == [new]


def test_waived_findings_are_not_repaired(plan: Planner) -> None:
    finding = msgspec.structs.replace(_finding(_PLACE, "丁"), waived="x")
    result = plan(_paragraph("甲"), finding)
    assert not result.repairs and not result.unrepaired


def _blank(name: str = "cell-blank") -> Finding:
    finding = _finding(_CELL, None, name)
    return msgspec.structs.replace(finding, expected="0", found="")


def test_blanks_become_0_unless_they_are_left_blank(plan: Planner) -> None:
    blank = _blank()
    assert is_blank(blank) and not is_blank(_finding(_CELL, "0"))
    body = _cell("")
    assert _texts(plan(body, blank)) == []
    assert _texts(plan(body, blank, left_blank={})) == ["0"]
    reason = Message(zh="对不上", en="does not add up")
    left = plan(body, blank, left_blank={blank.fingerprint: reason})
    assert _texts(left) == [] and _reasons(left) == ["does not add up"]
