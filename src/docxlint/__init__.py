"""docxlint checks Word submissions against declared rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docxlint.api import lint, linter
    from docxlint.core.finding import Report

__version__ = "0.1.0"
__all__ = ["Report", "__version__", "lint", "linter"]

_HOMES = {"lint": "docxlint.api", "linter": "docxlint.api", "Report": "docxlint.core.finding"}


def __getattr__(name: str) -> Any:
    # Imported at first use, so that `import docxlint` costs nothing and pulls nothing in.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
