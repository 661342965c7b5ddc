"""`docxlint outline`: show what docxlint reads in a document."""

from __future__ import annotations

from pathlib import Path

import click

from docxlint.cli.document_paths import STDIN, documents
from docxlint.cli.exit_status import UNJUDGED
from docxlint.cli.output import streams
from docxlint.cli.run_faults import report_faults
from docxlint.cli.run_settings import PATH, RunSettings, text_or_json, with_settings
from docxlint.core.finding import PackId
from docxlint.core.message import Message
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
@click.argument("path", metavar="PATH", type=PATH)
@text_or_json
@with_settings("packs", "year")
@click.pass_context
def command(ctx: click.Context, settings: RunSettings, path: str, form: str) -> None:
    """Show one document as docxlint reads it; exit with 3 if it cannot be read."""
    lang = settings.lang
    (name, *_) = documents([path], lang)
    with report_faults(lang):
        linter = settings.make_linter()
    try:
        data = streams.document(lang) if name == STDIN else read.load(Path(name))
        document = read.read(data)
    except read.Unreadable as fault:
        message = _UNREADABLE(path=path_text(name), why=unreadable_message(fault)).text(lang)
        streams.complain(f"docxlint: {message}")
        ctx.exit(UNJUDGED)
    applies, bound = linter.bind(document)
    chosen = None if applies is None else PackId(applies.name, applies.version)
    outline = outline_data.outline(bound, name, chosen)
    if form == "json":
        streams.put(json_text(outline), exact=True)
    else:
        streams.put(outline_text.render(outline, lang))
