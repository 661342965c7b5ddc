"""What docxlint itself brings: its check kinds, its packs, its report formats."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from pkgutil import iter_modules

from docxlint import checks
from docxlint.hooks import Format, hookimpl
from docxlint.pack import shipped
from docxlint.report import DRAWING, renderers
from docxlint.rule import Kind


@hookimpl
def docxlint_kinds() -> Iterator[Kind]:
    """One kind of check for each module of docxlint.checks that says KIND."""
    for module in iter_modules(checks.__path__):
        kind = getattr(importlib.import_module(f"{checks.__name__}.{module.name}"), "KIND", None)
        if kind is not None:
            yield kind


@hookimpl
def docxlint_packs() -> Iterable[Path]:
    """The folder of packs that is shipped with docxlint."""
    return (shipped(),)


@hookimpl
def docxlint_formats() -> Iterable[Format]:
    """Text and pages for people, the rest for scripts."""
    return (Format(name, render, name in DRAWING) for name, render in renderers().items())
