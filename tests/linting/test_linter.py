"""The linter fills the report of a document."""

from __future__ import annotations

import msgspec

from docxlint.author import markdown_parser
from docxlint.linting.linter import make_linter
from docxlint.plugins.hooks import Plugins
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
        "从标题看不是政府信息公开工作年度报告或部门决算，未检查（如需检查，用 --pack 指定规则）"
    )


def test_the_error_names_the_documents_that_the_packs_are_for(offered: Plugins) -> None:
    report = make_linter(offered=offered).lint(docx("# 会议通知\n请参加。\n"))
    assert report.error is not None
    assert report.error.zh == (
        "从标题看不是苹果报告或梨子报告，未检查（如需检查，用 --pack 指定规则）"
    )
    assert "this is not 苹果报告 or 梨子报告, so it was not checked" in report.error.en


def test_without_packs_the_error_names_no_document(offered: Plugins) -> None:
    linter = make_linter(offered=msgspec.structs.replace(offered, packs=()))
    report = linter.lint(docx("# 会议通知\n请参加。\n"))
    assert report.error is not None
    assert report.error.zh == "没有可用的规则，未检查"
