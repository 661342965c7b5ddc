"""Lines of the text report."""

from __future__ import annotations

from docxlint.report.text_line import TextLine, TextSpan, text_width


def test_the_text_of_a_line_has_its_indent_and_no_style() -> None:
    assert TextLine((TextSpan("错误", "error"), TextSpan(" a")), indent=2).text() == "  错误 a"
    assert TextLine().text() == ""


def test_a_wide_character_takes_two_columns_and_a_combining_one_none() -> None:
    assert (text_width("e\u0301"), text_width("中a"), text_width("“")) == (1, 3, 2)
    assert TextSpan("中").width() == 2
