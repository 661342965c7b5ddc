"""`docxlint check`: what is wrong with documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import click

from docxlint import api
from docxlint.cli import options, streams
from docxlint.cli.colour import coloured
from docxlint.cli.faults import plainly, unknown
from docxlint.cli.paths import STDIN, documents
from docxlint.cli.status import status, worst
from docxlint.cli.streams import Fault
from docxlint.finding import Phrase, Report, Severity
from docxlint.report.visible import path_text

_TEXT = "text"

_NO_FORMAT = Phrase(
    zh="没有“{given}”这种输出格式（现有：{known}）",
    en="there is no output format “{given}” (there is: {known})",
)
_OVERWRITES = Phrase(
    zh="--output 指向被检查的文档 {path}，不会覆盖它",
    en="--output names the document {path} that is to be checked; it is not overwritten",
)
_NOT_WRITTEN = Phrase(zh="写不了 {path}：{why}", en="{path} cannot be written: {why}")
_BROKEN = Phrase(
    zh="{path}：规则 {who} 自身出错，与文档无关：{what}",
    en="{path}: the rule {who} is itself at fault, not the document: {what}",
)

_HELP = """检查文档 / check documents

PATH 是文件、文件夹（含下级文件夹），或 -（标准输入）。
A PATH is a file, a folder (with all below it), or - for standard input.

\b
退出状态 / exit status
  0  没有问题 / nothing found
  1  有问题 / findings
  2  用法、规则包或插件有误 / usage, a pack or a plugin is at fault
  3  有文档读不出，或有规则无法判断 / not read, or not judged
"""


@click.command("check", help=_HELP, short_help="检查文档 / check documents")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@options.pack
@click.option(
    "--format",
    "form",
    metavar="FORMAT",
    default=_TEXT,
    show_default=True,
    help="输出格式 / output format: text, json, …",
)
@click.option(
    "--output", metavar="FILE", help="写入文件（UTF-8）/ write to a file instead, in UTF-8"
)
@options.lang
@options.year
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.ERROR.value,
    show_default=True,
    help="从哪一级起退出状态为 1 / the least severity that makes the exit status 1",
)
@click.option(
    "--stdin-name",
    metavar="NAME",
    default=STDIN,
    help="标准输入的文档叫什么 / what to call the document from standard input",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="同时用几个进程 / how many processes",
)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    pack: str | None,
    form: str,
    output: str | None,
    lang: str,
    year: int | None,
    fail_on: str,
    stdin_name: str,
    jobs: int,
) -> None:
    """Checks documents and leaves with the status of the worst."""
    names = documents(paths, lang)
    for name in names:
        if output not in (None, STDIN) and name != STDIN and _same(str(output), name):
            raise Fault(_OVERWRITES(path=path_text(name)).said(lang))
    with plainly(lang):
        formats = api.offer().formats
        if form not in formats:
            raise unknown(_NO_FORMAT, form, sorted(formats), lang)
        linter = _made(pack, year)
        stdin = None
        if STDIN in names:
            stdin = linter.lint(streams.document(lang), name=stdin_name)
        reports = tuple(_reports(names, stdin, partial(_judged, pack, year), jobs))
    text = formats[form].render(reports, lang)
    if output in (None, STDIN):
        plain = form != _TEXT
        streams.put(text if plain else coloured(text), exact=plain)
    else:
        _write(str(output), text, lang)
    for report in reports:
        for broken in report.broken:
            said = _BROKEN(path=path_text(report.path), who=broken.who, what=broken.what)
            streams.complain(f"docxlint: {said.said(lang)}")
    ctx.exit(worst(status(report, Severity(fail_on)) for report in reports))


def _reports(
    names: Sequence[str], stdin: Report | None, judge: Callable[[str], Report], jobs: int
) -> Iterator[Report]:
    """The report on each document, in the order of `names`; `stdin` is that on "-"."""
    files = [name for name in names if name != STDIN]
    if jobs == 1 or len(files) < 2:
        yield from _in_turn(names, stdin, map(judge, files))
        return
    from concurrent.futures import ProcessPoolExecutor  # most runs need none

    with ProcessPoolExecutor(max_workers=jobs) as pool:
        yield from _in_turn(names, stdin, pool.map(judge, files))


def _in_turn(
    names: Iterable[str], stdin: Report | None, files: Iterable[Report]
) -> Iterator[Report]:
    rest = iter(files)
    for name in names:
        if name == STDIN and stdin is not None:
            yield stdin
        else:
            yield next(rest)


@cache
def _made(pack: str | None, year: int | None) -> api.Linter:
    return api.linter(pack, year=year)


def _judged(pack: str | None, year: int | None, name: str) -> Report:
    return _made(pack, year).lint(name)


def _same(output: str, name: str) -> bool:
    try:
        return Path(output).samefile(name)
    except OSError:
        return False  # one of them is not there


def _write(output: str, text: str, lang: str) -> None:
    try:
        Path(output).write_bytes(text.encode())
    except OSError as error:
        why = error.strerror or str(error)
        raise Fault(_NOT_WRITTEN(path=path_text(output), why=why).said(lang)) from error
