from __future__ import annotations

import pytest

from docxlint.author.markdown_parser import parse
from docxlint.author.markdown_writer import write_markdown


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
def test_written_markdown_parses_to_the_same_blocks(text: str) -> None:
    assert parse(write_markdown(parse(text))) == parse(text)


def test_the_national_good_document_parses_to_the_same_blocks(good: str) -> None:
    assert parse(write_markdown(parse(good))) == parse(good)
