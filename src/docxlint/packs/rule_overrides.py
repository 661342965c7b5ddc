"""Change and drop inherited rules, for a pack that extends another or for a site's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from docxlint.core.message import Message
from docxlint.form.schema import Form
from docxlint.packs.manifest import PackRuleChange, RuleChange
from docxlint.packs.rule_file import bind_examples, locations, verify
from docxlint.packs.yaml.binder import FAILED, Binder
from docxlint.packs.yaml.nodes import Mapping, Node, Scalar
from docxlint.packs.yaml.source_faults import SourceFault
from docxlint.rules.rule import Pack, Rule

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


class Overrides(msgspec.Struct, frozen=True, kw_only=True):
    """The rules of a base that a pack, or a site's file, changes or drops.

    `change` has rules with a RuleChange each, `drop` rules with the reason. `by` is the name of
    the pack or file, as `Rule.changed_by` records it.
    `place` is where a fault is reported that only arises from an inherited rule and the form
    together. A change is written as `change_type`; its examples are read only if `examples`.
    """

    change: Mapping | None = None
    drop: Mapping | None = None
    by: str = ""
    place: Scalar | None = None
    change_type: type[RuleChange] = PackRuleChange
    examples: bool = False


def drop_reasons(overrides: Overrides, base: Pack, binder: Binder) -> dict[str, str]:
    """The rules that are dropped, here and in the base, with the reasons."""
    reasons = dict(base.dropped)
    for key, value in _entries(overrides.drop):
        reason = binder.bind(value, str)
        if reason is not FAILED and not reason.strip():
            binder.report(value, _NO_REASON)
        if _inherits(key, base, binder):
            reasons[key.text] = "" if reason is FAILED else reason
    return reasons


def override_rules(
    overrides: Overrides, base: Pack, form: Form | None, binder: Binder
) -> Iterator[Rule]:
    """The rules of the base, without those that are dropped, with those that are changed.

    Each is checked against the form, unless there is none.
    """
    gone = {key.text: key.line for key, _ in _entries(overrides.drop)}
    changes: dict[str, tuple[Scalar, Node]] = {}
    for key, value in _entries(overrides.change):
        if key.text in gone:
            binder.report(key, _DROPPED(rule=key.text, line=gone[key.text]))
        elif _inherits(key, base, binder):
            changes[key.text] = key, value
        else:
            binder.bind(value, overrides.change_type)
    for rule in base.rules:
        if rule.name in gone:
            continue
        if rule.name in changes:
            yield _changed(rule, *changes[rule.name], overrides, form, binder)
            continue
        if form is not None and form != base.form and overrides.place is not None:
            _check_fit(rule, form, overrides.place, binder)
        yield rule


def _entries(node: Mapping | None) -> tuple[tuple[Scalar, Node], ...]:
    return () if node is None else node.entries


def _inherits(key: Scalar, base: Pack, binder: Binder) -> bool:
    known = [rule.name for rule in base.rules]
    if key.text in known:
        return True
    if key.text in base.dropped:
        binder.report(key, _DROPPED_BEFORE(pack=base.name, rule=key.text))
    else:
        message = _NO_RULE(pack=base.name, rule=key.text)
        binder.report(key, message, given=key.text, candidates=known)
    return False


def _changed(
    rule: Rule, key: Scalar, node: Node, overrides: Overrides, form: Form | None, binder: Binder
) -> Rule:
    """`rule` with the changes that `node` writes; without those that are at fault."""
    change = binder.bind(node, overrides.change_type)
    if change is FAILED:
        return rule
    if change == overrides.change_type():
        binder.report(node, _NO_CHANGE)
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
    examples = change.examples if overrides.examples else None
    return msgspec.structs.replace(
        rule,
        title=title,
        severity=change.severity or rule.severity,
        source=rule.source if change.source is None else change.source,
        note=rule.note if change.note is None else change.note,
        options=options,
        examples=rule.examples if examples is None else bind_examples(examples, binder),
        changed_by=(*rule.changed_by, overrides.by),
        example_locations=(
            rule.example_locations if examples is None else locations(examples, binder)
        ),
    )


def _check_fit(rule: Rule, form: Form, place: Scalar, binder: Binder) -> None:
    """Report, once, that an unchanged rule does not fit the form."""
    faults: list[SourceFault] = []
    nothing = Mapping((), place.line, place.column)
    trial = Binder(binder.source, faults)
    verify(rule.kind, rule.options, form, place, nothing, trial, _unfit(rule))
    if faults:
        binder.report(place, faults[0].message, hint=_CHANGE_OR_DROP)


def _unfit(rule: Rule) -> Callable[[Message], Message]:
    return lambda why: _UNFIT(rule=rule.name, why=why)
