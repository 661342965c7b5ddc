"""The result of a document and of a run in one line."""

from __future__ import annotations

import msgspec

from docxlint.core.finding import PackId
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.report.verdict import Tally, checked_with, verdict


def test_a_verdict_counts_severities_and_then_the_gaps(full: Report) -> None:
    assert verdict(full).zh == ("错误3处，警告1处，提示1处；无法核对2项；另有7项因上述问题无法核对")


def test_what_was_not_checked_is_never_clean(full: Report, clean: Report, broken: Report) -> None:
    gap = msgspec.structs.replace(full, findings=())
    assert verdict(gap).zh.startswith("能够核对的项目未发现问题；无法核对2项")
    assert verdict(broken).zh == "能够核对的项目未发现问题；检查程序出错1处"
    assert verdict(clean).zh == "没有发现问题"


def test_a_document_that_was_not_checked_has_the_reason(
    unreadable: Report, no_pack: Report
) -> None:
    assert verdict(unreadable).zh == "无法读取：这是 Word 97–2003 的 .doc 文件。"
    assert verdict(no_pack) == Message(zh="没有适用的规则包", en="not checked: no pack applies")


def test_a_report_names_the_regulation_it_was_checked_with(clean: Report) -> None:
    title = Message(zh="《年度报告格式》（2021年）", en="annual reports (2021)")
    report = msgspec.structs.replace(clean, packs=(PackId("a", "1", title),), year=2023)
    line = checked_with(report)
    assert line == Message(
        zh="按《年度报告格式》（2021年）检查，报告年度2023年",
        en="checked with annual reports (2021), report year 2023",
    )


def test_other_titles_have_quotation_marks_and_several_packs_are_listed(waived: Report) -> None:
    line = checked_with(msgspec.structs.replace(waived, year=None))
    assert line is not None
    assert line.zh == "按“annual-report 1.0.0”、“county 0.1.0”检查"
    assert checked_with(msgspec.structs.replace(waived, packs=())) is None


def test_a_tally_adds_up_all_documents(everything: tuple[Report, ...]) -> None:
    tally = Tally()
    for report in everything:
        tally.add(report)
    text = tally.message().zh
    assert text.startswith("共7份文档：错误5处，警告1处，提示3处，已豁免3处")
    assert text.endswith("1份无法读取，1份未检查")


def test_a_tally_of_clean_documents_says_so(clean: Report) -> None:
    tally = Tally()
    tally.add(clean)
    assert tally.message() == Message(
        zh="共1份文档：没有发现问题", en="documents: 1; nothing found"
    )
