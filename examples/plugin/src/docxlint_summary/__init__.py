"""A plugin of docxlint: what it offers, said through the three hooks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docxlint.plugin import Format, Kind, hookimpl


@hookimpl
def docxlint_kinds() -> Iterable[Kind]:
    """The kinds of check that rules may name under `expect`."""
    from docxlint_summary import length

    return [length.KIND]


@hookimpl
def docxlint_packs() -> Iterable[Path]:
    """Folders that hold packs."""
    return [Path(__file__).parent / "packs"]


@hookimpl
def docxlint_formats() -> Iterable[type[Format]]:
    """What --format takes."""
    from docxlint_summary import tally

    return [Format.from_render("tally", tally.render)]
