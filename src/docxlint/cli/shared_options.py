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
    help="在 DIR 里生成批注稿，问题写成 Word 批注"
    " / write copies with the findings as comments to DIR",
)
fix = click.option(
    "--fix",
    metavar="DIR",
    help="在 DIR 里生成修改稿，有把握的修改写成修订"
    " / write copies with safe repairs as tracked changes to DIR",
)
diff = click.option(
    "--diff",
    is_flag=True,
    help="只列出修改内容，不生成修改稿 / show the repairs as a diff, write nothing",
)
fill_zero = click.option(
    "--fill-zero",
    is_flag=True,
    help="空白的数字也填“0”（与 --fix、--diff 合用）"
    " / fill blank figures with 0 (with --fix or --diff)",
)
force = click.option(
    "--force",
    is_flag=True,
    help="已有同名副本也覆盖 / replace existing copies",
)
