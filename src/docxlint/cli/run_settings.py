"""The settings of a run: the options of a command, completed by the site's file.

A command that is decorated with `with_settings` takes these options, and gets them as one
argument, `settings`. To add an option, add it to `_OPTIONS` and use it in `read_settings`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec
from click.core import ParameterSource

from docxlint.cli.output.streams import Fault
from docxlint.cli.rule_choice import check_rule_names, rule_names
from docxlint.cli.run_faults import report_faults
from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.linting.catalog import load_packs
from docxlint.linting.linter import Linter, make_linter
from docxlint.packs import names
from docxlint.plugins.available import available_plugins, require_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.rules.rule import Pack
from docxlint.site import Exclusion, SiteSettings, read, read_baseline, search

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_BOTH = Message(
    zh="--config 和 --no-config 只能写一个", en="use only one of --config and --no-config"
)


class RunSettings(msgspec.Struct, frozen=True):
    """The settings of a run. `site` is the site's file, with the options of the command in place
    of what it says; `lang` is "zh" or "en". `exclude` has patterns of the command, for paths in the
    folders that it names.
    """

    lang: str
    site: SiteSettings = SiteSettings()
    packs: tuple[str, ...] = ()
    year: int | None = None
    exclude: tuple[str, ...] = ()

    def exclusions(self, _here: str, given: str) -> tuple[Exclusion, ...]:
        """What is left out of the folder `given`: by --exclude, and by the site's file."""
        return (Exclusion(given, self.exclude), Exclusion(self.site.folder, self.site.exclude))

    def require_plugins(self) -> Plugins:
        """Return what docxlint and its plugins offer. Raises PluginFault for a faulty plugin."""
        return require_plugins(installed=self.site.plugins)

    def make_linter(self, offered: Plugins | None = None, *, tables: bool = False) -> Linter:
        """Return the linter of this run; `tables` is for formats that show a document's tables.

        Raises PackFault, NoSuchPack, SiteFault, PluginFault.
        """
        linter = make_linter(
            self.packs or None, year=self.year, config=self.site, offered=offered, tables=tables
        )
        if self.site.select or self.site.ignore:
            every = msgspec.structs.replace(self.site, select=frozenset(), ignore=frozenset())
            packs = load_packs(self.packs, offered=offered or self.require_plugins(), site=every)
            check_rule_names(self.site.select | self.site.ignore, packs, self.lang)
        return linter

    def load_packs(self, *, examples: bool = False) -> tuple[Pack, ...]:
        """Return the packs of this run, as the site's file changes them; all if none is named.

        Raises PackFault, NoSuchPack, SiteFault, PluginFault.
        """
        offered = self.require_plugins()
        return load_packs(self.packs, examples=examples, offered=offered, site=self.site)


def read_settings(
    lang: str,
    *,
    config: str | None = None,
    no_config: bool = False,
    plugins: bool = True,
    packs: tuple[str, ...] = (),
    year: int | None = None,
    fail_on: str | None = None,
    baseline: str | None = None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
) -> RunSettings:
    """Return the settings for these options and the site's file. Raises Fault."""
    if config is not None and no_config:
        raise Fault(_BOTH.text(lang))
    with report_faults(lang):
        file = config if config is not None or no_config else _search()
        site = SiteSettings() if file is None else read(Path(file))
        if baseline is not None:
            known = read_baseline(Path(baseline), baseline)
            site = msgspec.structs.replace(site, baseline=known)
    site = msgspec.structs.replace(
        site,
        plugins=site.plugins and plugins,
        fail_on=Severity(fail_on) if fail_on is not None else site.fail_on,
        select=rule_names(select),
        ignore=rule_names(ignore),
    )
    return RunSettings(lang, site, packs, year, exclude)


def _search() -> str | None:
    """The path of the site's file that applies in the current folder, if there is one."""
    try:
        folder = Path.cwd()
    except OSError:  # the current folder has been deleted
        return None
    file = search(folder)
    return None if file is None else str(file)


