"""The plugins of a run: what is built in together with what is installed."""

from __future__ import annotations

from docxlint.plugins import builtin
from docxlint.plugins.checked_kind import PluginFault
from docxlint.plugins.hooks import Plugins, plugins


def require_plugins(*, others: bool = True) -> Plugins:
    """What docxlint itself and, unless `others` is false, the installed plugins offer.

    Raises PluginFault if there is anything wrong with one of them.
    """
    found = available_plugins(others=others)
    if found.faults:
        raise PluginFault("\n".join(found.faults))
    return found


def available_plugins(*, others: bool = True) -> Plugins:
    """As `require_plugins`, but a faulty plugin is left out, and named in `faults`."""
    return plugins(builtin, others=others)
