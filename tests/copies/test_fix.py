"""A fixed copy has the safe repairs; blanks become 0 where nothing speaks against it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import msgspec
import pytest

from docxlint.copies.annotate import annotate
from docxlint.copies.fix import CopyNotChecked, diff, fix, unrepaired_lines
from docxlint.copies.original import Original
from docxlint.core.finding import Finding, Fix, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.report import Report

Docx = Callable[..., bytes]
Opened = Callable[[bytes], Original]

_PART = "word/document.xml"
_TABLE = "/w:document/w:body/w:tbl[1]"
_CELLS = [Location(_PART, f"{_TABLE}/w:tr[1]/w:tc[{n}]", table="t", row="r") for n in (1, 2)]
_PLACE = Location(_PART, "/w:document/w:body/w:p[1]")
_BODY = (
    "<w:p><w:r><w:t>甲;乙</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
)


def _finding(name: str, location: Location, fix_text: str | None = None) -> Finding:
    blank = fix_text is None
    return Finding(
        rule=name,
        severity=Severity.ERROR,
        message=Message(zh=name, en=name),
        location=location,
        expected="0" if blank else None,
        found="" if blank else None,
        fix=None if blank else Fix(location, str(fix_text)),
        fingerprint=name,
    )


def _report(*findings: Finding) -> Report:
    return Report(path="x", sha256="", status="checked", findings=findings)


_REPAIR = _finding("punctuation", _PLACE, "甲；乙")
_BLANKS = [_finding(f"blank-{n}", location) for n, location in enumerate(_CELLS)]


def _main(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(_PART).decode()


def test_repairs_are_tracked_changes_and_other_parts_stay(docx: Docx, original: Opened) -> None:
    source = docx(_BODY)
    result = fix(original(source), _report(_REPAIR, *_BLANKS))
    assert result.copy is not None and result.copy.findings == 1
    text = _main(result.copy.data)
    assert "<w:delText>;</w:delText>" in text and text.count("<w:ins ") == 1
    with (
        zipfile.ZipFile(io.BytesIO(source)) as old,
        zipfile.ZipFile(io.BytesIO(result.copy.data)) as new,
    ):
        assert old.namelist() == new.namelist()
        assert all(old.read(n) == new.read(n) for n in old.namelist() if n != _PART)


def test_there_is_no_copy_without_repairs(docx: Docx, original: Opened) -> None:
    report = _report(*_BLANKS)
    result = fix(original(docx(_BODY)), report)
    assert result.copy is None and not result.plan.repairs
    assert diff(result.plan, report, "zh") == ""


def test_blanks_become_0_where_the_check_finds_nothing_new(docx: Docx, original: Opened) -> None:
    document = original(docx(_BODY))
    result = fix(document, _report(_REPAIR, *_BLANKS), lambda _: _report())
    assert result.copy is not None and result.copy.findings == 3
    assert [repair.text for repair in result.plan.repairs] == ["甲；乙", "0", "0"]


def test_a_blank_that_contradicts_other_figures_stays(docx: Docx, original: Opened) -> None:
    def check(data: bytes) -> Report:
        # The first cell, if it is filled, does not add up.
        filled = _main(data).partition("<w:tc>")[2].partition("</w:tc>")[0]
        return _report(*([_finding("sum", _CELLS[0], "")] if "0</w:t>" in filled else []))

    result = fix(original(docx(_BODY)), _report(_REPAIR, *_BLANKS), check)
    assert [repair.text for repair in result.plan.repairs] == ["甲；乙", "0"]
    assert [unrepaired.finding.rule for unrepaired in result.plan.unrepaired] == ["blank-0"]
    assert [
        line.en.endswith("the figures do not add up: sum") for line in unrepaired_lines(result.plan)
    ] == [True]


def test_what_the_repairs_alone_bring_is_not_held_against_blanks(
    docx: Docx, original: Opened
) -> None:
    other = _finding("other", _CELLS[0], "")
    result = fix(original(docx(_BODY)), _report(_REPAIR, *_BLANKS), lambda _: _report(other))
    assert [repair.text for repair in result.plan.repairs] == ["甲；乙", "0", "0"]


def test_a_copy_that_cannot_be_checked_is_an_error(docx: Docx, original: Opened) -> None:
    why = Message(zh="读不出", en="unreadable")
    unreadable = Report(path="x", sha256="", status="unreadable", error=why)
    with pytest.raises(CopyNotChecked) as error:
        fix(original(docx(_BODY)), _report(_REPAIR, *_BLANKS), lambda _: unreadable)
    assert error.value.reason == why


def test_annotating_and_fixing_both_start_from_the_original(docx: Docx, original: Opened) -> None:
    source, report = docx(_BODY), _report(_REPAIR)
    document = original(source)
    annotated, fixed = annotate(document, report), fix(document, report)
    assert fixed.copy == fix(original(source), report).copy
    assert annotated == annotate(original(source), report) == annotate(document, report)
    assert annotated is not None and "<w:del " not in _main(annotated.data)


def test_the_diff_shows_place_rule_class_and_both_texts(docx: Docx, original: Opened) -> None:
    place = msgspec.structs.replace(_PLACE, section="一、总体情况")
    report = _report(_finding("punctuation", place, "甲；乙"), *_BLANKS)
    report = msgspec.structs.replace(report, path="年报.docx")
    lines = diff(fix(original(docx(_BODY)), report).plan, report, "zh").splitlines()
    assert lines[:2] == ["--- 年报.docx", "+++ 年报.docx"]
    assert "一、总体情况" in lines[2] and lines[2].endswith("@@ punctuation [确定的修改]")
    assert lines[3:] == [
        "-甲;乙",
        "+甲；乙",
        "# 另有2处没有修改：blank-0 1, blank-1 1",
    ]


def test_a_likely_repair_is_made_when_wanted(docx: Docx, original: Opened) -> None:
    report = _report(_finding("wording", _PLACE, "丙;乙"))
    plain = fix(original(docx(_BODY)), report)
    assert plain.copy is None
    (left,) = unrepaired_lines(plain.plan)
    assert "--likely" in left.zh and "--likely" in left.en
    likely = fix(original(docx(_BODY)), report, likely=True)
    assert likely.copy is not None
    lines = diff(likely.plan, report, "en").splitlines()
    assert lines[2].endswith("@@ wording [likely: check it]")
    assert lines[3:] == ["-甲;乙", "+丙;乙"]
