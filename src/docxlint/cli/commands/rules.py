"""`docxlint rules`: the rules that there are."""

from __future__ import annotations

import click

from docxlint.author import rule_listing
from docxlint.cli import shared_options
from docxlint.cli.output import streams
from docxlint.cli.run_faults import plainly
from docxlint.linting.catalog import load_packs
from docxlint.plugins.available import require_plugins
from docxlint.report.json_text import json_text


@click.command("rules", help="列出规则 / list the rules", short_help="列出规则 / list the rules")
@shared_options.text_or_json
@shared_options.pack
@shared_options.lang
@shared_options.plugins
def command(form: str, pack: str | None, lang: str, plugins: bool) -> None:
    """Lists the rules of a pack, or of all packs."""
    with plainly(lang):
        packs = load_packs(pack, offered=require_plugins(others=plugins))
    if form == "json":
        streams.put(json_text(rule_listing.listing(packs, lang)), exact=True)
    else:
        streams.put(rule_listing.render(packs, lang))
