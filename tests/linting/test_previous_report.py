"""A document held against last year's report, from Python."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

import docxlint
from docxlint.author import markdown_parser
from docxlint.linting.linter import make_linter
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.report.report import Report
from docxlint.word.make import write_document

OUT = "| 四、结转下年度继续办理 | < | < | 1 | 1 | 1 | 0 | 0 | 0 | 3 |"
FOLLOWED = OUT.replace("| 1 | 1 | 1 |", "| 2 | 1 | 0 |")


def rules(report: Report) -> list[str]:
    assert not report.broken
    return [finding.rule for finding in report.findings]


@pytest.fixture
def this(good: str) -> bytes:
    return write_document.docx_bytes(markdown_parser.parse(good))


@pytest.fixture
def last(good: str) -> Callable[..., bytes]:
    """Last year's good report, with words swapped."""

    def make(swaps: dict[str, str] | None = None) -> bytes:
        text = good.replace("2023年", "2022年").replace("2024年1月18日", "2023年1月18日")
        for old, new in {"| 2 | 1 | 5 |": "| 2 | 1 | 4 |", **(swaps or {})}.items():
            assert old in text
            text = text.replace(old, new)
        return write_document.docx_bytes(markdown_parser.parse(text))

    return make


def test_last_years_report_may_be_bytes_a_file_or_a_path(
    this: bytes, last: Callable[..., bytes], tmp_path: Path
) -> None:
    data = last()
    path = tmp_path / "上年.docx"
    path.write_bytes(data)
    for source in (data, io.BytesIO(data), path, str(path)):
        report = docxlint.lint(this, previous=source)
        assert rules(report) == ["carry-over", "carry-over"]
        assert report.previous is not None
        assert (report.previous.year, report.previous.error) == (2022, None)
    assert rules(docxlint.lint(this, previous=last({OUT: FOLLOWED}))) == []


def test_a_report_without_a_name_is_not_named(this: bytes, last: Callable[..., bytes]) -> None:
    report = docxlint.lint(this, previous=last())
    assert report.findings[0].message.en == (
        "“二、上年结转政府信息公开申请数量” is 2, but “四、结转下年度继续办理”"
        " in last year's report is 1; with 1 its sums would no longer come out, so check which is"
        " wrong"
    )


def test_without_last_years_report_nothing_is_held_against_it(this: bytes) -> None:
    report = docxlint.lint(this)
    assert (report.previous, rules(report), report.unchecked) == (None, [], ())
    assert {"carry-over", "in-force"} <= {idle.rule for idle in report.not_applicable}


def test_where_neither_title_tells_against_it_the_report_is_used(
    this: bytes, last: Callable[..., bytes]
) -> None:
    title = "# 青石县云溪镇人民政府\n# 2022年政府信息公开工作年度报告"
    report = docxlint.lint(this, previous=last({title: "# 政府信息公开工作年度报告"}))
    assert rules(report) == ["carry-over", "carry-over"]


def test_an_archive_serves_many_documents_and_stands_still(
    this: bytes, last: Callable[..., bytes], tmp_path: Path
) -> None:
    path = tmp_path / "上年.docx"
    path.write_bytes(last())
    linter = make_linter()
    archive = linter.archive([path])
    assert [(entry.organ, entry.year) for entry in archive.entries] == [
        ("青石县云溪镇人民政府", 2022)
    ]
    assert linter.lint(this, previous=archive) == linter.lint(this, previous=path)
    path.unlink()
    report = linter.lint(this, previous=archive)
    assert {open_.rule for open_ in report.unchecked} == {"carry-over", "in-force"}
    assert report.previous is not None
    assert report.previous.error is not None
    assert report.previous.error.zh.startswith("上年报告（上年.docx）无法读取：")


def test_an_organ_that_cannot_be_told_is_explained_by_the_finding_about_the_title(
    good: str, last: Callable[..., bytes], tmp_path: Path
) -> None:
    path = tmp_path / "上年.docx"
    path.write_bytes(last())
    text = good.replace("# 青石县云溪镇人民政府\n# 2023年政府信息公开工作年度报告\n", "")
    linter = make_linter("annual-report", year=2023)
    archive = linter.archive([path])
    report = linter.lint(write_document.docx_bytes(markdown_parser.parse(text)), previous=archive)
    unchecked = [open_ for open_ in report.unchecked if open_.rule in ("carry-over", "in-force")]
    assert [open_.reason.zh for open_ in unchecked] == ["标题中没有机关名称，无法查找上年报告"] * 2
    assert all(open_.explained for open_ in unchecked)


def test_a_pack_at_fault_that_last_years_report_may_need_is_reported(
    tmp_path: Path, this: bytes, last: Callable[..., bytes]
) -> None:
    folder = tmp_path / "packs" / "broken"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text("name: broken\n", encoding="utf-8")
    shipped = require_plugins(installed=False)
    offered: Plugins = msgspec.structs.replace(shipped, packs=(*shipped.packs, folder.parent))
    linter = make_linter("annual-report", offered=offered)
    old = last({"2022年": "2018年", "2023年1月18日": "2019年1月18日"})
    assert linter.lint(this).broken == ()
    report = linter.lint(this, previous=old)
    assert [(fault.subject, fault.kind) for fault in report.broken] == [("broken", "pack")]
