"""`docxlint plugins`: list the plugins and what they offer."""

from __future__ import annotations

from collections.abc import Iterator

import click
import msgspec

from docxlint.cli.exit_status import AT_FAULT, CLEAN
from docxlint.cli.output import streams
from docxlint.cli.run_faults import plugin_faults
from docxlint.cli.run_settings import RunSettings
from docxlint.cli.settings_options import text_or_json, with_settings
from docxlint.core.message import Message
from docxlint.core.version import __version__
from docxlint.packs import names
from docxlint.plugins.available import available_plugins
from docxlint.plugins.hooks import GROUP, Plugins
from docxlint.report.json_text import json_text
from docxlint.report.visible_text import visible

_OFFERS = (
    ("kinds", Message(zh="检查：{names}", en="checks:  {names}")),
    ("packs", Message(zh="规则包：{names}", en="packs:   {names}")),
    ("formats", Message(zh="输出格式：{names}", en="formats: {names}")),
)
_FAULT = Message(zh="有误，没有使用：{what}", en="faulty, not used: {what}")
_NONE = Message(zh="没有安装插件", en="no plugins are installed")
_AND = Message(zh="、", en=", ")


class PluginEntry(msgspec.Struct, frozen=True):
    """A plugin, or docxlint itself, and the names of what it offers.

    `fault` is the reason why nothing of it is used; null if there is none.
    """

    name: str
    version: str
    kinds: list[str]
    packs: list[str]
    formats: list[str]
    fault: str | None


class PluginListing(msgspec.Struct, frozen=True):
    """docxlint itself and all plugins, by name."""

    plugins: list[PluginEntry]


@click.command(
    "plugins", help="列出插件 / list the plugins", short_help="列出插件 / list the plugins"
)
@text_or_json
@with_settings()
@click.pass_context
def command(ctx: click.Context, settings: RunSettings, form: str) -> None:
    """List docxlint and its plugins; exit with 2 if one of them is faulty."""
    lang = settings.lang
    offered = available_plugins(installed=settings.site.plugins)
    entries = list(_entries(offered))
    if form == "json":
        streams.put(json_text(PluginListing(entries)), exact=True)
    else:
        streams.put("".join(f"{line}\n" for line in _lines(entries, lang)))
    if offered.faults:
        streams.complain(f"docxlint: {plugin_faults(offered.faults, lang)}")
    ctx.exit(AT_FAULT if offered.faults else CLEAN)


def _entries(offered: Plugins) -> Iterator[PluginEntry]:
    plugin_folders = [folder for plugin in offered.installed for folder in plugin.packs]
    yield PluginEntry(
        name=GROUP,
        version=__version__,
        kinds=sorted(offered.kinds.keys() - offered.origins.keys()),
        packs=list(names([folder for folder in offered.packs if folder not in plugin_folders])),
        formats=sorted(form for form in offered.formats if not offered.plugin_of_format(form)),
        fault=None,
    )
    for plugin in offered.installed:
        packs = list(names(plugin.packs))
        yield PluginEntry(
            plugin.name,
            plugin.version,
            list(plugin.kinds),
            packs,
            list(plugin.formats),
            plugin.fault,
        )


def _lines(entries: list[PluginEntry], lang: str) -> Iterator[str]:
    for entry in entries:
        yield visible(f"{entry.name} {entry.version}".rstrip())
        for field, message in _OFFERS:
            if offers := getattr(entry, field):
                listed = _AND.text(lang).join(map(visible, offers))
                yield f"  {message(names=listed).text(lang)}"
        if entry.fault is not None:
            yield f"  {_FAULT(what=visible(entry.fault)).text(lang)}"
    if len(entries) == 1:
        yield _NONE.text(lang)
