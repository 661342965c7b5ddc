"""docxlint checks Word submissions against declared rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docxlint.api import lint, linter, render
    from docxlint.core.finding import Finding, Severity
    from docxlint.core.version import __version__
    from docxlint.linting.linter import Linter
    from docxlint.packs import NoSuchPack, PackFault
    from docxlint.plugins.checked_kind import PluginFault
    from docxlint.report.report import Report
    from docxlint.site import SiteFault

__all__ = [
    "Finding",
    "Linter",
    "NoSuchPack",
    "PackFault",
    "PluginFault",
    "Report",
    "Severity",
    "SiteFault",
    "__version__",
    "lint",
    "linter",
    "render",
]

# Each name is imported when it is first used, so that `import docxlint` costs nothing.
_MODULES = {
    "SiteFault": "docxlint.site",
    "Finding": "docxlint.core.finding",
    "Linter": "docxlint.linting.linter",
    "NoSuchPack": "docxlint.packs",
    "PackFault": "docxlint.packs",
    "PluginFault": "docxlint.plugins.hooks",
    "Report": "docxlint.report.report",
    "Severity": "docxlint.core.finding",
    "__version__": "docxlint.core.version",
    "lint": "docxlint.api",
    "linter": "docxlint.api",
    "render": "docxlint.api",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_MODULES[name]), name)


def __dir__() -> list[str]:
    """List the public names, imported or not."""
    return sorted({*globals(), *_MODULES})
