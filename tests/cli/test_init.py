"""The group of commands."""

from __future__ import annotations

from collections.abc import Callable
from pkgutil import iter_modules

import pytest
from click.testing import Result

from docxlint import __version__
from docxlint.cli import commands

Run = Callable[..., Result]


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").output == f"docxlint {__version__}\n"


@pytest.mark.parametrize("command", [module.name for module in iter_modules(commands.__path__)])
def test_every_command_has_help(run: Run, command: str) -> None:
    assert f"  {command} " in run("--help").output
    assert run(command, "--help").exit_code == 0


def test_an_unknown_command_is_a_fault_of_usage(run: Run) -> None:
    assert run("chekc").exit_code == 2
