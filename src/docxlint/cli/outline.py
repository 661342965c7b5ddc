"""`docxlint outline`: what was read of a document."""

from __future__ import annotations

from pathlib import Path

import click

from docxlint import api, reader
from docxlint.cli import options, streams
from docxlint.cli.desk import Asked, config_file, language
from docxlint.cli.faults import plainly
from docxlint.cli.paths import STDIN, documents
from docxlint.cli.status import UNJUDGED
from docxlint.finding import PackId, Phrase
from docxlint.report import machine, outline, outline_text
from docxlint.report.visible import path_text

_UNREADABLE = Phrase(zh="{path}：{why}", en="{path}: {why}")

_HELP = """显示从文档中读到的内容 / show what is read of a document

标题、各部分、带自动编号的段落、表格（旁边标出规则所用的名称）。
The title, the sections, paragraphs with automatic numbers, tables with the rules' names.
"""


@click.command("outline", help=_HELP, short_help="显示读到的内容 / show what is read")
@click.argument("path", metavar="PATH")
@options.text_or_json
@options.pack
@options.lang
@options.year
@options.config
@options.no_config
@options.plugins
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
        desk = asked.desk()
    lang = language(ctx, lang, desk)
    (name, *_) = documents([path], lang)
    with plainly(lang):
        linter = api.linter(pack, year=year, config=desk)
    try:
        data = streams.document(lang) if name == STDIN else reader.load(Path(name))
        document = reader.read(data)
    except reader.Unreadable as fault:
        said = _UNREADABLE(path=path_text(name), why=fault.phrase).said(lang)
        streams.complain(f"docxlint: {said}")
        ctx.exit(UNJUDGED)
    applies, filled = linter.fill(document)
    chosen = None if applies is None else PackId(applies.name, applies.version)
    shown = outline.outline(filled, name, chosen)
    if form == "json":
        streams.put(machine.written(shown), exact=True)
    else:
        streams.put(outline_text.render(shown, lang))
