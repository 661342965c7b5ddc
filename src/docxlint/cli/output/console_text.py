"""The text report on a console: in its width, with severities in colour.

Scripts have no console, so this module and rich are imported only where there is one.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Console
from rich.text import Text as RichText

from docxlint.report.formats.text import Detail, Text
from docxlint.report.text_line import TextLine, text_width

_STYLES: Final = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "waived": "dim",
    "cause": "bold magenta",
    "path": "bold",
    "heading": "bold",
    "rule": "dim",
}
_LEAST: Final = 40  # columns; a narrower console gets the lines as they are
# A word or a number stays together, and a character stays with the marks that begin no line.
_NOT_FIRST = "，。、；：？！）》〉」』】〕”’%…)"
_PIECE = re.compile(
    rf"\[[^\]\s]+\][{_NOT_FIRST}]*|[!-'*-;=?-Za-~]+[{_NOT_FIRST}]*"
    rf"|\s+|[“‘（《〈「『【〔]*.[{_NOT_FIRST}]*"
)


class ConsoleText(Text):
    """The text report for a console that is `columns` wide.

    Names of documents and totals are never broken. There is no colour where NO_COLOR is set or
    the terminal has none.
    """

    def __init__(self, lang: str, detail: Detail, columns: int) -> None:
        super().__init__(lang, detail)
        self._columns = columns
        # The older consoles of Windows would show the codes themselves.
        plain = bool(os.environ.get("NO_COLOR")) or sys.platform == "win32"
        self._console = Console(
            file=io.StringIO(),
            force_terminal=not plain,
            color_system=None if plain else "auto",
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def draw(self, lines: Iterable[TextLine]) -> str:
        """The styled text of `lines`, broken to the width of the console."""
        with self._console.capture() as capture:
            for line in lines:
                for part in fit_line(line, self._columns):
                    self._console.print(part, soft_wrap=True)
        return capture.get()


def fit_line(line: TextLine, columns: int) -> Iterator[RichText]:
    """`line` in parts that are at most `columns` wide, as far as words can be broken.

    A later part begins after the hanging indent of the line.
    """
    text = RichText(" " * line.indent)
    for span in line.spans:
        text.append(span.text, _STYLES.get(span.style, ""))
    if not line.indent or columns < _LEAST:
        yield text
        return
    hang = max(line.hang, line.indent)
    for turn, part in enumerate(text.divide(list(_breaks(line, columns, hang)))):
        if turn:
            part = RichText(" " * hang) + RichText.assemble(part)
            part = _without_blanks_after(part, hang)
        part.rstrip()
        yield part


def _without_blanks_after(part: RichText, hang: int) -> RichText:
    blanks = len(part.plain) - hang - len(part.plain[hang:].lstrip())
    return part if not blanks else part[:hang] + part[hang + blanks :]


def _breaks(line: TextLine, columns: int, hang: int) -> Iterator[int]:
    """The offsets in the text of `line` at which a new part begins."""
    offset = taken = line.indent
    begun = False
    for piece in _pieces(line):
        width = text_width(piece)
        if begun and taken + width > columns:
            if piece.isspace():
                offset += len(piece)
                continue
            yield offset
            taken = hang
        begun = begun or not piece.isspace()
        offset += len(piece)
        taken += width


def _pieces(line: TextLine) -> Iterator[str]:
    for span in line.spans:
        yield from _PIECE.findall(span.text)
