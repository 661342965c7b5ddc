"""`docxlint check`: what is wrong with documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import click

from docxlint import api
from docxlint.api import Linter
from docxlint.cli import options, streams
from docxlint.cli.colour import coloured
from docxlint.cli.desk import Asked, config_file, language
from docxlint.cli.faults import plainly, plugin, unknown
from docxlint.cli.notes import notes
from docxlint.cli.paths import STDIN, documents
from docxlint.cli.status import AT_FAULT, CLEAN, status, worst
from docxlint.cli.streams import Fault
from docxlint.finding import Phrase, Report, Severity
from docxlint.hooks import Plugins
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

_HELP = """检查文档 / check documents

PATH 是文件、文件夹（含下级文件夹），或 -（标准输入）。
A PATH is a file, a folder (with all below it), or - for standard input.

\b
退出状态 / exit status
  0  没有问题 / nothing found
  1  有问题 / findings
  2  用法、配置、规则包或插件有误 / usage, the configuration, a pack or a plugin is at fault
  3  有文档读不出，或有规则无法判断 / not read, or not judged
"""


@click.command("check", help=_HELP, short_help="检查文档 / check documents")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@options.packs
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
    help="从哪一级起退出状态为 1（不写为 error）"
    " / the least severity that makes the exit status 1 (error if not given)",
)
@click.option(
    "--baseline",
    metavar="FILE",
    help="基线：以前 --format json 的输出，其中的问题不再计入"
    " / an earlier --format json, whose findings count no more",
)
@options.config
@options.no_config
@options.plugins
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
    packs: tuple[str, ...],
    form: str,
    output: str | None,
    lang: str,
    year: int | None,
    fail_on: str | None,
    baseline: str | None,
    config: str | None,
    no_config: bool,
    plugins: bool,
    stdin_name: str,
    jobs: int,
) -> None:
    """Checks documents and leaves with the status of the worst."""
    asked = Asked(packs, year, config_file(config, no_config, lang), baseline, plugins)
    with plainly(lang):
        desk = asked.desk()
    lang = language(ctx, lang, desk)
    names = documents(paths, lang)
    for name in names:
        if output not in (None, STDIN) and name != STDIN and _same(str(output), name):
            raise Fault(_OVERWRITES(path=path_text(name)).said(lang))
    with plainly(lang):
        linter, offered = _made(asked, lang)
        if form not in offered.formats:
            raise unknown(_NO_FORMAT, form, sorted(offered.formats), lang)
        stdin = None
        if STDIN in names:
            stdin = linter.lint(streams.document(lang), name=stdin_name)
        judge = linter.lint if jobs == 1 else partial(_judged, asked)
        reports = tuple(_reports(names, stdin, judge, jobs))
    text = _rendered(offered, form, reports, lang)
    if output in (None, STDIN):
        plain = form != _TEXT
        streams.put(text if plain else coloured(text), exact=plain)
    else:
        _write(str(output), text, lang)
    for line in notes(reports, linter, lang):
        streams.complain(f"docxlint: {line}")
    least = Severity(fail_on) if fail_on is not None else desk.fail_on or Severity.ERROR
    of_run = AT_FAULT if offered.faults else CLEAN
    ctx.exit(worst([of_run, *(status(report, least) for report in reports)]))


def _made(asked: Asked, lang: str) -> tuple[Linter, Plugins]:
    """A linter and what it is made of; the plugins at fault are said, and left out."""
    desk = asked.desk()
    offered = api.offered(others=desk.plugins)
    if offered.faults:
        streams.complain(f"docxlint: {plugin(offered.faults, lang)}")
    linter = api.linter(asked.packs or None, year=asked.year, config=desk, offered=offered)
    return linter, offered


@cache
def _in_worker(asked: Asked) -> Linter:
    desk = asked.desk()
    offered = api.offered(others=desk.plugins)
    return api.linter(asked.packs or None, year=asked.year, config=desk, offered=offered)


def _judged(asked: Asked, name: str) -> Report:
    return _in_worker(asked).lint(name)


def _rendered(offered: Plugins, form: str, reports: Sequence[Report], lang: str) -> str:
    """The text of the reports; a Fault that names the plugin whose format fails."""
    try:
        text: object = offered.formats[form].render(reports, lang)
        if not isinstance(text, str):
            raise TypeError(f"it gave a {type(text).__name__}, not text")
        text.encode()
    except (Exception, SystemExit) as error:
        brought = offered.brought(form)
        if not brought:
            raise
        what = f"{brought}: {form}: {type(error).__name__}: {error}"
        raise Fault(plugin([what], lang)) from error
    return text


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
