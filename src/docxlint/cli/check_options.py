"""The options of `docxlint check` that no other command has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from docxlint.cli.document_paths import STDIN
from docxlint.cli.format_option import FormatOption
from docxlint.cli.settings_options import PATH
from docxlint.plugins.available import available_plugins

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def _complete_format(
    ctx: click.Context,  # noqa: ARG001 - click's signature
    param: click.Parameter,  # noqa: ARG001
    incomplete: str,
) -> list[CompletionItem]:
    """Complete the names of formats."""
    from click.shell_completion import CompletionItem  # only completion needs it

    known = sorted(available_plugins().formats)
    return [CompletionItem(name) for name in known if name.startswith(incomplete)]


_OUTPUT = (
    click.option(
        "--format",
        "forms",
        metavar="FORMAT[=FILE]",
        multiple=True,
        cls=FormatOption,
        shell_complete=_complete_format,
    ),
    click.option(
        "--output",
        metavar="FILE",
        type=PATH,
        help="写入文件（UTF-8）/ write to a file, in UTF-8",
    ),
    click.option(
        "-q",
        "--quiet",
        is_flag=True,
        help="文本格式中每份文档只写一行 / in text, one line per document",
    ),
    click.option(
        "-v",
        "--verbose",
        is_flag=True,
        help="文本格式中也写检查了多少、没有检查什么、通过的和不适用的规则"
        " / in text, also list what was read and what was not, and the rules that passed or do"
        " not apply",
    ),
)
_PREVIOUS = (
    click.option(
        "--previous",
        metavar="FILE",
        type=PATH,
        help="上年的报告，用来核对结转数等 / last year's report, to compare figures with",
    ),
    click.option(
        "--previous-dir",
        metavar="DIR",
        type=PATH,
        help="上年报告所在的文件夹，按标题里的机关和年份配对"
        " / folder of last year's reports, matched by organ and year in the title",
    ),
)
_COPIES = (
    click.option(
        "--annotate",
        metavar="DIR",
        type=PATH,
        help="在 DIR 里生成批注稿，问题写成 Word 批注"
        " / write copies with the findings as comments to DIR",
    ),
    click.option(
        "--fix",
        metavar="DIR",
        type=PATH,
        help="在 DIR 里生成修改稿，有把握的修改写成修订"
        " / write copies with safe repairs as tracked changes to DIR",
    ),
    click.option(
        "--diff",
        is_flag=True,
        help="只列出修改内容，不生成修改稿 / show the repairs as a diff, write nothing",
    ),
    click.option(
        "--likely",
        is_flag=True,
        help="可能的修改也做，不只做确定的（与 --fix、--diff 合用）"
        " / make likely repairs too, not only certain ones (with --fix or --diff)",
    ),
    click.option(
        "--fill-zero",
        is_flag=True,
        help="空白的数字也填“0”（与 --fix、--diff 合用）"
        " / fill blank figures with 0 (with --fix or --diff)",
    ),
    click.option(
        "--force",
        is_flag=True,
        help="已有同名副本也覆盖 / replace existing copies",
    ),
)
_PROCESS = (
    click.option(
        "--stdin-name",
        metavar="NAME",
        default=STDIN,
        help="从标准输入读的文档在结果中的名称 / name of the document read from standard input",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(1, 64),
        default=1,
        show_default=True,
        help="同时使用的进程数 / number of processes",
    ),
    click.option(
        "--timeout",
        metavar="SECONDS",
        type=click.FloatRange(0),
        default=60,
        show_default=True,
        help="每份文档最多检查多少秒，超过的按无法读取处理；0 为不限"
        " / seconds for one document, after which it counts as unreadable; 0 for no limit",
    ),
)


def check_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of `docxlint check`: where it writes and how much, last year's
    reports, copies of the documents, and processes.
    """
    for option in reversed((*_OUTPUT, *_PREVIOUS, *_COPIES, *_PROCESS)):
        command = option(command)
    return command
