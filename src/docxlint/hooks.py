"""The three hooks of a plugin, asked once at start, each plugin in turn."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import msgspec
import pluggy

from docxlint.finding import Report
from docxlint.rule import Kind

GROUP = "docxlint"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


class Format(msgspec.Struct, frozen=True):
    """A report format: `render` makes the whole text from the reports of a run, in a language
    ("zh" or "en"), ending in a line break.
    """

    name: str
    render: Callable[[Sequence[Report], str], str]


@hookspec
def docxlint_kinds() -> Iterable[Kind]:  # type: ignore[empty-body]
    """Check kinds that rules may name."""


@hookspec
def docxlint_packs() -> Iterable[Path]:  # type: ignore[empty-body]
    """Folders that hold packs, one folder a pack."""


@hookspec
def docxlint_formats() -> Iterable[Format]:  # type: ignore[empty-body]
    """Report formats."""


class PluginFault(Exception):
    """A plugin that cannot be loaded, or answers a hook with what the hook does not take."""


class Plugins(msgspec.Struct, frozen=True):
    """What all plugins together offer; no name is offered twice."""

    kinds: dict[str, Kind]
    formats: dict[str, Format]
    packs: tuple[Path, ...]


def plugins(builtin: object, *, others: bool = True) -> Plugins:
    """What `builtin` offers and, unless `others` is false, every installed plugin of the
    entry-point group. PluginFault names the plugin at fault and its version.
    """
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(sys.modules[__name__])
    manager.register(builtin, name=GROUP)
    if others:
        for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
            who = f"{point.name} {point.dist.version}" if point.dist else point.name
            try:
                manager.register(point.load(), name=who)
            except Exception as error:
                raise PluginFault(_said(who, error)) from error
    kinds: dict[str, Kind] = {}
    formats: dict[str, Format] = {}
    packs: list[Path] = []
    for who, plugin in manager.list_name_plugin():
        for kind in _answers(manager, who, plugin, "docxlint_kinds", Kind):
            _add(who, kinds, kind.name, kind)
        for form in _answers(manager, who, plugin, "docxlint_formats", Format):
            _add(who, formats, form.name, form)
        packs += _answers(manager, who, plugin, "docxlint_packs", Path)
    return Plugins(kinds=kinds, formats=formats, packs=tuple(packs))


def _answers(
    manager: pluggy.PluginManager, who: str, plugin: object, hook: str, wanted: type
) -> Iterator[Any]:
    others = [p for _, p in manager.list_name_plugin() if p is not plugin]
    try:
        answers = manager.subset_hook_caller(hook, others)()
        for answer in answers:
            for item in answer:
                if not isinstance(item, wanted):
                    raise TypeError(f"{hook} gave a {type(item).__name__}, not a {wanted.__name__}")
                yield item
    except Exception as error:
        raise PluginFault(_said(who, error)) from error


def _add(who: str, taken: dict[str, Any], name: str, thing: object) -> None:
    if name in taken:
        raise PluginFault(f"{who}: the name {name!r} is taken already")
    taken[name] = thing


def _said(who: str, error: Exception) -> str:
    return f"{who}: {type(error).__name__}: {error}"
