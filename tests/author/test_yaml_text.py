from __future__ import annotations

import pytest

from docxlint.author.markdown_parser import parse
from docxlint.author.yaml_text import unparse


@pytest.mark.parametrize(
    "text",
    [
        "# 标题\n# 2023年\n## 一、情况\n### （一）内容\n**粗体**\n正文\n> 落款",
        "## {一、}情况\n{（一）}内容\n{1.}其一\n{2.}其二",
        "| 项目 | < | 自然人 |\n| 甲 | 乙 | 1 |\n| ^ | 丙 |  |",
        r"| a\|b | \< | \^ | \\ |",
        "| 一<br>二 | a < b |",
        "| 甲 |\n\n| 乙 |",
        "改{++增++}{--删--}后{>>为何<<}",
        "{~~旧~>新~~}",
        "　　全角空格",
    ],
)
def test_what_is_written_back_reads_the_same(text: str) -> None:
    assert parse(unparse(parse(text))) == parse(text)


def test_the_national_good_document_reads_the_same(good: str) -> None:
    assert parse(unparse(parse(good))) == parse(good)
