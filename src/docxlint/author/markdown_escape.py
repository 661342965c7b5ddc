"""Escape texts of packs for Markdown pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docxlint.report.visible_text import lines_visible

_ESCAPES = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|~&"})
_TICKS = re.compile("`+")


def escape(text: str) -> str:
    """Return `text` on one line, with the special characters of Markdown escaped."""
    return lines_visible(" ".join(text.split())).translate(_ESCAPES)


def escape_docstring(text: str) -> str:
    """Return a docstring as Markdown; text in backticks stays code."""
    parts = text.split("`")
    return "".join(
        inline_code(part) if number % 2 else lines_visible(part).translate(_ESCAPES)
        for number, part in enumerate(parts)
    )


def code_block(text: str, language: str) -> str:
    """Return `text` as a fenced code block."""
    fence = "`" * max(3, *(len(ticks) + 1 for ticks in _TICKS.findall(text)), 3)
    return f"{fence}{language}\n{lines_visible(text)}\n{fence}"


def inline_code(text: str) -> str:
    """Return `text` as inline code."""
    ticks = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    blank = " " if "`" in text else ""
    return f"{ticks}{blank}{lines_visible(' '.join(text.split()))}{blank}{ticks}"


def table_row(cells: Iterable[str]) -> str:
    """Return a row of a table; the cells are Markdown without line breaks."""
    return f"| {' | '.join(cells)} |"


def table_head(*cells: str) -> str:
    """Return the header row of a table and the line below it."""
    return f"{table_row(cells)}\n{table_row('---' for _ in cells)}"
