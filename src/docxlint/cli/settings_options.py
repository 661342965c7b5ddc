"""The options for settings of a run.

A command that is decorated with `with_settings` takes these options, and gets them as one
argument, `settings`. To add an option, add it to `_OPTIONS` and use it in `read_settings`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click
import msgspec
from click.core import ParameterSource

from docxlint.cli.run_faults import report_faults
from docxlint.cli.run_settings import RunSettings, read_settings
from docxlint.cli.site_files import SiteFiles
from docxlint.core.finding import Severity
from docxlint.packs import names
from docxlint.plugins.available import available_plugins

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


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
        help="配置文件；不写则用离文档最近的 docxlint.yaml，没有的用当前文件夹或其上级的"
        " / configuration file; by default the docxlint.yaml nearest to a document, else to here",
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
            lang = _site_language(settings, values.get("paths", ()))
            if source is ParameterSource.DEFAULT and lang is not None:
                settings = msgspec.structs.replace(settings, lang=lang)
            command(settings=settings, **values)

        for name in reversed(options):
            run = _OPTIONS[name](run)
        return run

    return decorate


def _site_language(settings: RunSettings, paths: tuple[str, ...]) -> str | None:
    """The language of the site's file, else that of the file for the first of `paths`."""
    if settings.site.file or not paths:
        return settings.site.lang
    with report_faults(settings.lang):
        return SiteFiles(settings).of(paths[0]).lang
