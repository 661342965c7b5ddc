"""Colour for the text report on a console."""

from __future__ import annotations

import os
import re
import sys

import click

from docxlint.cli.output.streams import is_console
from docxlint.core.finding import Severity
from docxlint.report.finding_text import MARKS

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_BY_MARK = {
    mark.text(lang): _COLOURS[severity] for severity, mark in MARKS.items() for lang in ("zh", "en")
}
# A mark stands four blanks in; no line break of the report comes from a document.
_MARK = re.compile(f"^ {{4}}({'|'.join(_BY_MARK)})(?= )", re.MULTILINE)


def coloured(text: str) -> str:
    """`text`, with its severities in colour where a person looks at it (and NO_COLOR is unset)."""
    # The older consoles of Windows would show the codes themselves.
    able = is_console(sys.stdout) and sys.platform != "win32"
    if not able or os.environ.get("NO_COLOR"):
        return text
    return _MARK.sub(lambda m: "    " + click.style(m[1], fg=_BY_MARK[m[1]], bold=True), text)
