"""`docxlint test`: test packs with their examples."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from docxlint.cli.exit_status import CLEAN, FINDINGS
from docxlint.cli.output import streams
from docxlint.cli.run_faults import report_faults
from docxlint.cli.run_settings import RunSettings
from docxlint.cli.settings_options import PATH, with_settings
from docxlint.core.message import Message
from docxlint.packs import find, load, names
from docxlint.plugins.hooks import Plugins

_ALL_PASSED = Message(
    zh="{pack}：{rules}条规则、{examples}个例子，全部符合{more}",
    en="{pack}: passed (rules: {rules}, examples: {examples}{more})",
)
_INHERITED = Message(zh="；另有{n}条沿用 {base} 的", en="; inherited from {base}: {n}")
_FAILURES = Message(zh="{pack}：{n}处不符", en="{pack}: failures: {n}")
_UNFILLED = Message(
    zh="{pack}：{n}处还没有填写；{advice}", en="{pack}: not filled in yet: {n}; {advice}"
)
_PASSED = Message(zh="符合", en="passed")
_FAILED = Message(zh="不符", en="failed")

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
            if not _test_pack(folder, offered, lang, verbose=verbose):
                status = FINDINGS
    ctx.exit(status)


def _test_pack(folder: Path, offered: Plugins, lang: str, *, verbose: bool) -> bool:
    """Test the pack in `folder` and print the failures; true if there are none."""
    # Imported here because these modules write Word files, which no other command does.
    from docxlint.author.pack_tests import pack_tests, rules_to_test
    from docxlint.author.unfilled_marks import ADVICE, find_unfilled_lines

    pack_name = folder.resolve().name
    unfilled = [failure.text(lang, pack_name) for failure in find_unfilled_lines(folder)]
    if unfilled:
        streams.put("".join(unfilled))
        streams.put(_UNFILLED(pack=pack_name, n=len(unfilled), advice=ADVICE).text(lang) + "\n")
        return False
    pack = load(folder, offered.kinds, examples=True, folders=offered.packs)
    failures = examples = 0
    for test in pack_tests(pack):
        texts = [failure.text(lang, pack.name) for failure in test.failures()]
        if verbose:
            streams.put(f"{(_FAILED if texts else _PASSED).text(lang)}  {test.name}\n")
        streams.put("".join(texts))
        failures += len(texts)
        examples += test.example is not None
    if failures:
        streams.put(_FAILURES(pack=pack.name, n=failures).text(lang) + "\n")
        return False
    names_tested = {rule.name for rule in rules_to_test(pack)}
    inherited = Counter(rule.pack for rule in pack.rules if rule.name not in names_tested)
    more = "".join(_INHERITED(n=n, base=base).text(lang) for base, n in inherited.items())
    message = _ALL_PASSED(pack=pack.name, rules=len(names_tested), examples=examples, more=more)
    streams.put(message.text(lang) + "\n")
    return True
