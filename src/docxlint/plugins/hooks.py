"""The three hooks of plugins, and the collection of what plugins offer."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pluggy

from docxlint.packs.yaml.typed import fields_of
from docxlint.plugins.checked_kind import PluginFault, checked_kind
from docxlint.plugins.installed import entry_points
from docxlint.report.format import Format, LazyFormat
from docxlint.rules.rule import Kind

GROUP = "docxlint"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)

_NAME = re.compile("[a-z][a-z0-9_-]*")


@hookspec
def docxlint_kinds() -> Iterable[Kind[Any]]:  # type: ignore[empty-body]
    """Check kinds that rules may name."""


@hookspec
def docxlint_packs() -> Iterable[Path]:  # type: ignore[empty-body]
    """Folders of packs, with one subfolder for each pack."""


@hookspec
def docxlint_formats() -> Iterable[type[Format] | LazyFormat]:  # type: ignore[empty-body]
    """Report formats."""


class Plugin(msgspec.Struct, frozen=True):
    """An installed plugin and the names of what it offers.

    `fault` says why nothing of it is used; None for a plugin without a fault.
    """

    name: str
    version: str
    kinds: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    fault: str | None = None

    @property
    def display_name(self) -> str:
        """The name and the version."""
        return f"{self.name} {self.version}".rstrip()


class Plugins(msgspec.Struct, frozen=True):
    """What docxlint and its plugins offer together; each name occurs once.

    `origins` gives the display name of the plugin for each check kind that docxlint itself does
    not have. `installed` are the installed plugins, including the faulty ones.
    """

    kinds: dict[str, Kind[Any]]
    formats: dict[str, type[Format] | LazyFormat]
    packs: tuple[Path, ...]
    origins: dict[str, str] = {}
    installed: tuple[Plugin, ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults of plugins, each after the plugin's name and version."""
        return tuple(
            f"{plugin.display_name}: {plugin.fault}" for plugin in self.installed if plugin.fault
        )

    def format(self, name: str) -> type[Format]:
        """The report format `name`. Raises KeyError if there is none."""
        entry = self.formats[name]
        return entry.load() if isinstance(entry, LazyFormat) else entry

    def plugin_of_format(self, name: str) -> str:
        """The display name of the plugin that has the format `name`; "" for docxlint itself."""
        owners = (plugin.display_name for plugin in self.installed if name in plugin.formats)
        return next(owners, "")


def collect_plugins(builtin: object, *, installed: bool = True) -> Plugins:
    """Collect what `builtin` offers and, unless `installed` is false, what the plugins in the
    entry-point group offer.

    A plugin that cannot be loaded, or that returns something of the wrong type from a hook, is
    left out completely and gets a `fault`; it does not affect the others. Raises PluginFault only
    for `builtin`.
    """
    base = _offer_of_builtin(builtin)
    kinds = {kind.name: kind for kind in base.kinds}
    formats = {form.name: form for form in base.formats}
    packs = [*base.packs]
    origins: dict[str, str] = {}
    plugins: list[Plugin] = []
    points = entry_points(group=GROUP) if installed else ()
    for point in sorted(points, key=lambda point: point.name):
        plugin = Plugin(point.name, point.dist.version if point.dist else "")
        try:
            offer = _offer_of(point.load())
            _check_distinct([*kinds, *(kind.name for kind in offer.kinds)])
            _check_distinct([*formats, *(form.name for form in offer.formats)])
            if offer.packs:
                folders = (*packs, *offer.packs)
                _check_distinct([name for folder in folders for name in _pack_names(folder)])
        except (Exception, SystemExit) as error:  # noqa: BLE001 - any error is a fault of the plugin
            fault = str(error) if isinstance(error, PluginFault) else _error_text(error)
            plugins.append(msgspec.structs.replace(plugin, fault=fault))
            continue
        name = plugin.display_name
        kinds |= {kind.name: checked_kind(kind, name) for kind in offer.kinds}
        formats |= {form.name: form for form in offer.formats}
        packs += offer.packs
        origins |= dict.fromkeys((kind.name for kind in offer.kinds), name)
        plugins.append(
            msgspec.structs.replace(
                plugin,
                kinds=tuple(kind.name for kind in offer.kinds),
                formats=tuple(form.name for form in offer.formats),
                packs=offer.packs,
            )
        )
    return Plugins(kinds, formats, tuple(packs), origins, tuple(plugins))


class _Offer(msgspec.Struct, frozen=True):
    """What one plugin returns from the three hooks."""

    kinds: tuple[Kind[Any], ...]
    formats: tuple[type[Format] | LazyFormat, ...]
    packs: tuple[Path, ...]


@cache
def _offer_of_builtin(builtin: object) -> _Offer:
    return _offer_of(builtin)


def _offer_of(plugin: object) -> _Offer:
    """Call the three hooks of one plugin and check the results. Raises PluginFault."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(sys.modules[__name__])
    manager.register(plugin)
    manager.check_pending()
    if not manager.get_hookcallers(plugin):
        raise PluginFault(f"it implements none of the hooks of {GROUP}")
    offer = _Offer(
        kinds=tuple(_results(manager, "docxlint_kinds", Kind)),
        formats=tuple(_formats(manager)),
        packs=tuple(_results(manager, "docxlint_packs", Path)),
    )
    for kind in offer.kinds:
        options = isinstance(kind.options, type) and issubclass(kind.options, msgspec.Struct)
        if not (_is_name(kind.name) and options and callable(kind.run) and callable(kind.verify)):
            raise PluginFault(f"{kind.name!r} is not a check kind: see docxlint.plugin.Kind")
        fields_of(kind.options)  # raises an error for a field whose type does not exist
    for form in offer.formats:
        if not _is_name(form.name):
            raise PluginFault(f"{form.name!r} is not a valid name for a report format")
    for folder in offer.packs:
        if not folder.is_dir():
            raise PluginFault(f"there is no folder {folder}")
    _check_distinct([kind.name for kind in offer.kinds])
    _check_distinct([form.name for form in offer.formats])
    return offer


def _results(manager: pluggy.PluginManager, hook: str, item_type: type) -> Iterator[Any]:
    """Yield what a plugin returns from one hook. Raises PluginFault for another type."""
    for result in getattr(manager.hook, hook)():
        for item in result:
            if not isinstance(item, item_type):
                raise PluginFault(
                    f"{hook} returned a {type(item).__name__}, not a {item_type.__name__}"
                )
            yield item


def _formats(manager: pluggy.PluginManager) -> Iterator[type[Format] | LazyFormat]:
    for result in manager.hook.docxlint_formats():
        for item in result:
            if isinstance(item, LazyFormat):
                yield item
            elif isinstance(item, type) and issubclass(item, Format):
                if inspect.isabstract(item) or not hasattr(item, "name"):
                    raise PluginFault(
                        f"{item.__name__} is not a report format: see docxlint.plugin.Format"
                    )
                yield item
            else:
                raise PluginFault(
                    f"docxlint_formats returned a {type(item).__name__}, not a Format"
                )


def _pack_names(folder: Path) -> Iterator[str]:
    """The names of the packs in a folder."""
    return (each.name for each in folder.iterdir() if (each / "pack.yaml").is_file())


def _is_name(name: object) -> bool:
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def _check_distinct(names: Sequence[str]) -> None:
    for index, name in enumerate(names):
        if name in names[:index]:
            raise PluginFault(f"the name {name!r} is already used")


def _error_text(error: BaseException) -> str:
    """The class of an error and its message."""
    return f"{type(error).__name__}: {error}"
