"""Describe rules and examples in words, for `docxlint explain` and the manual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.author.option_text import to_plain, to_yaml
from docxlint.core.message import Message
from docxlint.packs.yaml.typed import fields_of
from docxlint.rules.rule import Changes, Example, Pack, Rule

WITH_FINDINGS = Message(zh="会报错的例子", en="Examples with findings")
SILENT = Message(zh="不会报错的例子", en="Examples without findings")
UNJUDGED = Message(zh="无法核对的例子", en="Examples that cannot be checked")

_UNCHANGED = Message(zh="（范本原样）", en="(the good document, unchanged)")
_SWAP = Message(zh="“{old}”改为“{new}”", en="“{old}” changed to “{new}”")
_CUT = Message(zh="删去“{old}”", en="“{old}” deleted")
_SET = Message(zh="{name} 填“{text}”", en="{name} set to “{text}”")
_DROP = Message(zh="去掉 {name}", en="{name} dropped")
_MOVE = Message(zh="{name} 移到 {place}", en="{name} moved {place}")
_INSERT = Message(zh="{place}加上“{text}”", en="“{text}” added {place}")
_HEADER = Message(zh="页眉写“{text}”", en="“{text}” in the page header")
_XML = Message(zh="XML 里的“{old}”改为“{new}”", en="“{old}” changed to “{new}” in the XML")
_YEAR = Message(zh="按{year}年度检查", en="checked for the report year {year}")
_LAST = Message(zh="上年的报告：{step}", en="last year's report: {step}")
_AFTER = Message(zh="“{words}”之后", en="after “{words}”")
_BEFORE = Message(zh="“{words}”之前", en="before “{words}”")
_SEVERITY = Message(zh="级别 {old} → {new}", en="severity {old} → {new}")
_TITLE = Message(zh="标题", en="title")
_SOURCE = Message(zh="依据", en="source")
_NOTE = Message(zh="说明", en="note")
_OPTION = Message(zh="选项 {name}：{old} → {new}", en="option {name}: {old} → {new}")
_NEW_OPTION = Message(zh="选项 {name}：{new}", en="option {name}: {new}")
_AN_OPTION = Message(zh="选项 {name}", en="option {name}")
_SHORT = 80  # the most characters of an old and a new option that are still easy to compare
_EXAMPLES = Message(zh="例子", en="examples")


def group_examples(rule: Rule) -> Iterator[tuple[Message, Sequence[Example]]]:
    """Return the examples of `rule` in groups, each with its heading; no group is empty."""
    by_heading = (
        (WITH_FINDINGS, [e for e in rule.examples if e.finds]),
        (UNJUDGED, [e for e in rule.examples if not e.finds and e.unjudged]),
        (SILENT, [e for e in rule.examples if not e.finds and not e.unjudged]),
    )
    return ((heading, chosen) for heading, chosen in by_heading if chosen)


def change_steps(example: Example) -> list[Message]:
    """Return the changes of an example, to the good document and to last year's report."""
    steps = list(_steps(example))
    if example.header:
        steps.append(_HEADER(text=example.header))
    steps += (_XML(old=old, new=new) for old, new in example.xml.items())
    if example.year is not None:
        steps.append(_YEAR(year=example.year))
    steps = steps or [_UNCHANGED]
    if example.previous is not None:
        steps += (_LAST(step=step) for step in list(_steps(example.previous)) or [_UNCHANGED])
    return steps


def _steps(example: Changes) -> list[Message]:
    return [
        *(_SWAP(old=old, new=new) if new else _CUT(old=old) for old, new in example.swap.items()),
        *(_SET(name=name, text=text) for name, text in example.set.items()),
        *(_DROP(name=name) for name in example.drop),
        *(
            _MOVE(name=name, place=_place(where.after, where.before))
            for name, where in example.move.items()
        ),
        *(
            _INSERT(text=new.text.strip(), place=_place(new.after, new.before))
            for new in example.insert
        ),
    ]


def _place(after: str | None, before: str | None) -> Message:
    return _AFTER(words=after) if after is not None else _BEFORE(words=before or "")


def describe_differences(old: Rule, new: Rule, *, brief: bool = False) -> Iterator[Message]:
    """Yield what differs between the inherited rule `old` and `new`.

    Short options are given with their old and new values unless `brief` is true.
    """
    if old.severity is not new.severity:
        yield _SEVERITY(old=old.severity.value, new=new.severity.value)
    if old.title != new.title:
        yield _TITLE
    if old.source != new.source:
        yield _SOURCE
    if old.note != new.note:
        yield _NOTE
    kind: type[msgspec.Struct] = type(new.options)
    for name, field in fields_of(kind).items():
        before, now = (getattr(rule.options, field.name) for rule in (old, new))
        if to_plain(before) == to_plain(now):
            continue
        old_text, new_text = _inline(before), _inline(now)
        if brief or len(old_text) + len(new_text) > _SHORT:
            yield _AN_OPTION(name=name)
        else:
            message = _NEW_OPTION if before in (None, (), {}, frozenset()) else _OPTION
            yield message(name=name, old=old_text, new=new_text)
    if old.examples != new.examples:
        yield _EXAMPLES


def _inline(value: object) -> str:
    """Return an option on one line."""
    return " ".join(to_yaml(value, inline=True).split())


def find_rule(pack: Pack | None, name: str) -> Rule | None:
    """Return the rule `name` of `pack`, None if it has none."""
    return next((rule for rule in pack.rules if rule.name == name), None) if pack else None
