"""Text from packs in Markdown pages."""

from __future__ import annotations

from docxlint.author.markdown_escape import (
    code_block,
    escape,
    escape_docstring,
    inline_code,
    table_head,
    table_row,
)


def test_characters_with_a_meaning_are_escaped_and_lines_are_joined() -> None:
    assert escape("a*b\n  [c]") == r"a\*b \[c\]"


def test_code_in_a_docstring_stays_code() -> None:
    assert escape_docstring("`a*b` and *") == r"`a*b` and \*"


def test_code_with_a_backtick_gets_a_longer_fence() -> None:
    assert inline_code("a`b") == "`` a`b ``"
    assert code_block("```", "text") == "````text\n```\n````"


def test_a_table_has_a_line_below_its_head() -> None:
    assert table_head("a", "b") == "| a | b |\n| --- | --- |"
    assert table_row(["1", "2"]) == "| 1 | 2 |"
