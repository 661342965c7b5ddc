"""`docxlint test`: whether the rules of packs do what their examples say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from docxlint.cli.exit_status import CLEAN, FINDINGS
from docxlint.cli.output import streams
from docxlint.cli.run_faults import report_faults
from docxlint.cli.run_settings import PATH, RunSettings, with_settings
from docxlint.core.message import Message
from docxlint.packs import find, load, names
from docxlint.plugins.hooks import Plugins

_RIGHT = Message(
    zh="{pack}：{rules} 条规则、{examples} 个例子，全部符合{more}",
    en="{pack}: all as they say (rules: {rules}, examples: {examples}{more})",
)
_INHERITED = Message(zh="；另有 {n} 条沿用 {base} 的", en="; as in {base}: {n}")
_WRONG = Message(zh="{pack}：{n} 处不符", en="{pack}: not as they say: {n}")
_UNFILLED = Message(
    zh="{pack}：{n} 处还没有填写；{advice}", en="{pack}: not filled in yet: {n}; {advice}"
)
_KEPT = Message(zh="符合", en="kept")
_NOT_KEPT = Message(zh="不符", en="not kept")

_HELP = """检验规则包自带的例子 / test the examples of packs

PACK 是规则包的名称或文件夹，不写则检验全部。
PACK is a name or a folder; all packs by default.

\b
退出状态 / exit status
  0  全部符合 / all examples match
  1  有例子不符，或还没有填写 / an example does not match or is not filled in
  2  规则包或插件有误 / error in a pack or a plugin
"""


@click.command("test", help=_HELP, short_help="检验规则包的例子 / test the packs' examples")
@click.argument("packs", metavar="[PACK]...", nargs=-1, type=PATH)
@click.option("--verbose", "-v", is_flag=True, help="逐条列出检验的内容 / list each test")
@with_settings()
@click.pass_context
def command(
    ctx: click.Context, settings: RunSettings, packs: tuple[str, ...], verbose: bool
) -> None:
    """Test packs; exit with 1 if a rule and one of its examples differ."""
    lang, status = settings.lang, CLEAN
    with report_faults(lang):
        offered = settings.require_plugins()
        for folder in [find(name, offered.packs) for name in packs or names(offered.packs)]:
            if not _proved(folder, offered, lang, verbose=verbose):
                status = FINDINGS
    ctx.exit(status)


def _proved(folder: Path, offered: Plugins, lang: str, *, verbose: bool) -> bool:
    """Whether the pack in `folder` is all that it says; what it is not is told."""
    # These write Word files: only this command pays for that.
    from docxlint.author.prove import cases, own_rules
    from docxlint.author.unfilled_marks import ADVICE, unfilled

    pack_name = folder.resolve().name
    blanks = [failure.text(lang, pack_name) for failure in unfilled(folder)]
    if blanks:
        streams.put("".join(blanks))
        streams.put(_UNFILLED(pack=pack_name, n=len(blanks), advice=ADVICE).text(lang) + "\n")
        return False
    pack = load(folder, offered.kinds, examples=True, folders=offered.packs)
    failures = examples = 0
    for case in cases(pack):
        texts = [failure.text(lang, pack.name) for failure in case.failures()]
        if verbose:
            streams.put(f"{(_NOT_KEPT if texts else _KEPT).text(lang)}  {case.name}\n")
        streams.put("".join(texts))
        failures += len(texts)
        examples += case.example is not None
    if failures:
        streams.put(_WRONG(pack=pack.name, n=failures).text(lang) + "\n")
        return False
    own = {rule.name for rule in own_rules(pack)}
    others = Counter(rule.pack for rule in pack.rules if rule.name not in own)
    more = "".join(_INHERITED(n=n, base=base).text(lang) for base, n in others.items())
    message = _RIGHT(pack=pack.name, rules=len(own), examples=examples, more=more)
    streams.put(message.text(lang) + "\n")
    return True
