"""The option --format, whose help lists the report formats."""

from __future__ import annotations

from collections.abc import Iterator

import click

_HELP = (
    "输出格式，可写多次，每种可写入文件，不写为 text"
    " / output format, may come again, each to a file; text if not given"
)


class FormatOption(click.Option):
    """An option that loads the formats when its help is shown, not before."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The metavar and the help with one line for each built-in format."""
        self.help = "\n".join([_HELP, "", "\b", *_lines()])
        return super().get_help_record(ctx)


def format_helps() -> list[tuple[str, str, str]]:
    """The name of each built-in format and its help in Chinese and in English."""
    from docxlint.plugins.available import require_plugins  # only the help needs all formats

    offered = require_plugins(installed=False)
    formats = (offered.format(name) for name in offered.formats)
    return [(each.name, each.help.zh, each.help.en) for each in formats]


def _lines() -> Iterator[str]:
    for name, zh, en in format_helps():
        yield f"{name:<9} {zh} / {en}"
    yield "docxlint plugins 列出插件提供的格式 / lists the formats of plugins"
