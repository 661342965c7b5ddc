"""A document with faults against many rules, and its copies."""

from __future__ import annotations

import pytest

from docxlint.api import Linter
from docxlint.author import markdown_parser
from docxlint.linting.pack_selection import PackSelector
from docxlint.rules.rule import Pack
from docxlint.word.make import write_document

from .copies import Copies, copies

FAULTS = {
    # a wrong total
    "| （一）予以公开 | < | 4 | 1 | 1 | 0 | 1 | 1 | 8 |": "| （一）予以公开 | < | 4 | 1 | 1 | 0 | 1 | 1 | 9 |",
    # a blank figure
    "| 4.保护第三方合法权益 | 1 |": "| 4.保护第三方合法权益 |  |",
    # wrong labels of a row and of a column
    "| 行政规范性文件 | 2 |": "| 规范性文件 | 2 |",
    "| 2.重复申请 |": "| 2.反复申请 |",
    "| 本年制发件数 |": "| 本年制作件数 |",
    # text beside a number, and a wrong sum
    "| 行政许可 | 46 |": "| 行政许可 | 46件 |",
    "| 2 | 1 | 0 | 1 | 4 |": "| 2 | 1 | 0 | 1 | 5 |",
    # headings
    "## 六、其他需要报告的事项": "## 其他需要报告的事项",
    "### （四）政府信息公开平台": "### （3）政府信息公开平台",
    # words
    "2024年，我镇将": "2023年，我镇将",
    "材料不足；二是": "材料不足;二是",
    "12号）逐项列出任务，明确": "12号)逐项列出任务,明确",
    "（青政办发〔2023〕": "(青政办发[2023]",
    "> 2024年1月18日": "> 2024年01月18日",
}


@pytest.fixture(scope="session")
def linter(national: Pack) -> Linter:
    return Linter(PackSelector((national,)))


@pytest.fixture(scope="session")
def faulty(good: str) -> bytes:
    """The good document with the faults."""
    text = good
    for right, wrong in FAULTS.items():
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    return write_document.docx_bytes(markdown_parser.parse(text))


@pytest.fixture(scope="session")
def copied(linter: Linter, faulty: bytes, good: str) -> dict[str, Copies]:
    """The copies of documents written in many ways, each with a name."""
    return dict(copies(linter, faulty, good))
