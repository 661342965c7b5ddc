"""`docxlint check`: what is wrong with documents."""

from __future__ import annotations

from functools import partial

import click
import msgspec

from docxlint.cli import shared_options
from docxlint.cli.checker import Checker, check_all
from docxlint.cli.document_paths import STDIN, documents
from docxlint.cli.exit_status import AT_FAULT, CLEAN, status, worst
from docxlint.cli.format_option import FormatOption
from docxlint.cli.output import report_files, streams
from docxlint.cli.output.progress import watched
from docxlint.cli.output.report_writer import ReportWriter
from docxlint.cli.output.run_notes import RunNotes
from docxlint.cli.output.streams import Fault
from docxlint.cli.previous_reports import comparison_note, held, last_years, unread_notes
from docxlint.cli.run_faults import plainly, plugin
from docxlint.cli.site_options import Asked, config_file, language
from docxlint.core.finding import Severity
from docxlint.core.message import Message
from docxlint.linting.linter import Linter, make_linter
from docxlint.plugins.available import available_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.report.formats.text import Detail
from docxlint.site import SiteSettings

_BOTH = Message(
    zh="--quiet 和 --verbose 只能写一个", en="give one of --quiet and --verbose, not both"
)

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
@shared_options.packs
@click.option(
    "--format",
    "forms",
    metavar="FORMAT[=FILE]",
    multiple=True,
    cls=FormatOption,
)
@click.option(
    "--output", metavar="FILE", help="写入文件（UTF-8）/ write to a file instead, in UTF-8"
)
@click.option(
    "-q", "--quiet", is_flag=True, help="文本中每份文档只写一行 / text of one line a document"
)
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="文本中也写通过的和不适用的规则 / text that also tells which rules passed or do not apply",
)
@shared_options.lang
@shared_options.year
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
@shared_options.previous
@shared_options.previous_dir
@shared_options.annotate
@shared_options.fix
@shared_options.diff
@shared_options.fill_zero
@shared_options.force
@shared_options.config
@shared_options.no_config
@shared_options.plugins
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
    forms: tuple[str, ...],
    output: str | None,
    quiet: bool,
    verbose: bool,
    lang: str,
    year: int | None,
    fail_on: str | None,
    baseline: str | None,
    previous: str | None,
    previous_dir: str | None,
    annotate: str | None,
    fix: str | None,
    diff: bool,
    fill_zero: bool,
    force: bool,
    config: str | None,
    no_config: bool,
    plugins: bool,
    stdin_name: str,
    jobs: int,
) -> None:
    """Checks documents and leaves with the status of the worst."""
    asked = Asked(
        packs,
        year,
        config_file(config, no_config, lang),
        baseline,
        plugins,
        fail_on=Severity(fail_on) if fail_on is not None else None,
    )
    with plainly(lang):
        site = asked.site()
    lang = language(ctx, lang, site)
    if quiet and verbose:
        raise Fault(_BOTH.text(lang))
    wanted = report_files.outputs(forms, output, lang)
    names = documents(paths, lang)
    last = last_years(previous, previous_dir, names, lang)
    copies = None
    if annotate is not None or fix is not None or diff or fill_zero:
        from docxlint.cli.output.copy_targets import CopyOptions, with_targets

        copies = CopyOptions(annotate, fix, diff, fill_zero, force, lang)
        copies = with_targets(copies, paths, names, last, stdin_name)
        wanted = [one for one in wanted if one.file is not None or not diff]
    report_files.spare(wanted, (*names, *last), "--format" if output is None else "--output", lang)
    with plainly(lang):
        offered = _offered(site, lang)
        report_files.known(wanted, offered.formats, lang)
        snapshot = any(offered.format(one.form).needs_tables for one in wanted)
        asked = msgspec.structs.replace(asked, tables=snapshot)
        linter = _made(asked, offered)
        stdin = None
        against = held(linter, last, previous_dir)
        checker = Checker(lambda: linter, against, copies)
        if STDIN in names:
            stdin = checker.check_source(streams.document(lang), STDIN, stdin_name)
        if jobs > 1:
            checker = Checker(partial(_new_linter, asked), against, copies)
        results = check_all(names, stdin, checker, jobs)
        if not report_files.fill_console(wanted):
            results = watched(results, len(names), lang)
        detail: Detail = "quiet" if quiet else "verbose" if verbose else "usual"
        notes, comparisons = RunNotes(linter), list[Message]()
        statuses = [AT_FAULT if offered.faults else CLEAN]
        with ReportWriter(wanted, offered, detail, lang) as writer:
            for checked in results:
                report = checked.report
                writer.add(report)
                notes.add(report)
                statuses.append(status(report))
                if (note := comparison_note(report, against)) is not None:
                    comparisons.append(note)
                if checked.copies is not None:
                    from docxlint.cli.output.copy_files import show_copies

                    show_copies(checked.copies)
                    statuses.append(checked.copies.status)
            statuses.append(writer.finish())
    for line in notes.lines(lang):
        streams.complain(f"docxlint: {line}")
    for note in (*unread_notes(against), *comparisons):
        streams.complain(f"docxlint: {note.text(lang)}")
    ctx.exit(worst(statuses))


def _offered(site: SiteSettings, lang: str) -> Plugins:
    """What there is to make a linter of; the plugins at fault are said, and left out."""
    offered = available_plugins(others=site.plugins)
    if offered.faults:
        streams.complain(f"docxlint: {plugin(offered.faults, lang)}")
    return offered


def _made(asked: Asked, offered: Plugins) -> Linter:
    return make_linter(
        asked.packs or None,
        year=asked.year,
        config=asked.site(),
        offered=offered,
        tables=asked.tables,
    )


def _new_linter(asked: Asked) -> Linter:
    """The linter of a worker process."""
    return _made(asked, available_plugins(others=asked.site().plugins))
