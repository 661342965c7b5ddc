"""The report for a spreadsheet."""

from __future__ import annotations

import csv
import io

from docxlint.report.formats.csv import Csv
from docxlint.report.report import Report


def rows(*reports: Report, lang: str = "zh") -> list[dict[str, str]]:
    text = Csv.render(reports, lang)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_finding_has_its_place_and_both_values(full: Report) -> None:
    title, balance, *_ = rows(full)
    assert (title["类别"], title["级别"], title["规则"]) == ("问题", "警告", "title-wording")
    assert title["现为"] == "集义庄乡2023年度政府信息公开工作年度报告"
    assert (balance["部分"], balance["列"]) == ("三、收到和处理政府信息公开申请情况", "总计")


def test_a_document_without_results_has_a_row(clean: Report, unreadable: Report) -> None:
    assert [row["类别"] for row in rows(clean, unreadable)] == ["没有发现问题", "无法读取"]
    assert [row["kind"] for row in rows(clean, lang="en")] == ["nothing found"]


def test_a_waived_finding_has_the_reason_and_a_fault_its_rule(
    waived: Report, broken: Report
) -> None:
    *_, fault = table = rows(waived, broken)
    assert [row["豁免理由"] for row in table[:2]] == ["", "县里统一发的样表"]
    assert fault["类别"] == "检查程序出错（与文档无关）"
    assert fault["规则"] == "balance (equation)"
