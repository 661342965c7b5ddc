"""`docxlint check`: what is wrong with documents."""

from __future__ import annotations

import click

from docxlint.cli.check_options import check_options
from docxlint.cli.checker import Checker, Input, check_all
from docxlint.cli.document_paths import STDIN, documents
from docxlint.cli.exit_status import AT_FAULT, CLEAN, status, worst
from docxlint.cli.output import report_files, streams
from docxlint.cli.output.progress import with_progress
from docxlint.cli.output.report_writer import ReportWriter
from docxlint.cli.output.run_notes import RunNotes
from docxlint.cli.output.streams import Fault
from docxlint.cli.previous_reports import (
    comparison_note,
    previous_paths,
    unread_notes,
)
from docxlint.cli.run_faults import plugin_faults, report_faults
from docxlint.cli.run_settings import RunSettings
from docxlint.cli.settings_options import PATH, with_settings
from docxlint.cli.site_files import SiteFiles
from docxlint.cli.site_linters import make_site_linters
from docxlint.core.message import Message
from docxlint.plugins.available import available_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.report.formats.text import Detail

_BOTH = Message(zh="--quiet 和 --verbose 只能写一个", en="use only one of --quiet and --verbose")

_HELP = """检查文档 / check documents

PATH 是文件、文件夹（含下级文件夹），或 -（标准输入）。
PATH is a file, a folder with its subfolders, or - for standard input.

\b
退出状态 / exit status
  0  没有发现问题 / no findings
  1  发现问题 / findings
  2  用法、配置文件、规则包或插件有误 / error in usage, configuration, a pack or a plugin
  3  有文档无法读取，或有规则无法核对 / a document was not read or a rule not judged
"""


@click.command("check", help=_HELP, short_help="检查文档 / check documents")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@with_settings("packs", "year", "fail_on", "baseline", "select", "ignore", "exclude")
@check_options
@click.pass_context
def command(
    ctx: click.Context,
    settings: RunSettings,
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    output: str | None,
    quiet: bool,
    verbose: bool,
    previous: str | None,
    previous_dir: str | None,
    annotate: str | None,
    fix: str | None,
    diff: bool,
    likely: bool,
    fill_zero: bool,
    force: bool,
    stdin_name: str,
    jobs: int,
    timeout: float,
) -> None:
    """Check documents and exit with the status of the worst."""
    lang = settings.lang
    if quiet and verbose:
        raise Fault(_BOTH.text(lang))
    wanted = report_files.outputs(forms, output, lang)
    sites = SiteFiles(settings)
    with report_faults(lang):
        names = documents(paths, lang, sites.exclusions)
        last = previous_paths(previous, previous_dir, names, lang, sites.exclusions)
    copies = None
    if annotate is not None or fix is not None or diff or likely or fill_zero:
        from docxlint.cli.output.copy_targets import CopyOptions, with_targets

        copies = CopyOptions(annotate, fix, diff, likely, fill_zero, force, lang)
        copies = with_targets(copies, paths, names, last, stdin_name)
        wanted = [entry for entry in wanted if entry.file is not None or not diff]
    report_files.protect_documents(
        wanted, (*names, *last), "--format" if output is None else "--output", lang
    )
    with report_faults(lang):
        offered = _offered(settings)
        report_files.check_formats(wanted, offered.formats, lang)
        tables = any(offered.format(each.form).needs_tables for each in wanted)
        linters = make_site_linters(
            settings, sites, names, offered, tables=tables, last=last, last_folder=previous_dir
        )
        stdin = Input(streams.document(lang), stdin_name) if STDIN in names else None
        checker = Checker(linters, copies, timeout, stdin)
        results = check_all(names, checker, jobs)
        if not report_files.uses_console(wanted):
            results = with_progress(results, len(names), lang)
        detail: Detail = "quiet" if quiet else "verbose" if verbose else "usual"
        notes, comparisons = RunNotes(), list[Message]()
        statuses = [AT_FAULT if offered.faults else CLEAN]
        with ReportWriter(wanted, offered, detail, lang) as writer:
            for name, checked in zip(names, results, strict=True):
                report, site = checked.report, linters.of(name)
                writer.add(report)
                notes.add(report, site.linter)
                statuses.append(status(report))
                if (note := comparison_note(report, site.previous)) is not None:
                    comparisons.append(note)
                if checked.copies is not None:
                    from docxlint.cli.output.copy_files import show_copies

                    show_copies(checked.copies)
                    statuses.append(checked.copies.status)
            statuses.append(writer.finish())
    for line in notes.lines(lang):
        streams.complain(f"docxlint: {line}")
    unread = unread_notes(each.previous for each in linters.distinct())
    for note in (*sites.notes(names), *unread, *comparisons):
        streams.complain(f"docxlint: {note.text(lang)}")
    ctx.exit(worst(statuses))


def _offered(settings: RunSettings) -> Plugins:
    """Return what docxlint and its plugins offer; report the faulty plugins and leave them out."""
    offered = available_plugins(installed=settings.site.plugins)
    if offered.faults:
        streams.complain(f"docxlint: {plugin_faults(offered.faults, settings.lang)}")
    return offered
