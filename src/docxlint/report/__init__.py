"""What is said of documents, put into words for people and into data for scripts.

Nothing here decides: every report format shows the same findings, in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, TypeAlias

from docxlint.report.report import Report

Render: TypeAlias = Callable[[Sequence[Report], str], str]

# One module a format, imported when it is asked for.
_MODULES = {
    "text": "text",
    "json": "json",
    "html": "html",
    "markdown": "markdown",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
    "csv": "csv",
}
NEEDS_TABLES = frozenset({"html"})


def renderers() -> Mapping[str, Render]:
    """The report formats by name: each makes the whole text of a run from its reports, in a
    language ("zh" or "en"), ending in a line break. Those in NEEDS_TABLES draw the tables too, of
    reports that bring them.
    """
    return {name: _late(module) for name, module in _MODULES.items()}


def _late(module: str) -> Render:
    def render(reports: Sequence[Report], lang: str) -> str:
        made: Any = import_module(f"{__name__}.formats.{module}")
        text: str = made.render(reports, lang)
        return text

    return render
