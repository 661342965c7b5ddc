"""`docxlint outline`: what was read of a document."""

from __future__ import annotations

from pathlib import Path

import click

from docxlint.cli import shared_options
from docxlint.cli.document_paths import STDIN, documents
from docxlint.cli.exit_status import UNJUDGED
from docxlint.cli.output import streams
from docxlint.cli.run_faults import plainly
from docxlint.cli.site_options import Asked, config_file, language
from docxlint.core.finding import PackId
from docxlint.core.message import Message
from docxlint.linting.linter import make_linter
from docxlint.linting.unreadable_text import unreadable_message
from docxlint.report import outline_data, outline_text
from docxlint.report.json_text import json_text
from docxlint.report.visible_text import path_text
from docxlint.word import read

_UNREADABLE = Message(zh="{path}：{why}", en="{path}: {why}")

_HELP = """显示从文档中读到的内容 / show what is read of a document

标题、各部分、带自动编号的段落、表格（旁边标出规则所用的名称）。
The title, the sections, paragraphs with automatic numbers, tables with the rules' names.
"""


@click.command("outline", help=_HELP, short_help="显示读到的内容 / show what is read")
@click.argument("path", metavar="PATH")
@shared_options.text_or_json
@shared_options.pack
@shared_options.lang
@shared_options.year
@shared_options.config
@shared_options.no_config
@shared_options.plugins
@click.pass_context
def command(
    ctx: click.Context,
    path: str,
    form: str,
    pack: str | None,
    lang: str,
    year: int | None,
    config: str | None,
    no_config: bool,
    plugins: bool,
) -> None:
    """Shows one document as it was read; leaves with 3 if it cannot be."""
    asked = Asked(config=config_file(config, no_config, lang), plugins=plugins)
    with plainly(lang):
        site = asked.site()
    lang = language(ctx, lang, site)
    (name, *_) = documents([path], lang)
    with plainly(lang):
        linter = make_linter(pack, year=year, config=site)
    try:
        data = streams.document(lang) if name == STDIN else read.load(Path(name))
        document = read.read(data)
    except read.Unreadable as fault:
        said = _UNREADABLE(path=path_text(name), why=unreadable_message(fault)).text(lang)
        streams.complain(f"docxlint: {said}")
        ctx.exit(UNJUDGED)
    applies, bound = linter.bind(document)
    chosen = None if applies is None else PackId(applies.name, applies.version)
    shown = outline_data.outline(bound, name, chosen)
    if form == "json":
        streams.put(json_text(shown), exact=True)
    else:
        streams.put(outline_text.render(shown, lang))
