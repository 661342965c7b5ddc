"""The help of --format lists the formats."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

from docxlint.cli.format_option import format_helps
from docxlint.plugins.available import require_plugins


def test_the_help_has_a_line_for_each_built_in_format(run: Callable[..., Result]) -> None:
    text = run("check", "--help").stdout
    for name, zh, _ in format_helps():
        assert any(line.split()[:2] == [name, zh.split()[0]] for line in text.splitlines()), name


def test_every_built_in_format_has_a_help_in_both_languages() -> None:
    helps = format_helps()
    assert {name for name, _, _ in helps} == set(require_plugins(installed=False).formats)
    assert all(zh and en and zh != en for _, zh, en in helps)
