from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from docxlint.report.formats.markdown import Markdown
from docxlint.report.report import Report

from .test_formats import poisoned

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def tags(text: str) -> list[str]:
    """What the parser makes of `text` beside words."""
    return [
        child.type
        for token in PARSER.parse(text)
        for child in (token, *(token.children or ()))
        if child.type not in ("inline", "text", "softbreak")
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<!-- x",
        "![a](b)",
        "[a](javascript:b)",
        "**x**",
        "_x_",
        "`x`",
        "~~x~~",
        "a | b | c",
        "&lt;b&gt;",
        "1. x",
        "12) x",
        "- x",
        "+ x",
        "===",
        "# x",
        "    x",
        "\\",
        "<https://example.com>",
    ],
)
def test_words_of_a_document_are_no_markup(hostile: str) -> None:
    # A name in back-ticks is code, and code has no markup in it: "x" has none of its own.
    plain = [
        kind for kind in tags(Markdown.render((poisoned("x"),), "en")) if kind != "code_inline"
    ]
    said = [
        kind for kind in tags(Markdown.render((poisoned(hostile),), "en")) if kind != "code_inline"
    ]
    assert [kind for kind in said if kind != "text_special"] == plain


@pytest.mark.parametrize("hostile", ["@somebody", "https://example.com", "www.example.com", "#12"])
def test_words_of_a_document_neither_link_nor_mention(hostile: str) -> None:
    text = "\n".join(
        line for line in Markdown.render((poisoned(hostile),), "en").splitlines() if "`" not in line
    )
    assert hostile not in text


def test_a_batch_begins_with_a_table_of_verdicts(full: Report, clean: Report) -> None:
    text = Markdown.render((full, clean), "en")
    assert text.index("| d.docx | nothing found |") < text.index("## ")
    assert "| --- |" not in Markdown.render((full,), "en")


def test_a_finding_refers_to_what_is_judged_of_it(certain: Report) -> None:
    text = Markdown.render((certain,), "zh")
    assert "- **很可能错在这里** 改此一处即可\n" in text
    assert "“总计”写作 2，应为 1（见上） `row-total`\n" in text
    assert text.count("（见上）") == 1


def test_the_sums_of_a_line_that_is_wrong_are_told_once(swept: Report) -> None:
    text = Markdown.render((swept,), "zh")
    assert "- **错误** 改此一处即可\\\n  对不上的勾稽关系：`prose-table`×1 `row-total`×1\n" in text
    assert "表中是 2" not in text
    assert "“总计”写作 2" not in text
