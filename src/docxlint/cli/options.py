"""The options that several commands share."""

from __future__ import annotations

import click

lang = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    envvar="DOCXLINT_LANG",
    help="语言 / language",
)
pack = click.option(
    "--pack",
    metavar="PACK",
    help="规则包的名称、文件夹或 .zip，不写则自动选择"
    " / a pack's name, folder or .zip; chosen if not given",
)
packs = click.option(
    "--pack",
    "packs",
    metavar="PACK",
    multiple=True,
    help="规则包的名称、文件夹或 .zip，可写多次；不写则自动选择"
    " / a pack's name, folder or .zip, may come again; chosen if not given",
)
plugins = click.option(
    "--no-plugins",
    "plugins",
    flag_value=False,
    type=bool,
    default=True,
    help="不用插件 / without plugins",
)
config = click.option(
    "--config",
    metavar="FILE",
    help="配置文件；不写则在当前文件夹及其上级找 docxlint.yaml 或 pyproject.toml"
    " / the configuration; looked for here and in the folders above if not given",
)
no_config = click.option("--no-config", is_flag=True, help="不用配置文件 / without a configuration")
year = click.option(
    "--year",
    type=click.IntRange(1900, 2999),
    help="报告年度，不写则取自标题 / the report year; the title's if not given",
)
text_or_json = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="输出格式 / output format",
)
