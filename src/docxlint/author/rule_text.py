"""Rules and their examples put into words, for the screen and for the manual alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from docxlint.author.option_text import plain, written
from docxlint.core.message import Message
from docxlint.packs.yaml.typed import fields_of
from docxlint.rules.rule import Changes, Example, Pack, Rule

WITH_FINDINGS = Message(zh="会指出的例子", en="Examples that are found")
SILENT = Message(zh="不会指出的例子", en="Examples that are right")
UNJUDGED = Message(zh="不能判断的例子", en="Examples that cannot be judged")

_UNCHANGED = Message(zh="（范例文档原样）", en="(the good document as it is)")
_SWAP = Message(zh="“{old}”写成“{new}”", en="“{old}” written “{new}”")
_CUT = Message(zh="删去“{old}”", en="“{old}” cut out")
_SET = Message(zh="{name} 填“{text}”", en="{name} filled with “{text}”")
_DROP = Message(zh="去掉 {name}", en="{name} taken out")
_MOVE = Message(zh="{name} 移到 {place}", en="{name} moved {place}")
_INSERT = Message(zh="{place}加上“{text}”", en="“{text}” added {place}")
_YEAR = Message(zh="按 {year} 年度检查", en="checked for the report year {year}")
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
_SHORT = 80  # characters of an option, before and after, that are still read at a glance
_EXAMPLES = Message(zh="例子", en="examples")


def groups(rule: Rule) -> Iterator[tuple[Message, Sequence[Example]]]:
    """The examples of `rule` by what is said of them, each group under its heading; no group is
    empty.
    """
    by_heading = (
        (WITH_FINDINGS, [e for e in rule.examples if e.finds]),
        (UNJUDGED, [e for e in rule.examples if not e.finds and e.unjudged]),
        (SILENT, [e for e in rule.examples if not e.finds and not e.unjudged]),
    )
    return ((heading, chosen) for heading, chosen in by_heading if chosen)


def changes(example: Example) -> list[Message]:
    """What an example does to the good document, step by step, and to make last year's report."""
    steps = list(_steps(example))
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


def changed(old: Rule, new: Rule, *, brief: bool = False) -> Iterator[Message]:
    """What of the inherited rule `old` is otherwise in `new`; unless `brief` is asked for, with
    what was and what is now where that is short.
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
        if plain(before) == plain(now):
            continue
        was, is_ = _inline(before), _inline(now)
        if brief or len(was) + len(is_) > _SHORT:
            yield _AN_OPTION(name=name)
        else:
            message = _NEW_OPTION if before in (None, (), {}, frozenset()) else _OPTION
            yield message(name=name, old=was, new=is_)
    if old.examples != new.examples:
        yield _EXAMPLES


def _inline(value: object) -> str:
    """An option in one line."""
    return " ".join(written(value, inline=True).split())


def rule_of(pack: Pack | None, name: str) -> Rule | None:
    """The rule of that name in `pack`, None if it has none."""
    return next((rule for rule in pack.rules if rule.name == name), None) if pack else None
