"""The command line: documents in, findings on standard output, all else on standard error."""

from __future__ import annotations

import gc
import io
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from docxlint.cli.output import streams
from docxlint.core.version import __version__

# One module a command, imported when it is asked for.
_COMMANDS = {
    "check": "docxlint.cli.commands.check",
    "outline": "docxlint.cli.commands.outline",
    "rules": "docxlint.cli.commands.rules",
    "explain": "docxlint.cli.commands.explain",
    "test": "docxlint.cli.commands.test",
    "plugins": "docxlint.cli.commands.plugins",
    "new": "docxlint.cli.commands.new",
    "editor": "docxlint.cli.commands.editor",
}
_INTERRUPTED = 130  # what a shell makes of SIGINT


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_COMMANDS[cmd_name]).command
        return command


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="按规则检查 Word 文档 / check Word submissions against declared rules",
)
@click.version_option(__version__, prog_name="docxlint", message="%(prog)s %(version)s")
def cli() -> None:
    """The group of all commands; nothing happens before one of them is asked for."""


def main() -> NoReturn:
    """Runs the command of this process and leaves with its exit status."""
    # Nearly all that a run makes lives to its end: there is no use in looking for garbage often,
    # nor in looking through everything once more when the process ends.
    gc.set_threshold(100_000)
    streams.prepare()
    status = run(sys.argv[1:])
    gc.freeze()
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """The exit status of the command with `arguments`.

    Never 1 for anything but findings: a fault of ours is shown with its traceback and gives 2.
    """
    out = sys.stdout
    try:
        status = cli.main(args=list(arguments), prog_name="docxlint", standalone_mode=False)
    except click.ClickException as fault:
        said = io.StringIO()
        fault.show(said)
        if said.getvalue():  # a Fault of ours has said it already
            streams.complain(said.getvalue())
        return 2
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except (Exception, SystemExit) as error:  # noqa: BLE001 - said in full, and told by its status
        # Where the reader of its help has closed the pipe, click lays a stream of its own before
        # it and leaves; that is no fault.
        if isinstance(error, SystemExit) and sys.stdout is not out:
            return 0
        streams.complain(traceback.format_exc())
        return 2
    return status if isinstance(status, int) else 0
