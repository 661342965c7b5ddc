"""`docxlint test`: whether the rules of packs do what their examples say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from docxlint import api
from docxlint.cli import options, streams
from docxlint.cli.faults import plainly
from docxlint.cli.status import CLEAN, FINDINGS
from docxlint.finding import Phrase
from docxlint.pack import find, load, names
from docxlint.report.visible import lines_visible, visible
from docxlint.rule import Pack

if TYPE_CHECKING:
    from docxlint.authoring.prove import Failure

_RIGHT = Phrase(
    zh="{pack}：{rules} 条规则、{examples} 个例子，全部符合",
    en="{pack}: all as they say (rules: {rules}, examples: {examples})",
)
_WRONG = Phrase(zh="{pack}：{n} 处不符", en="{pack}: not as they say: {n}")
_EXAMPLE = Phrase(zh="{rule} 的第 {n} 个例子", en="{rule}, example {n}")

_HELP = """检验规则包自带的例子 / prove the examples of packs

PACK 是规则包的名称或文件夹，不写则检验全部。
A PACK is a name or a folder; all packs if none is given.
"""


@click.command("test", help=_HELP, short_help="检验规则包的例子 / prove the packs' examples")
@click.argument("packs", metavar="[PACK]...", nargs=-1)
@options.lang
@click.pass_context
def command(ctx: click.Context, packs: tuple[str, ...], lang: str) -> None:
    """Proves packs; leaves with 1 if an example says otherwise than the rule."""
    from docxlint.authoring.prove import prove  # writes Word files: only this command pays

    status = CLEAN
    with plainly(lang):
        offered = api.offer()
        folders = [find(name, offered.packs) for name in packs or names(offered.packs)]
        for folder in folders:
            pack = load(folder, offered.kinds, examples=True)
            failures = 0
            for failure in prove(pack):
                failures += 1
                _tell(failure, pack, lang)
            if failures:
                status = FINDINGS
                said = _WRONG(pack=pack.name, n=failures)
            else:
                examples = sum(len(rule.examples) for rule in pack.rules)
                said = _RIGHT(pack=pack.name, rules=len(pack.rules), examples=examples)
            streams.put(said.said(lang) + "\n")
    ctx.exit(status)


def _tell(failure: Failure, pack: Pack, lang: str) -> None:
    where = visible(failure.rule or pack.name)
    if failure.example is not None:
        where = _EXAMPLE(rule=where, n=failure.example).said(lang)
    said = lines_visible(failure.message.said(lang)).replace("\n", "\n    ")
    streams.put(f"{where}\n    {said}\n")
