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
    help="配置文件；不写则在当前文件夹及其上级找 docxlint.yaml"
    " / the configuration; looked for here and in the folders above if not given",
)
no_config = click.option("--no-config", is_flag=True, help="不用配置文件 / without a configuration")
year = click.option(
    "--year",
    type=click.IntRange(1900, 2999),
    help="报告年度，不写则取自标题 / the report year; the title's if not given",
)
previous = click.option(
    "--previous",
    metavar="FILE",
    help="上年的报告，用来核对结转数等 / last year's report, for figures that follow from it",
)
previous_dir = click.option(
    "--previous-dir",
    metavar="DIR",
    help="上年报告所在的文件夹，按标题里的机关和年份配对"
    " / a folder of last year's reports, found by the organ and the year of their titles",
)
text_or_json = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="输出格式 / output format",
)
annotate = click.option(
    "--annotate",
    metavar="DIR",
    help="在 DIR 里写一份副本，问题写成 Word 批注 / copies with the findings as comments, in DIR",
)
fix = click.option(
    "--fix",
    metavar="DIR",
    help="在 DIR 里写一份副本，有把握的修改写成修订"
    " / copies with certain repairs as tracked changes, in DIR",
)
diff = click.option(
    "--diff",
    is_flag=True,
    help="只列出会改什么，不写文件 / show what the repairs would change, write nothing",
)
fill_zero = click.option(
    "--fill-zero",
    is_flag=True,
    help="空着的数字也改为 0（配合 --fix、--diff）/ blank figures become 0 (for --fix and --diff)",
)
force = click.option(
    "--force",
    is_flag=True,
    help="副本已存在也覆盖 / replace copies that are there already",
)
