"""`docxlint outline`: show what docxlint reads in documents."""

from __future__ import annotations

from pathlib import Path

import click

from docxlint.cli.document_paths import STDIN, documents
from docxlint.cli.exit_status import CLEAN, UNJUDGED
from docxlint.cli.output import streams
from docxlint.cli.run_faults import report_faults
from docxlint.cli.run_settings import RunSettings
from docxlint.cli.settings_options import PATH, text_or_json, with_settings
from docxlint.cli.site_files import SiteFiles
from docxlint.cli.site_linters import make_site_linters
from docxlint.core.finding import PackId
from docxlint.core.message import Message
from docxlint.linting.linter import Linter
from docxlint.linting.unreadable_text import unreadable_message
from docxlint.report import outline_data, outline_text
from docxlint.report.json_text import json_text
from docxlint.report.outline_data import Outline, UnreadableDocument
from docxlint.report.visible_text import path_text
from docxlint.word import read

_UNREADABLE = Message(zh="{path}：{why}", en="{path}: {why}")

_HELP = """显示从文档中读到的内容 / show what is read of documents

标题、各部分、带自动编号的段落、表格（旁边标出规则所用的名称）。
The title, the sections, paragraphs with automatic numbers, tables with the rules' names.

PATH 是文件、文件夹（含下级文件夹），或 -（标准输入）。
PATH is a file, a folder with its subfolders, or - for standard input.
"""


@click.command("outline", help=_HELP, short_help="显示读到的内容 / show what is read")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@text_or_json
@with_settings("packs", "year", "exclude")
@click.pass_context
def command(ctx: click.Context, settings: RunSettings, paths: tuple[str, ...], form: str) -> None:
    """Show documents as docxlint reads them; exit with 3 if one of them cannot be read."""
    lang = settings.lang
    sites = SiteFiles(settings)
    with report_faults(lang):
        names = documents(paths, lang, sites.exclusions)
        linters = make_site_linters(settings, sites, names, settings.require_plugins())
    outlines: list[Outline] = []
    unreadable: list[UnreadableDocument] = []
    for name in names:
        outline = _outline(name, linters.of(name).linter, lang)
        if isinstance(outline, UnreadableDocument):
            message = _UNREADABLE(path=outline.path, why=outline.error).text(lang)
            streams.complain(f"docxlint: {message}")
            unreadable.append(outline)
            continue
        if form == "text":
            streams.put(("\n" if outlines else "") + outline_text.render(outline, lang))
            outlines.clear()
        outlines.append(outline)
    if form == "json" and (len(paths) > 1 or Path(paths[0]).is_dir()):
        streams.put(json_text(outline_data.outlines(outlines, unreadable)), exact=True)
    elif form == "json" and outlines:
        streams.put(json_text(outlines[0]), exact=True)
    ctx.exit(UNJUDGED if unreadable else CLEAN)


def _outline(name: str, linter: Linter, lang: str) -> Outline | UnreadableDocument:
    """The outline of one document, or why it cannot be read."""
    try:
        data = streams.document(lang) if name == STDIN else read.load(Path(name))
        document = read.read(data)
    except read.Unreadable as fault:
        return UnreadableDocument(path_text(name), unreadable_message(fault).text(lang))
    applies, bound = linter.bind(document)
    chosen = None if applies is None else PackId(applies.name, applies.version)
    return outline_data.outline(bound, name, chosen)
