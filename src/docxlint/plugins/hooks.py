"""The three hooks of a plugin, asked once at start, each plugin in turn."""

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
    """Folders that hold packs, one folder a pack."""


@hookspec
def docxlint_formats() -> Iterable[type[Format] | LazyFormat]:  # type: ignore[empty-body]
    """Report formats."""


class Plugin(msgspec.Struct, frozen=True):
    """A plugin and the names of what it offers; nothing of it is used if it has a `fault`."""

    name: str
    version: str
    kinds: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    fault: str | None = None

    @property
    def called(self) -> str:
        """Its name and version."""
        return f"{self.name} {self.version}".rstrip()


class Plugins(msgspec.Struct, frozen=True):
    """What all plugins together offer; no name is offered twice.

    `origins` says which plugin, by name and version, brought a kind of check that is not
    docxlint's own; `installed` are the plugins asked, the faulty ones among them.
    """

    kinds: dict[str, Kind[Any]]
    formats: dict[str, type[Format] | LazyFormat]
    packs: tuple[Path, ...]
    origins: dict[str, str] = {}
    installed: tuple[Plugin, ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with plugins, each named with its version."""
        return tuple(f"{one.called}: {one.fault}" for one in self.installed if one.fault)

    def format(self, name: str) -> type[Format]:
        """The report format `name`. Raises KeyError where there is none."""
        entry = self.formats[name]
        return entry.load() if isinstance(entry, LazyFormat) else entry

    def brought(self, form: str) -> str:
        """Which plugin, by name and version, brought a report format; "" for docxlint's own."""
        return next((one.called for one in self.installed if form in one.formats), "")


def plugins(builtin: object, *, others: bool = True) -> Plugins:
    """What `builtin` offers and, unless `others` is false, every installed plugin of the
    entry-point group.

    A plugin that cannot be loaded, or that answers a hook with what the hook does not take, is
    left out whole, its fault with it in `installed`; the others are not touched by it.
    PluginFault is raised for `builtin` alone.
    """
    own = _asked_once(builtin)
    kinds = {kind.name: kind for kind in own.kinds}
    formats = {form.name: form for form in own.formats}
    packs = [*own.packs]
    origins: dict[str, str] = {}
    installed: list[Plugin] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name) if others else ():
        one = Plugin(point.name, point.dist.version if point.dist else "")
        try:
            offer = _asked(point.load())
            _distinct([*kinds, *(kind.name for kind in offer.kinds)])
            _distinct([*formats, *(form.name for form in offer.formats)])
            if offer.packs:
                _distinct([name for folder in (*packs, *offer.packs) for name in _packs(folder)])
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it raises is its fault
            what = str(error) if isinstance(error, PluginFault) else _said(error)
            installed.append(msgspec.structs.replace(one, fault=what))
            continue
        kinds |= {kind.name: checked_kind(kind, one.called) for kind in offer.kinds}
        formats |= {form.name: form for form in offer.formats}
        packs += offer.packs
        origins |= dict.fromkeys((kind.name for kind in offer.kinds), one.called)
        installed.append(
            msgspec.structs.replace(
                one,
                kinds=tuple(kind.name for kind in offer.kinds),
                formats=tuple(form.name for form in offer.formats),
                packs=offer.packs,
            )
        )
    return Plugins(kinds, formats, tuple(packs), origins, tuple(installed))


@cache
def _asked_once(builtin: object) -> _Offer:
    return _asked(builtin)


class _Offer(msgspec.Struct, frozen=True):
    kinds: tuple[Kind[Any], ...]
    formats: tuple[type[Format] | LazyFormat, ...]
    packs: tuple[Path, ...]


def _asked(plugin: object) -> _Offer:
    """What one plugin answers to the three hooks."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(sys.modules[__name__])
    manager.register(plugin)
    manager.check_pending()
    if not manager.get_hookcallers(plugin):
        raise PluginFault(f"it answers none of the hooks of {GROUP}")
    offer = _Offer(
        kinds=tuple(_answers(manager, "docxlint_kinds", Kind)),
        formats=tuple(_formats(manager)),
        packs=tuple(_answers(manager, "docxlint_packs", Path)),
    )
    for kind in offer.kinds:
        options = isinstance(kind.options, type) and issubclass(kind.options, msgspec.Struct)
        if not (_is_name(kind.name) and options and callable(kind.run) and callable(kind.verify)):
            raise PluginFault(f"{kind.name!r} is no check kind: see docxlint.rules.rule.Kind")
        fields_of(kind.options)  # raises an error for a field whose type does not exist
    for form in offer.formats:
        if not _is_name(form.name):
            raise PluginFault(f"{form.name!r} is no name for a report format")
    for folder in offer.packs:
        if not folder.is_dir():
            raise PluginFault(f"there is no folder {folder}")
    _distinct([kind.name for kind in offer.kinds])
    _distinct([form.name for form in offer.formats])
    return offer


def _answers(manager: pluggy.PluginManager, hook: str, wanted: type) -> Iterator[Any]:
    for answer in getattr(manager.hook, hook)():
        for item in answer:
            if not isinstance(item, wanted):
                raise PluginFault(f"{hook} gave a {type(item).__name__}, not a {wanted.__name__}")
            yield item


def _formats(manager: pluggy.PluginManager) -> Iterator[type[Format] | LazyFormat]:
    for answer in manager.hook.docxlint_formats():
        for item in answer:
            if isinstance(item, LazyFormat):
                yield item
            elif isinstance(item, type) and issubclass(item, Format):
                if inspect.isabstract(item) or not hasattr(item, "name"):
                    raise PluginFault(
                        f"{item.__name__} is no report format: see docxlint.plugin.Format"
                    )
                yield item
            else:
                raise PluginFault(f"docxlint_formats gave a {type(item).__name__}, not a Format")


def _packs(folder: Path) -> Iterator[str]:
    """The names of the packs in a folder."""
    return (each.name for each in folder.iterdir() if (each / "pack.yaml").is_file())


def _is_name(name: object) -> bool:
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def _distinct(names: Sequence[str]) -> None:
    for index, name in enumerate(names):
        if name in names[:index]:
            raise PluginFault(f"the name {name!r} is taken already")


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"
