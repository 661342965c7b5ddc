"""What a pack makes of the pack that it extends: which it is, and what becomes of its rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from docxlint.core.message import Message
from docxlint.form.schema import Form
from docxlint.packs.manifest import Change, Extends, GoodChange, LoadedManifest, Manifest, PackDir
from docxlint.packs.pack_folders import NAME, NoSuchPack, is_pack, names
from docxlint.packs.rule_file import bind_examples, check_places, locations, verify
from docxlint.packs.yaml.binder import FAILED, Binder
from docxlint.packs.yaml.fault import Fault
from docxlint.packs.yaml.nodes import Mapping, Node, Scalar
from docxlint.packs.yaml.source_file import Source
from docxlint.rules.rule import Example, Pack, Rule

_WANTED = re.compile(r"(?P<major>0|[1-9]\d{0,8})(\.(?P<minor>0|[1-9]\d{0,8}))?", re.ASCII)

_BAD_WANTED = Message(
    zh="要求的版本应写成“主”或“主.次”，而不是“{version}”",
    en="the version that is wanted is MAJOR or MAJOR.MINOR, not “{version}”",
)
_OTHER_VERSION = Message(
    zh="要求“{pack}”的版本为 {wanted}，现有的是 {version}",
    en="“{pack}” is wanted in version {wanted}, but it is {version}",
)
_CYCLE = Message(
    zh="规则包循环继承：{round}", en="the packs extend each other in a circle: {round}"
)
_A_NAME = Message(
    zh="extends 写规则包的名称，不写路径：“{name}”",
    en="extends takes a name, not the path “{name}”",
)
_NOTHING_INHERITED = {
    "change": Message(
        zh="没有写 extends，就没有规则可改", en="without extends there is nothing to change"
    ),
    "drop": Message(
        zh="没有写 extends，就没有规则可去掉", en="without extends there is nothing to drop"
    ),
    "reword": Message(
        zh="没有写 extends，就没有文字可改写", en="without extends there is nothing to reword"
    ),
    "good": Message(
        zh="没有写 extends，就没有范本可改；范本是文件 good.md",
        en="without extends there is no good document to change: it is the file good.md",
    ),
}
_NO_RULE = Message(zh="“{pack}”没有规则“{rule}”", en="“{pack}” has no rule “{rule}”")
_DROPPED_BEFORE = Message(
    zh="规则“{rule}”在“{pack}”里已经去掉了", en="“{pack}” has dropped the rule “{rule}” already"
)
_NO_REASON = Message(zh="去掉规则要写明理由", en="a rule is dropped with a reason")
_NO_CHANGE = Message(zh="这里没有写要改什么", en="nothing is changed here")
_DROPPED = Message(
    zh="规则“{rule}”在第{line}行去掉了，不能再修改",
    en="the rule “{rule}” is dropped on line {line} and cannot be changed",
)
_UNFIT = Message(
    zh="继承的规则“{rule}”与这份格式不合：{why}",
    en="the inherited rule “{rule}” does not fit this form: {why}",
)
_CHANGE_OR_DROP = Message(
    zh="用 change 修改它的选项，或用 drop 去掉它", en="change its options, or drop it"
)


def find_base(
    opened: LoadedManifest, at: PackDir, folders: Sequence[Path], faults: list[Fault]
) -> Path | None:
    """The folder of the pack that is extended, among `folders` and beside the pack itself; None
    if none is, or, with a fault, if it is not there.
    """
    source, own = opened.source, opened.own
    if source is None or own is None:
        return None
    said = base_name(own)
    if said is None:
        changes = own.good if isinstance(own.good, GoodChange) else None
        given = (own.change, own.drop, own.reword, changes)
        for verb, value in zip(_NOTHING_INHERITED, given, strict=True):
            key = opened.key(verb)
            if value is not None and key is not None:
                faults.append(source.fault(key, _NOTHING_INHERITED[verb]))
        return None
    everywhere = [*folders, at.folder.absolute().parent]
    if "/" in said.text or "\\" in said.text:
        faults.append(source.fault(said, _A_NAME(name=said.text)))
        return None
    for folder in everywhere if NAME.fullmatch(said.text) else ():
        if is_pack(folder / said.text):
            return folder / said.text
    there = [name for name in names(everywhere) if name != own.name.text]
    missing = NoSuchPack(said.text, there)
    faults.append(source.fault(said, missing.message, hint=missing.hint))
    return None


def base_candidates(own: Manifest, at: PackDir, folders: Sequence[Path]) -> tuple[str, ...]:
    """The pack.yaml files of which the first that exists is the base's."""
    name = base_name(own)
    if name is None:
        return ()
    places = (*folders, at.folder.absolute().parent)
    return tuple(str(folder / name.text / "pack.yaml") for folder in places)


def base_name(own: Manifest) -> Scalar | None:
    """The name of the pack that is extended, None if none is."""
    return own.extends.pack if isinstance(own.extends, Extends) else own.extends


