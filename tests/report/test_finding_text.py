"""The details that follow the message of a finding."""

from __future__ import annotations

from typing import Any

from docxlint.core.finding import Diagnosis, Finding, Fix, Severity, Suspect
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.finding_text import (
    alternative_lines,
    cause_label,
    detail_lines,
    mark,
    place_and_message,
    texts,
)

PLACE = Location("word/document.xml", "/w:document/w:body/w:p[3]", paragraph=3, text="原文")


def finding(zh: str, en: str, **more: Any) -> Finding:
    message = Message(zh, en)
    return Finding(rule="r", severity=Severity.ERROR, message=message, location=PLACE, **more)


def lines(each: Finding, lang: str = "zh") -> list[str]:
    return texts(detail_lines(each), lang)


def test_a_value_that_the_message_has_already_is_not_repeated_in_that_language() -> None:
    each = finding("应为 14", "wrong", expected="14", found="15")
    assert lines(each) == ["现为：15"]
    assert lines(each, "en") == ["expected: 14", "found: 15"]


def test_a_number_inside_another_number_is_news() -> None:
    assert lines(finding("共 114 件", "114", expected="14")) == ["应为：14"]


def test_a_repair_replaces_or_deletes() -> None:
    assert lines(finding("错", "x", fix=Fix(PLACE, "新"))) == ["改为：新"]
    assert lines(finding("错", "x", fix=Fix(PLACE, ""))) == ["删去：原文"]
    both = Fix(PLACE, "新", (Fix(PLACE, "旧"),))
    assert lines(finding("错", "x", fix=both)) == []


def test_a_suspect_has_its_place_and_both_values() -> None:
    each = finding("错", "x", suspects=(Suspect("办结", "总计", "", "10"),))
    assert lines(each) == ["可能错在：“办结”行“总计”列（应为10，现填（空白））"]
    assert lines(each, "en") == ["perhaps: “办结”, “总计” should be 10, is (blank)"]


def test_a_related_place_in_the_same_paragraph_is_not_named() -> None:
    other = Location("word/document.xml", "/w:document/w:body/w:p[5]", paragraph=5, text="别处")
    assert lines(finding("错", "x", related=(PLACE, other))) == ["参见：“别处”，第5段"]


def test_a_waived_finding_has_its_severity_in_the_details() -> None:
    each = finding("错", "x", waived=Message("样表", "sample form"))
    assert mark(each).zh == "豁免"
    assert lines(each) == ["已豁免（错误）：样表"]


def test_a_message_without_sections_has_its_place_before_it() -> None:
    assert place_and_message(PLACE, Message("错\n", "x")).zh == "“原文”，第3段：错\\n"


def test_a_diagnosis_without_a_cause_has_a_label_of_its_own() -> None:
    fields: dict[str, Any] = {
        "message": Message("m", "m"),
        "certain": False,
        "suspects": (),
        "alternatives": ((Suspect("甲", None, "1", "2"), Suspect("乙", None, "3", "4")),),
        "explains": (),
    }
    found, unknown = (Diagnosis(kind=kind, **fields) for kind in ("figure", "unknown"))
    assert (cause_label(found).zh, cause_label(unknown).zh) == ("很可能错在这里", "请逐项核对")
    (line,) = alternative_lines(found)
    assert line.zh == "或者：“甲”（应为2，现填1），“乙”（应为4，现填3）"
