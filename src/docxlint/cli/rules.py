"""`docxlint rules`: the rules that there are."""

from __future__ import annotations

import click

from docxlint import api
from docxlint.cli import options, streams
from docxlint.cli.faults import plainly
from docxlint.report import machine, rules


@click.command("rules", help="列出规则 / list the rules", short_help="列出规则 / list the rules")
@options.text_or_json
@options.pack
@options.lang
def command(form: str, pack: str | None, lang: str) -> None:
    """Lists the rules of a pack, or of all packs."""
    with plainly(lang):
        packs = api.linter(pack).packs
    if form == "json":
        streams.put(machine.written(rules.listing(packs, lang)), exact=True)
    else:
        streams.put(rules.render(packs, lang))
