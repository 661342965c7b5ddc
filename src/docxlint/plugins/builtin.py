"""The built-in plugin: docxlint's check kinds, packs and report formats."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from docxlint.packs import shipped
from docxlint.plugins.hooks import hookimpl
from docxlint.report import formats
from docxlint.report.format import LazyFormat
from docxlint.rules import kinds
from docxlint.rules.rule import Kind


@hookimpl
def docxlint_kinds() -> Iterator[Kind[Any]]:
    """Yield the KIND of each module of docxlint.rules.kinds that has one."""
    for module in iter_modules(kinds.__path__):
        kind = getattr(importlib.import_module(f"{kinds.__name__}.{module.name}"), "KIND", None)
        if kind is not None:
            yield kind


@hookimpl
def docxlint_packs() -> Iterable[Path]:
    """Return the folder of the packs that are shipped with docxlint."""
    return (shipped(),)


@hookimpl
def docxlint_formats() -> Iterator[LazyFormat]:
    """Yield a report format for each module of docxlint.report.formats, with its name."""
    for module in iter_modules(formats.__path__):
        yield LazyFormat(module.name, f"{formats.__name__}.{module.name}")
