"""`docxlint explain`: one rule, with its source and its examples."""

from __future__ import annotations

import click

from docxlint.author.rule_page import explain
from docxlint.cli import shared_options
from docxlint.cli.output import streams
from docxlint.cli.run_faults import plainly, unknown
from docxlint.core.message import Message
from docxlint.linting.catalog import load_packs
from docxlint.plugins.available import require_plugins

_NO_RULE = Message(
    zh="没有名为“{given}”的规则（docxlint rules 列出全部规则）",
    en="there is no rule “{given}” (docxlint rules lists all there are)",
)


@click.command(
    "explain", help="解释一条规则 / explain a rule", short_help="解释规则 / explain a rule"
)
@click.argument("rule", metavar="RULE")
@shared_options.pack
@shared_options.lang
@shared_options.plugins
def command(rule: str, pack: str | None, lang: str, plugins: bool) -> None:
    """Says what a rule asks for, why, what it finds, and what other packs make of it."""
    with plainly(lang):
        packs = load_packs(pack, examples=True, offered=require_plugins(others=plugins))
    text = explain(packs, rule, lang)
    if not text:
        every = {known.name for one in packs for known in one.rules}
        raise unknown(_NO_RULE, rule, sorted(every), lang)
    streams.put(text)