def _complete_pack(
    ctx: click.Context,  # noqa: ARG001 - click's signature
    param: click.Parameter,  # noqa: ARG001
    incomplete: str,
) -> list[CompletionItem]:
    """Complete the names of packs; after a slash, those of files."""
    from click.shell_completion import CompletionItem  # only completion needs it

    if "/" in incomplete:
        return [CompletionItem(incomplete, type="file")]
    known = names(available_plugins().packs)
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]


# A path that may be missing: the command has its own message for that. The type serves completion.
PATH = click.Path(readable=False)

_OPTIONS = {
    "packs": click.option(
        "--pack",
        "packs",
        metavar="PACK",
        multiple=True,
        shell_complete=_complete_pack,
        help="规则包的名称、文件夹或 .zip，可写多次；不写则自动选择"
        " / name, folder or .zip of a pack; repeatable; selected automatically by default",
    ),
    "year": click.option(
        "--year",
        type=click.IntRange(1900, 2999),
        help="报告年度，不写则取自标题 / report year; taken from the title by default",
    ),
    "fail_on": click.option(
        "--fail-on",
        type=click.Choice([severity.value for severity in Severity]),
        help="发现这一级及更严重的问题时，退出状态为 1（不写为 error）"
        " / lowest severity that gives exit status 1 (error by default)",
    ),
    "baseline": click.option(
        "--baseline",
        metavar="FILE",
        type=PATH,
        help="以前用 --format json 保存的结果，其中的问题不再计入"
        " / saved output of --format json; its findings no longer count",
    ),
    "select": click.option(
        "--select",
        metavar="RULE",
        multiple=True,
        help="只用这些规则（可写多次，或用逗号隔开）"
        " / use these rules only; repeatable, or with commas",
    ),
    "ignore": click.option(
        "--ignore",
        metavar="RULE",
        multiple=True,
        help="不用这些规则（可写多次，或用逗号隔开）"
        " / do not use these rules; repeatable, or with commas",
    ),
    "exclude": click.option(
        "--exclude",
        metavar="PATTERN",
        multiple=True,
        help="文件夹里名称或路径符合的文件不检查（可用 * ?，可写多次）"
        " / leave out files in folders by name or path (with * and ?); repeatable",
    ),
    "lang": click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        default="zh",
        show_default=True,
        envvar="DOCXLINT_LANG",
        help="语言 / language of messages",
    ),
    "config": click.option(
        "--config",
        metavar="FILE",
        type=PATH,
        help="配置文件；不写则在当前文件夹及其上级文件夹中查找 docxlint.yaml"
        " / configuration file; by default the nearest docxlint.yaml in this folder or above",
    ),
    "no_config": click.option(
        "--no-config", is_flag=True, help="不使用配置文件 / use no configuration file"
    ),
    "plugins": click.option(
        "--no-plugins",
        "plugins",
        flag_value=False,
        type=bool,
        default=True,
        help="不使用插件 / use no plugins",
    ),
}
_ALWAYS = ("lang", "config", "no_config", "plugins")

text_or_json = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="输出格式 / output format",
)


def with_settings(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options `names` ("packs", "year", "fail_on", "baseline"), and those that
    every command has: the language, the site's file, and whether plugins are used.

    The command gets them all as one argument, `settings`.
    """
    options = (*names, *_ALWAYS)

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def run(**values: Any) -> None:
            settings = read_settings(**{name: values.pop(name) for name in options})
            source = click.get_current_context().get_parameter_source("lang")
            if source is ParameterSource.DEFAULT and settings.site.lang is not None:
                settings = msgspec.structs.replace(settings, lang=settings.site.lang)
            command(settings=settings, **values)

        for name in reversed(options):
            run = _OPTIONS[name](run)
        return run

    return decorate
