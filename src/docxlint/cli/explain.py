"""`docxlint explain`: one rule, with its source and its examples."""

from __future__ import annotations

import click

from docxlint import api
from docxlint.authoring.explain import explain
from docxlint.cli import options, streams
from docxlint.cli.faults import plainly, unknown
from docxlint.finding import Phrase

_NO_RULE = Phrase(
    zh="没有名为“{given}”的规则（docxlint rules 列出全部规则）",
    en="there is no rule “{given}” (docxlint rules lists all there are)",
)


@click.command(
    "explain", help="解释一条规则 / explain a rule", short_help="解释规则 / explain a rule"
)
@click.argument("rule", metavar="RULE")
@options.pack
@options.lang
@options.plugins
def command(rule: str, pack: str | None, lang: str, plugins: bool) -> None:
    """Says what a rule asks for, why, what it finds, and what other packs make of it."""
    with plainly(lang):
        packs = api.packs(pack, examples=True, offered=api.offer(others=plugins))
    text = explain(packs, rule, lang)
    if not text:
        every = {known.name for one in packs for known in one.rules}
        raise unknown(_NO_RULE, rule, sorted(every), lang)
    streams.put(text)
