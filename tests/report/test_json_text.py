"""JSON text that is safe to show."""

from __future__ import annotations

import json

from docxlint.core import location as core_location
from docxlint.report.json_text import json_text, location


def test_what_acts_on_a_terminal_is_escaped_and_reads_back() -> None:
    value = {"a": "中\x1b\u202e\u2028"}
    text = json_text(value)
    assert "\x1b" not in text and "\u202e" not in text and "\u2028" not in text
    assert "中" in text
    assert json.loads(text) == value


def test_nested_text_is_indented_and_has_no_final_line_break() -> None:
    assert json_text({"a": 1}) == '{\n  "a": 1\n}\n'
    assert json_text({"a": 1}, depth=1) == '  {\n    "a": 1\n  }'


def test_a_place_has_a_span_only_with_both_ends() -> None:
    assert location(core_location.Location("p", "/x", start=0, end=4)).span == (0, 4)
    assert location(core_location.Location("p", "/x")).span is None
