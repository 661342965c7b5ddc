"""JSON text that is safe to show, and the parts that all JSON outputs share."""

from __future__ import annotations

import json

import msgspec

from docxlint.core import location as core_location
from docxlint.core.version import __version__
from docxlint.report.contract import Location, Tool
from docxlint.report.visible_text import is_unseen, visible


def json_text(value: object, depth: int = 0) -> str:
    """`value` as indented JSON, ending in a line break, or at `depth` levels of indentation without
    one. Characters that do not show, or that act on their surroundings, are escaped: the text is
    safe on a terminal.
    """
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    # Of the characters to escape, formatted JSON has line feeds only, between its lines.
    margin = "  " * depth
    lines = (line if visible(line) == line else _escaped(line) for line in text.split("\n"))
    return "\n".join(margin + line for line in lines) + ("" if depth else "\n")


def _escaped(line: str) -> str:
    return "".join(json.dumps(c)[1:-1] if is_unseen(c) else c for c in line)


def tool() -> Tool:
    """This version of docxlint."""
    return Tool(name="docxlint", version=__version__)


def location(place: core_location.Location) -> Location:
    """`place` in the contract's shape."""
    has_span = place.start is not None and place.end is not None
    return Location(
        section=place.section,
        table=place.table,
        table_label=place.table_label,
        row=place.row,
        column=place.column,
        paragraph=place.paragraph,
        page=place.page,
        text=place.text,
        part=place.part,
        path=place.path,
        span=(place.start or 0, place.end or 0) if has_span else None,
    )
