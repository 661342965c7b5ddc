from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from docxlint.core.finding import Finding, Fix, Severity
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.formats.text import Text
from docxlint.report.report import Report


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_run_reads_as_its_golden(
    lang: str, everything: tuple[Report, ...], golden: Callable[[str], str]
) -> None:
    assert Text.render(everything, lang) == golden(f"run.{lang}.txt")


def one(message: str, **more: object) -> Report:
    place = Location("word/document.xml", "/w:document/w:body/w:p[1]", paragraph=1)
    found = Finding(
        rule="a-rule", severity=Severity.ERROR, message=Message(message, message), location=place
    )
    found = msgspec.structs.replace(found, **more)
    return Report(path="a.docx", sha256="", status="checked", findings=(found,))


def test_what_the_message_says_is_not_said_again() -> None:
    text = Text.render([one("12 + 2 = 14，但 13 + 2 = 15", expected="14", found="15")], "zh")
    assert "应为" not in text
    assert "实为" not in text


def test_a_number_inside_another_number_is_not_said() -> None:
    text = Text.render([one("共 114 件，又 1.14 件", expected="14", found="1")], "zh")
    assert "应为：14\n" in text
    assert "现为：1\n" in text


def test_a_fix_is_said_only_where_nothing_says_what_was_expected(full: Report) -> None:
    assert "改为" not in Text.render([full], "zh")
    bare = [msgspec.structs.replace(found, expected=None) for found in full.findings]
    text = Text.render([msgspec.structs.replace(full, findings=tuple(bare))], "zh")
    assert text.count("改为：2023年\n") == 1


def test_a_related_place_in_the_same_paragraph_is_not_named() -> None:
    here = Location("word/document.xml", "/w:document/w:body/w:p[1]", paragraph=1, text="，")
    there = msgspec.structs.replace(here, paragraph=2)
    text = Text.render([one("有半角标点", related=(here, there))], "zh")
    assert "参见：“，”，第2段\n" in text


def test_a_fix_by_nothing_is_said_to_be_a_deletion() -> None:
    place = Location("word/document.xml", "/w:document/w:body/w:p[1]", text="。")
    text = Text.render([one("标题末尾不用句号", fix=Fix(place, ""))], "zh")
    assert "          删去：。\n" in text
    assert "改为" not in text


def test_one_thing_wrong_in_several_places_is_said_once_with_every_place(full: Report) -> None:
    text = Text.render([full], "zh")
    assert text.count("[cell-blank]") == 1
    assert "    错误  “（一）予以公开”行\n          “（七）总计”行\n          整行没有填写" in text


def test_places_in_another_section_are_named_with_it(full: Report) -> None:
    line = next(line for line in Text.render([full], "zh").splitlines() if "参见" in line)
    assert "；“新收申请12件”，一、总体情况，第4段" in line
    assert "三、收到和处理" not in line


def test_nothing_found_but_something_unjudged_is_not_called_clean(full: Report) -> None:
    report = msgspec.structs.replace(full, findings=())
    assert "能够核对的项目未发现问题；无法核对2项" in Text.render([report], "zh")


def test_what_was_not_read_is_not_called_clean(unreadable: Report) -> None:
    last = Text.render([unreadable], "zh").splitlines()[-1]
    assert last == "共1份文档：1份无法读取"


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\r", "\u202e", "\u2066", "\u2028", "\x07"])
def test_nothing_of_a_document_reaches_the_console_unescaped(hostile: str) -> None:
    report = one(
        f"错{hostile}了",
        expected=f"甲{hostile}",
        found=f"乙{hostile}",
        rule=f"r{hostile}",
        location=Location(
            "p", "/w:document", section=f"s{hostile}", row=f"r{hostile}", text=f"t{hostile}"
        ),
    )
    report = msgspec.structs.replace(
        report, path=f"a{hostile}.docx", error=Message(f"e{hostile}", f"e{hostile}")
    )
    for lang in ("zh", "en"):
        assert hostile not in Text.render([report], lang)


def test_a_line_break_in_a_cell_is_no_line_break_of_the_report() -> None:
    text = Text.render([one("错了", found="商业\n    错误  假的")], "zh")
    assert "现为：商业\\n    错误  假的\n" in text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/w:hdr/w:p[1]", "页眉"),
        ("/w:footnotes/w:footnote[1]/w:p[1]", "脚注"),
        ("/w:comments/w:comment[1]/w:p[1]", "批注"),
    ],
)
def test_what_stands_beside_the_body_says_where(path: str, said: str) -> None:
    text = Text.render([one("错了", location=Location("word/x.xml", path, text="有误"))], "zh")
    assert f"错误  “有误”，{said}" in text


def test_a_waived_finding_is_shown_with_its_reason_and_not_counted(waived: Report) -> None:
    text = Text.render([waived], "zh")
    assert "  提示1处，已豁免3处\n" in text
    assert text.count("    豁免  ") == 2
    assert text.count("已豁免（提示）：县里统一发的样表\n") == 1
    assert "已豁免（错误）：基线\n" in text
    assert text.splitlines()[-1] == "共1份文档：提示1处，已豁免3处"


def test_nothing_but_waived_findings_is_called_so(waived: Report) -> None:
    report = msgspec.structs.replace(waived, findings=waived.findings[1:])
    assert "  没有发现问题，已豁免3处\n" in Text.render([report], "zh")
    assert "nothing found, waived: 3" in Text.render([report], "en")


def test_every_pack_is_named(waived: Report) -> None:
    assert "按“annual-report 1.0.0”、“county 0.1.0”检查，报告年度2023年\n" in Text.render(
        [waived], "zh"
    )
