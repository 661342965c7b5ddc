"""The command line: findings go to standard output, everything else to standard error."""

from __future__ import annotations

import gc
import io
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import NoReturn

import click

from docxlint.cli import commands
from docxlint.cli.output import streams
from docxlint.core.message import Message
from docxlint.core.version import __version__

_PROGRAM = "docxlint"
_COMPLETE = "_DOCXLINT_COMPLETE"  # the variable that click's completion scripts set
_SHELLS = ("bash", "zsh", "fish")
_NO_COMPLETION = Message(
    zh="无法补全：{variable} 只能是 {known}",
    en="cannot complete: {variable} must be one of {known}",
)
_AT_FAULT = 2
_INTERRUPTED = 130  # the status that shells give a process ended by SIGINT


class _Commands(click.Group):
    """Each module of docxlint.cli.commands is a command, imported when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(module.name for module in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{commands.__name__}.{cmd_name}")
        command: click.Command = module.command
        return command


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="按规则检查 Word 文档 / check Word submissions against declared rules",
)
@click.version_option(__version__, prog_name=_PROGRAM, message="%(prog)s %(version)s")
def cli() -> None:
    """Group the commands; on its own it does nothing."""


def main() -> NoReturn:
    """Run the command of this process and exit with its status."""
    # Nearly everything that a run creates lives until it ends, so frequent garbage collection,
    # and a last one at exit, would find nothing.
    gc.set_threshold(100_000)
    streams.prepare()
    status = run(sys.argv[1:])
    gc.freeze()
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Run the command with `arguments` and return its exit status.

    Only findings give status 1. A bug in docxlint gives 2, and its traceback is shown.
    """
    if instruction := os.environ.get(_COMPLETE):
        return _complete(instruction)
    out = sys.stdout
    try:
        status = cli.main(args=list(arguments), prog_name=_PROGRAM, standalone_mode=False)
    except click.ClickException as fault:
        message = io.StringIO()
        fault.show(message)
        if message.getvalue():  # a Fault of ours writes its message itself
            streams.complain(message.getvalue())
        return _AT_FAULT
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except (Exception, SystemExit) as error:  # noqa: BLE001 - shown in full, with a status of its own
        # If the reader of the help has closed the pipe, click replaces sys.stdout and exits.
        # That is not a fault.
        if isinstance(error, SystemExit) and sys.stdout is not out:
            return 0
        streams.complain(traceback.format_exc())
        return _AT_FAULT
    return status if isinstance(status, int) else 0


def _complete(instruction: str) -> int:
    """Answer a shell's request for tab completion, such as "bash_source" or "zsh_complete"."""
    from click.shell_completion import shell_complete  # only completion needs it

    status = shell_complete(cli, {}, _PROGRAM, _COMPLETE, instruction)
    if status:
        known = ", ".join(f"{shell}_source" for shell in _SHELLS)
        message = _NO_COMPLETION(variable=_COMPLETE, known=known)
        streams.complain(f"{_PROGRAM}: {message.zh} / {message.en}")
        return _AT_FAULT
    return 0