def check_version(own: Manifest, base: Pack, source: Source, faults: list[Fault]) -> None:
    """Says where the base is not of the version that is wanted."""
    wanted = own.extends.version if isinstance(own.extends, Extends) else None
    if wanted is None:
        return
    match = _WANTED.fullmatch(wanted.text)
    if match is None:
        faults.append(source.fault(wanted, _BAD_WANTED(version=wanted.text)))
        return
    major, minor, _ = (int(part) for part in base.version.split("."))
    if major != int(match["major"]) or minor < int(match["minor"] or 0):
        message = _OTHER_VERSION(pack=base.name, wanted=wanted.text, version=base.version)
        faults.append(source.fault(wanted, message))


def say_circle(own: Manifest, chain: Sequence[str], source: Source, faults: list[Fault]) -> None:
    """Says that the packs of `chain` extend each the next, and the last the first again."""
    place = base_name(own)
    if place is not None:
        faults.append(source.fault(place, _CYCLE(round=" → ".join([*chain, chain[0]]))))


def dropped(own: Manifest, base: Pack, binder: Binder) -> dict[str, str]:
    """The rules that are dropped, here and before, with the reasons."""
    reasons = dict(base.dropped)
    for key, value in own.drop.entries if own.drop is not None else ():
        reason = binder.bind(value, str)
        if reason is not FAILED and not reason.strip():
            binder.say(value, _NO_REASON)
        if _inherits(key, base, binder):
            reasons[key.text] = "" if reason is FAILED else reason
    return reasons


def inherited(
    own: Manifest, base: Pack, form: Form | None, binder: Binder, *, examples: bool
) -> Iterator[Rule]:
    """The rules of the base as they are here: without the dropped, with the changed, each held
    against the form where there is one.
    """
    gone = {key.text: key.line for key, _ in own.drop.entries} if own.drop is not None else {}
    changes: dict[str, tuple[Scalar, Node]] = {}
    for key, value in own.change.entries if own.change is not None else ():
        if key.text in gone:
            binder.say(key, _DROPPED(rule=key.text, line=gone[key.text]))
        elif _inherits(key, base, binder):
            changes[key.text] = key, value
        else:
            binder.bind(value, Change)
    place = base_name(own)
    for rule in base.rules:
        if rule.name in changes:
            rule = _changed(rule, *changes[rule.name], own.name.text, form, binder, examples)
        elif rule.name not in gone and form is not None and form != base.form and place is not None:
            _check_fit(rule, form, place, binder)
        if rule.name not in gone:
            yield rule


def good_change(own: Manifest, opened: LoadedManifest, binder: Binder) -> Example | None:
    """How the base's good document is changed, None if it is not."""
    good = own.good
    if not isinstance(good, GoodChange):
        return None
    node = opened.node.get("good") if opened.node is not None else None
    example = Example(finds=(), **msgspec.structs.asdict(good))
    if node is not None:
        check_places(node, example, binder)
    return example


def _inherits(key: Scalar, base: Pack, binder: Binder) -> bool:
    known = [rule.name for rule in base.rules]
    if key.text in known:
        return True
    if key.text in base.dropped:
        binder.say(key, _DROPPED_BEFORE(pack=base.name, rule=key.text))
    else:
        message = _NO_RULE(pack=base.name, rule=key.text)
        binder.say(key, message, given=key.text, candidates=known)
    return False


def _changed(
    rule: Rule,
    key: Scalar,
    node: Node,
    pack: str,
    form: Form | None,
    binder: Binder,
    examples: bool,
) -> Rule:
    """`rule` with the changes that `node` writes, as far as they can be had."""
    change = binder.bind(node, Change)
    if change is FAILED:
        return rule
    if change == Change():
        binder.say(node, _NO_CHANGE)
    given = change.options
    options = rule.options if given is None else binder.replace(given, rule.options)
    if options is FAILED:
        options = rule.options
    elif form is not None:
        node = given or Mapping((), key.line, key.column)
        verify(rule.kind, options, form, key, node, binder, _unfit(rule))
    title = rule.title if change.title is None else Message(zh=change.title, en=change.title)
    if change.english is not None:
        title = Message(zh=title.zh, en=change.english)
    shown = change.examples if examples else None
    return msgspec.structs.replace(
        rule,
        title=title,
        severity=change.severity or rule.severity,
        source=rule.source if change.source is None else change.source,
        note=rule.note if change.note is None else change.note,
        options=options,
        examples=rule.examples if shown is None else bind_examples(shown, binder),
        changed_by=(*rule.changed_by, pack),
        example_locations=rule.example_locations if shown is None else locations(shown, binder),
    )


def _check_fit(rule: Rule, form: Form, place: Scalar, binder: Binder) -> None:
    """Says, once, where a rule that is taken as it is does not fit another form."""
    said: list[Fault] = []
    nothing = Mapping((), place.line, place.column)
    aside = Binder(binder.source, said)
    verify(rule.kind, rule.options, form, place, nothing, aside, _unfit(rule))
    if said:
        binder.say(place, said[0].message, hint=_CHANGE_OR_DROP)


def _unfit(rule: Rule) -> Callable[[Message], Message]:
    return lambda why: _UNFIT(rule=rule.name, why=why)
