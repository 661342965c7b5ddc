"""What is said of documents, put into words for people and into data for scripts.

Nothing here decides: every report format shows the same findings, in the same order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from docxlint.finding import Report

Render: TypeAlias = Callable[[Sequence[Report], str], str]


def renderers() -> Mapping[str, Render]:
    """The report formats by name: each makes the whole text of a run from its reports, in a
    language ("zh" or "en"), ending in a line break.
    """
    return {"text": _text, "json": _json}


def _text(reports: Sequence[Report], lang: str) -> str:
    from docxlint.report.text import render

    return render(reports, lang)


def _json(reports: Sequence[Report], lang: str) -> str:
    from docxlint.report.machine import render

    return render(reports, lang)
