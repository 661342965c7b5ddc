"""`docxlint rules`: the rules that there are."""

from __future__ import annotations

import click

from docxlint import api
from docxlint.authoring import listing
from docxlint.cli import options, streams
from docxlint.cli.faults import plainly
from docxlint.report import machine


@click.command("rules", help="列出规则 / list the rules", short_help="列出规则 / list the rules")
@options.text_or_json
@options.pack
@options.lang
@options.plugins
def command(form: str, pack: str | None, lang: str, plugins: bool) -> None:
    """Lists the rules of a pack, or of all packs."""
    with plainly(lang):
        packs = api.packs(pack, offered=api.offer(others=plugins))
    if form == "json":
        streams.put(machine.written(listing.listing(packs, lang)), exact=True)
    else:
        streams.put(listing.render(packs, lang))
