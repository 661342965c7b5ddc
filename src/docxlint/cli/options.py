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
    help="规则包的名称或文件夹，不写则自动选择 / a pack's name or folder; chosen if not given",
)
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
