"""Text of packs put into Markdown pages, where nothing in it is taken for Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docxlint.report.visible_text import lines_visible

_ACTING = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|~&"})
_TICKS = re.compile("`+")


def escaped(text: str) -> str:
    """`text` on one line, as it is read."""
    return lines_visible(" ".join(text.split())).translate(_ACTING)


def prose(text: str) -> str:
    """A docstring as Markdown: what is within `…` stays code."""
    parts = text.split("`")
    return "".join(
        code(part) if number % 2 else lines_visible(part).translate(_ACTING)
        for number, part in enumerate(parts)
    )


def fenced(text: str, language: str) -> str:
    """`text` in a block of its own, character by character."""
    fence = "`" * max(3, *(len(ticks) + 1 for ticks in _TICKS.findall(text)), 3)
    return f"{fence}{language}\n{lines_visible(text)}\n{fence}"


def code(text: str) -> str:
    """`text` within a line, character by character."""
    ticks = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    blank = " " if "`" in text else ""
    return f"{ticks}{blank}{lines_visible(' '.join(text.split()))}{blank}{ticks}"


def row(cells: Iterable[str]) -> str:
    """A row of a table; the cells are Markdown without line breaks."""
    return f"| {' | '.join(cells)} |"


def head(*cells: str) -> str:
    """The head of a table."""
    return f"{row(cells)}\n{row('---' for _ in cells)}"
