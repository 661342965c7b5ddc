"""`docxlint explain`: one rule, with its source and its examples."""

from __future__ import annotations

import click

from docxlint import api
from docxlint.cli import options, streams
from docxlint.cli.faults import plainly, unknown
from docxlint.finding import Phrase
from docxlint.pack import find, load, names
from docxlint.report import rules

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
def command(rule: str, pack: str | None, lang: str) -> None:
    """Says what a rule asks for, why, and what it finds; in each pack that has it."""
    with plainly(lang):
        offered = api.offer()
        chosen = names(offered.packs) if pack is None else [pack]
        folders = [find(name, offered.packs) for name in chosen]
        packs = [load(folder, offered.kinds, examples=True) for folder in folders]
    texts = [
        rules.explain(one, known, lang)
        for one in packs
        for known in one.rules
        if known.name == rule
    ]
    if not texts:
        every = sorted({known.name for one in packs for known in one.rules})
        raise unknown(_NO_RULE, rule, every, lang)
    streams.put("\n".join(texts))
