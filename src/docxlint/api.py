"""docxlint from Python: one document in, its report out, the same as the command gives."""

from __future__ import annotations

from pathlib import Path

from docxlint.core.finding import Report
from docxlint.linting.catalog import Chosen
from docxlint.linting.linter import Linter
from docxlint.linting.linter import make_linter as linter
from docxlint.site import Config
from docxlint.word.source import Source

__all__ = ["Linter", "lint", "linter"]


def lint(
    source: Source,
    pack: Chosen | None = None,
    *,
    year: int | None = None,
    name: str | None = None,
    config: Config | str | Path | None = None,
    previous: Source | None = None,
) -> Report:
    """The report on one document: see Linter.lint and linter."""
    return linter(pack, year=year, config=config).lint(source, name=name, previous=previous)
