"""The plugins of a run: docxlint itself and the installed plugins."""

from __future__ import annotations

from docxlint.plugins import builtin
from docxlint.plugins.checked_kind import PluginFault
from docxlint.plugins.hooks import Plugins, collect_plugins


def require_plugins(*, installed: bool = True) -> Plugins:
    """Return what docxlint and, unless `installed` is false, its plugins offer.

    Raises PluginFault if one of the plugins is faulty.
    """
    plugins = available_plugins(installed=installed)
    if plugins.faults:
        raise PluginFault("\n".join(plugins.faults))
    return plugins


def available_plugins(*, installed: bool = True) -> Plugins:
    """Return the same as `require_plugins`, but list faulty plugins in `faults`, unused."""
    return collect_plugins(builtin, installed=installed)
