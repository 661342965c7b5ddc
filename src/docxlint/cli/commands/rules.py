"""`docxlint rules`: list the rules of packs."""

from __future__ import annotations

import click

from docxlint.author import rule_listing
from docxlint.cli.output import streams
from docxlint.cli.run_faults import report_faults
from docxlint.cli.run_settings import RunSettings
from docxlint.cli.settings_options import text_or_json, with_settings
from docxlint.report.json_text import json_text

_HELP = """列出规则 / list the rules

不写 --pack 时列出全部规则包的规则；配置文件指定了规则包的，只列出这些。
Without --pack, lists the rules of all packs, or of those that the configuration file names.
"""


@click.command("rules", help=_HELP, short_help="列出规则 / list the rules")
@text_or_json
@with_settings("packs")
def command(settings: RunSettings, form: str) -> None:
    """List the rules of packs, with the severities of the site's file."""
    with report_faults(settings.lang):
        packs = settings.load_packs()
    if form == "json":
        streams.put(json_text(rule_listing.list_rules(packs, settings.lang)), exact=True)
    else:
        streams.put(rule_listing.render(packs, settings.lang))
