from __future__ import annotations

import pytest

from docxlint.report.visible_text import lines_visible, path_text, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("平常的 text，〔2021〕30号　全角空格", "平常的 text，〔2021〕30号　全角空格"),
        ("商业\n企业", "商业\\n企业"),
        ("a\tb\rc", "a\\tb\\rc"),
        ("\x1b[31m红", "\\x1b[31m红"),
        ("\x9b31m", "\\x9b31m"),
        ("甲\u202e乙\u202c", "甲\\u202e乙\\u202c"),
        ("甲\u2066乙\u2069", "甲\\u2066乙\\u2069"),
        ("零\u200b宽\ufeff", "零\\u200b宽\\ufeff"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("\U000e0041", "\\U000e0041"),
        ("\udcff", "\\xff"),
        ("\ud800", "\\ud800"),
        ("\ufffe\uffff", "\\ufffe\\uffff"),
        ("\U0001ffff", "\\U0001ffff"),
        ("𠮷 and 😀", "𠮷 and 😀"),
    ],
)
def test_what_does_not_show_is_shown_by_its_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_lines_keep_their_breaks() -> None:
    assert lines_visible("a\x1b\nb\r\nc") == "a\\x1b\nb\\r\nc"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.docx", "a.docx"),
        ("年度 报告.docx", "年度 报告.docx"),
        ("报告.docx".encode().decode("ascii", "surrogateescape"), "报告.docx"),
        (b"\xb1\xa8.docx".decode("utf-8", "surrogateescape"), "\\xb1\\xa8.docx"),
        ("\ud800.docx", "\\ud800.docx"),
    ],
)
def test_a_path_is_text_whatever_the_locale_made_of_it(path: str, text: str) -> None:
    assert path_text(path) == text
