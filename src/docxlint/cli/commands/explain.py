"""`docxlint explain`: show one rule with its source and its examples."""

from __future__ import annotations

import click
import msgspec

from docxlint.author.rule_page import explain
from docxlint.cli.output import streams
from docxlint.cli.run_faults import report_faults, unknown_name
from docxlint.cli.run_settings import RunSettings
from docxlint.cli.settings_options import with_settings
from docxlint.core.message import Message
from docxlint.rules.rule import Pack

_NO_RULE = Message(
    zh="没有名为“{given}”的规则（docxlint rules 列出全部规则）",
    en="there is no rule “{given}” (docxlint rules lists all rules)",
)


@click.command(
    "explain", help="解释一条规则 / explain a rule", short_help="解释规则 / explain a rule"
)
@click.argument("rule", metavar="RULE")
@with_settings("packs")
def command(settings: RunSettings, rule: str) -> None:
    """Show what a rule requires, its source, its examples, and how other packs change it."""
    with report_faults(settings.lang):
        packs = settings.load_packs(examples=True)
        if not settings.packs and not any(_has(pack, rule) for pack in packs):
            # The site's file may name some packs; the rule may be in another.
            site = msgspec.structs.replace(settings.site, packs=())
            every = msgspec.structs.replace(settings, site=site)
            packs = every.load_packs(examples=True)
    text = explain(packs, rule, settings.lang)
    if not text:
        names = {known.name for pack in packs for known in pack.rules}
        raise unknown_name(_NO_RULE, rule, sorted(names), settings.lang)
    streams.put(text)


def _has(pack: Pack, rule: str) -> bool:
    return rule in pack.dropped or any(known.name == rule for known in pack.rules)
