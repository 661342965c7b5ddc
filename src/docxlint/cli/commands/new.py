"""`docxlint new`: create skeletons of packs and rules, and sample documents."""

from __future__ import annotations

from pathlib import Path

import click

from docxlint.cli.output import streams
from docxlint.cli.output.streams import Fault
from docxlint.cli.run_faults import report_faults, unknown_name
from docxlint.cli.run_settings import RunSettings
from docxlint.cli.settings_options import with_settings
from docxlint.core.message import Message
from docxlint.packs import PackFault, find, load, names
from docxlint.packs.base_pack import find_base
from docxlint.packs.manifest import BAD_NAME, load_manifest, pack_dir
from docxlint.packs.pack_folders import NAME
from docxlint.plugins.hooks import Plugins
from docxlint.report.visible_text import path_text, visible
from docxlint.rules.rule import Example, Pack

_NAME_EXISTS = Message(
    zh="已经有名为“{name}”的规则包，请换一个名称",
    en="a pack “{name}” already exists; choose another name",
)
_NO_KIND = Message(
    zh="没有名为“{given}”的检查（现有：{known}）",
    en="there is no check “{given}” (checks: {known})",
)
_INHERITED = Message(
    zh="“{pack}”已经有规则“{rule}”；要修改它，请在 pack.yaml 里写 change",
    en="“{pack}” already has the rule “{rule}”; to change it, write change in pack.yaml",
)
_NO_RULE = Message(
    zh="没有名为“{given}”的规则（docxlint rules 列出全部规则）",
    en="there is no rule “{given}” (docxlint rules lists all rules)",
)
_NO_EXAMPLE = Message(
    zh="规则“{rule}”没有第{n}个例子（共{count}个）",
    en="the rule “{rule}” has no example {n} (there are {count})",
)
_BAD_EXAMPLE = Message(
    zh="例子写成“规则名:序号”，如 {rule}:1", en="an example is RULE:NUMBER, as in {rule}:1"
)
_NOT_CREATED = Message(zh="无法生成文档：{why}", en="the document cannot be created: {why}")
_CREATED = Message(
    zh="已生成 {path}；填好{mark}后运行：docxlint test {pack}",
    en="written: {path}; fill in each {mark}, then run: docxlint test {pack}",
)
_WRITTEN = Message(zh="已生成 {path}", en="written: {path}")


@click.group(
    "new",
    help="起草规则包、规则，或写出范本 / start a pack or a rule, or write a good document",
    short_help="起草规则包、规则 / start a pack or a rule",
)
def command() -> None:
    """The group of `docxlint new`."""


@command.command("pack", help="起草一个规则包 / start a pack", short_help="规则包 / a pack")
@click.argument("name", metavar="NAME")
@click.option(
    "--extends", metavar="PACK", required=True, help="在哪个规则包的基础上 / the pack it extends"
)
@click.option(
    "--in",
    "folder",
    metavar="FOLDER",
    default=".",
    help="放在哪个文件夹里，不写则为当前文件夹 / the folder to hold it",
)
@with_settings()
def pack(settings: RunSettings, name: str, extends: str, folder: str) -> None:
    """Write the skeleton of a pack that extends another."""
    lang = settings.lang
    from docxlint.author.skeleton import pack_file
    from docxlint.author.unfilled_marks import MARK

    _check_name(name, lang)
    path = Path(folder, name, "pack.yaml")
    with report_faults(lang):
        offered = settings.require_plugins()
        if name in names(offered.packs):
            raise Fault(_NAME_EXISTS(name=name).text(lang))
        known = [*offered.packs, Path(folder)]
        base = load(find(extends, known), offered.kinds, folders=known)
    _write(path, pack_file(name, base).encode(), lang)
    path_name = path_text(path.as_posix())
    folder_name = path_text(path.parent.as_posix())
    message = _CREATED(path=visible(path_name), mark=MARK, pack=visible(folder_name))
    streams.put(message.text(lang) + "\n")


