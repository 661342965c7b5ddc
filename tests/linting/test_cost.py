"""The time for a document grows with its length, whatever its text repeats."""

from __future__ import annotations

import time

import pytest

from docxlint.api import Linter
from docxlint.author import markdown_parser
from docxlint.linting.pack_selection import PackSelector
from docxlint.rules.rule import Pack
from docxlint.word.make import write_document

PHRASES = (
    "其中1条、",
    "其中，2件3件",
    "收到政府信息公开申请3件，",
    "全年主动公开政府信息312条，其中政策文件21条，",
    "公开信息204篇，其中图文一百二十篇（含转载60篇），视频",
    "现公布某镇2023年政府信息公开工作年度报告，",
    "本报告共分五个部分",
    "其他需要报告的事项等六部分",
    "附件（年度报告由六个部分组成）",
    "统计期限自2023年1月1日至2023年12月31日止，",
    "2024年1月15日",
    "二四年一月十八日",
    "电话：，",
    "《中华人民共和国政府信息公开条例》（国令第711号）、",
    "（（《“",
    "https://www.example.gov.cn/a、",
)


@pytest.fixture(scope="module")
def linter(national: Pack) -> Linter:
    return Linter(PackSelector((national,)))


def _seconds(linter: Linter, phrase: str, characters: int) -> float:
    """The processor time for a report whose first section has a paragraph of this length."""
    text = phrase * (characters // len(phrase))
    blocks = markdown_parser.parse(
        f"# 白杨镇2023年政府信息公开工作年度报告\n\n## 一、总体情况\n\n{text}\n"
    )
    data = write_document.docx_bytes(blocks)
    start = time.process_time()
    assert linter.lint(data).status == "checked"
    return time.process_time() - start


@pytest.mark.parametrize("phrase", PHRASES)
def test_four_times_the_text_takes_about_four_times_as_long(phrase: str, linter: Linter) -> None:
    _seconds(linter, phrase, 100)
    short = min(_seconds(linter, phrase, 4_000) for _ in range(2))
    assert min(_seconds(linter, phrase, 16_000) for _ in range(2)) < 8 * max(short, 0.03)
