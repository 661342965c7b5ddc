"""The Python API: lint a document, with the same result as the command."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docxlint.linting.catalog import Chosen
from docxlint.linting.linter import Linter
from docxlint.linting.linter import make_linter as linter
from docxlint.plugins.available import require_plugins
from docxlint.report.report import Report
from docxlint.site import SiteSettings
from docxlint.word.source import Source

__all__ = ["Linter", "lint", "linter", "render"]


def lint(
    source: Source,
    pack: Chosen | None = None,
    *,
    year: int | None = None,
    name: str | None = None,
    config: SiteSettings | str | Path | None = None,
    previous: Source | None = None,
) -> Report:
    """Return the report on one document.

    `source` is a path, the bytes of a .docx, or a file open in binary mode; TypeError for
    anything else. For the other arguments see `linter` and `Linter.lint`. To lint many
    documents, create a linter once and use it again.
    """
    return linter(pack, year=year, config=config).lint(source, name=name, previous=previous)


def render(reports: Iterable[Report], format: str = "text", lang: str = "zh") -> str:
    """Return the output of `docxlint check --format FORMAT` for `reports`.

    `format` is a format of docxlint or of a plugin, `lang` is "zh" or "en". Raises ValueError for
    any other format or language.
    """
    offered = require_plugins()
    if format not in offered.formats:
        raise ValueError(f"no format {format!r}; there are {', '.join(offered.formats)}")
    if lang not in ("zh", "en"):
        raise ValueError(f"no language {lang!r}; there are zh, en")
    return offered.format(format).render(reports, lang)