@command.command("rule", help="起草一条规则 / start a rule", short_help="规则 / a rule")
@click.argument("name", metavar="NAME")
@click.option(
    "--in",
    "folder",
    metavar="PACK",
    default=".",
    help="规则包的文件夹，不写则为当前文件夹 / the folder of its pack",
)
@click.option(
    "--kind",
    metavar="KIND",
    default="wording",
    show_default=True,
    help="用哪一种检查 / the check that the rule uses",
)
@with_settings()
def rule(settings: RunSettings, name: str, folder: str, kind: str) -> None:
    """Write the skeleton of a rule."""
    lang = settings.lang
    from docxlint.author.skeleton import rule_file
    from docxlint.author.unfilled_marks import MARK

    _check_name(name, lang)
    with report_faults(lang):
        offered = settings.require_plugins()
        if kind not in offered.kinds:
            raise unknown_name(_NO_KIND, kind, sorted(offered.kinds), lang)
        pack_folder = find(folder if folder not in (".", "") else "./", offered.packs)
        unfinished = _load_unfinished(pack_folder, offered)
    pack_name = pack_folder.resolve().name
    form = unfinished.form if unfinished is not None else None
    for known in unfinished.rules if unfinished is not None else ():
        if known.name == name and known.pack != pack_name:
            raise Fault(_INHERITED(pack=known.pack, rule=name).text(lang))
    path = pack_folder / "rules" / f"{name}.yaml"
    _write(path, rule_file(name, pack_name, offered.kinds[kind], form).encode(), lang)
    message = _CREATED(
        path=visible(path_text(path.as_posix())),
        mark=MARK,
        pack=visible(path_text(pack_folder.as_posix())),
    )
    streams.put(message.text(lang) + "\n")


@command.command(
    "document", help="写出范本 / write a good document", short_help="范本 / a good document"
)
@click.argument("file", metavar="FILE.docx")
@click.option(
    "--pack",
    metavar="PACK",
    required=True,
    help="规则包的名称或文件夹 / name or folder of the pack",
)
@click.option(
    "--example",
    metavar="RULE:N",
    help="按某条规则的第 N 个例子改动 / changed as in the Nth example of a rule",
)
@with_settings()
def document(settings: RunSettings, file: str, pack: str, example: str | None) -> None:
    """Write a pack's good document, or the document of an example, as a Word file."""
    lang = settings.lang
    from docxlint.author.faults import ChangeFault, MarkdownFault
    from docxlint.author.sample_files import sample

    with report_faults(lang):
        offered = settings.require_plugins()
        known = load(find(pack, offered.packs), offered.kinds, examples=True, folders=offered.packs)
        change = _find_example(example, known, lang) if example is not None else None
        try:
            data = sample(known, change)
        except (ChangeFault, MarkdownFault) as fault:
            raise Fault(_NOT_CREATED(why=fault.message).text(lang)) from fault
    _write(Path(file), data, lang)
    streams.put(_WRITTEN(path=visible(path_text(file))).text(lang) + "\n")


def _find_example(given: str, pack: Pack, lang: str) -> Example:
    name, _, number = given.rpartition(":")
    if not name or not number.isascii() or not number.isdigit():
        raise Fault(_BAD_EXAMPLE(rule=pack.rules[0].name).text(lang))
    rule = next((rule for rule in pack.rules if rule.name == name), None)
    if rule is None:
        raise unknown_name(_NO_RULE, name, [rule.name for rule in pack.rules], lang)
    if not 0 < int(number) <= len(rule.examples):
        raise Fault(_NO_EXAMPLE(rule=name, n=number, count=len(rule.examples)).text(lang))
    return rule.examples[int(number) - 1]


def _check_name(name: str, lang: str) -> None:
    if not NAME.fullmatch(name):
        raise Fault(BAD_NAME(name=name).text(lang))


def _load_unfinished(folder: Path, offered: Plugins) -> Pack | None:
    """Load the pack in `folder`, or its base if the pack has faults; None if both have.

    `docxlint test` reports the faults of an unfinished pack, so this command goes on without it.
    """
    try:
        return load(folder, offered.kinds, folders=offered.packs)
    except PackFault:
        at = pack_dir(folder)
        base = find_base(load_manifest(at, []), at, offered.packs, [])
    try:
        return load(base, offered.kinds, folders=offered.packs) if base is not None else None
    except PackFault:
        return None


def _write(path: Path, data: bytes, lang: str) -> None:
    from docxlint.author.new_file import FileNotWritten, write_new_file

    try:
        write_new_file(path, data)
    except FileNotWritten as fault:
        raise Fault(fault.message.text(lang)) from fault
