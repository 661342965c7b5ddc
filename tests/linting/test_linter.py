"""The linter fills the report of a document."""

from __future__ import annotations

from docxlint.author import markdown_parser
from docxlint.linting.linter import make_linter
from docxlint.word.make import write_document


def docx(text: str) -> bytes:
    return write_document.docx_bytes(markdown_parser.parse(text))


def test_title_organ_and_year_come_from_the_title_of_the_document() -> None:
    title = "某县2023年政府信息公开工作年度报告"
    report = make_linter("annual-report").lint(docx(f"# {title}\n## 一、总体情况\n无。\n"))
    assert (report.title, report.organ, report.year) == (title, "某县", 2023)


def test_a_document_without_a_title_has_no_organ() -> None:
    report = make_linter("annual-report").lint(docx("## 一、总体情况\n无。\n"))
    assert (report.title, report.organ) == (None, None)


def test_a_document_that_no_pack_applies_to_has_an_error_and_no_pack() -> None:
    report = make_linter().lint(docx("# 会议通知\n请参加。\n"))
    assert (report.status, report.pack, report.title) == ("no-pack", None, None)
    assert report.error is not None
    assert report.error.zh == (
        "从标题看不是政府信息公开工作年度报告，未检查（如需检查，用 --pack 指定规则）"
    )
