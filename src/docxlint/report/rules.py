"""The rules of packs, as a list and one by one, for people and for scripts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from docxlint.finding import Phrase
from docxlint.report import machine
from docxlint.report.text import MARKS
from docxlint.report.visible import visible
from docxlint.rule import Example, Pack, Rule

_SOURCE = Phrase(zh="依据", en="source")
_KIND = Phrase(zh="检查", en="check")
_NOTE = Phrase(zh="说明", en="note")
_PACK = Phrase(zh="规则包", en="pack")
_FOUND = Phrase(zh="会指出的例子", en="Examples that are found")
_SILENT = Phrase(zh="不会指出的例子", en="Examples that are right")
_UNJUDGED = Phrase(zh="不能判断的例子", en="Examples that cannot be judged")
_UNCHANGED = Phrase(zh="（范例文档原样）", en="(the good document as it is)")
_SWAP = Phrase(zh="“{old}”写成“{new}”", en="“{old}” written “{new}”")
_CUT = Phrase(zh="删去“{old}”", en="“{old}” cut out")
_SET = Phrase(zh="{name} 填“{text}”", en="{name} filled with “{text}”")
_DROP = Phrase(zh="去掉 {name}", en="{name} taken out")
_MOVE = Phrase(zh="{name} 移到 {place}", en="{name} moved {place}")
_INSERT = Phrase(zh="{place}加上“{text}”", en="“{text}” added {place}")
_YEAR = Phrase(zh="按 {year} 年度检查", en="checked for the report year {year}")
_AFTER = Phrase(zh="“{words}”之后", en="after “{words}”")
_BEFORE = Phrase(zh="“{words}”之前", en="before “{words}”")


class RuleEntry(msgspec.Struct, frozen=True):
    """A rule: `title` is the sentence that should be true, `source` where it is laid down,
    `kind` the check that decides.
    """

    name: str
    severity: str
    title: str
    source: str
    kind: str
    note: str | None


class PackEntry(msgspec.Struct, frozen=True):
    """A pack and its rules, in the pack's order."""

    name: str
    version: str
    title: str
    rules: list[RuleEntry]


class Listing(msgspec.Struct, frozen=True):
    """The rules of packs."""

    schema: Literal[1]
    tool: machine.Tool
    packs: list[PackEntry]


def listing(packs: Sequence[Pack], lang: str) -> Listing:
    """The rules of `packs` as data, titles in `lang`."""
    return Listing(
        schema=machine.SCHEMA,
        tool=machine.tool(),
        packs=[
            PackEntry(
                pack.name,
                pack.version,
                pack.title.said(lang),
                [_entry(rule, lang) for rule in pack.rules],
            )
            for pack in packs
        ],
    )


def render(packs: Sequence[Pack], lang: str) -> str:
    """The rules of `packs` as a list for people, ending in a line break."""
    return "\n".join(_list(packs, lang)) + "\n"


def explain(pack: Pack, rule: Rule, lang: str) -> str:
    """All that there is to know of `rule`, with its examples if it was loaded with them."""
    return "\n".join(_explain(pack, rule, lang)) + "\n"


def _entry(rule: Rule, lang: str) -> RuleEntry:
    return RuleEntry(
        name=rule.name,
        severity=rule.severity.value,
        title=rule.title.said(lang),
        source=rule.source,
        kind=rule.kind.name,
        note=rule.note,
    )


def _list(packs: Sequence[Pack], lang: str) -> Iterator[str]:
    for number, pack in enumerate(packs):
        if number:
            yield ""
        yield visible(f"{pack.name} {pack.version}  {pack.title.said(lang)}")
        width = max((len(rule.name) for rule in pack.rules), default=0)
        for rule in pack.rules:
            mark = MARKS[rule.severity].said(lang)
            mark += " " * (7 - len(mark)) if lang == "en" else ""
            yield visible(f"  {rule.name.ljust(width)}  {mark}  {rule.title.said(lang)}")
            yield visible(f"  {' ' * width}  {' ' * _columns(mark)}  {rule.source}")


def _explain(pack: Pack, rule: Rule, lang: str) -> Iterator[str]:
    colon = "：" if lang == "zh" else ": "
    yield visible(f"{rule.name}  {MARKS[rule.severity].said(lang)}")
    yield "  " + visible(rule.title.said(lang))
    yield ""
    known = (
        (_SOURCE, rule.source),
        (_KIND, rule.kind.name),
        (_PACK, f"{pack.name} {pack.version}"),
        (_NOTE, rule.note),
    )
    for phrase, text in known:
        if text is not None:
            yield f"  {phrase.said(lang)}{colon}{visible(' '.join(text.split()))}"
    for title, chosen in (
        (_FOUND, [e for e in rule.examples if e.finds]),
        (_UNJUDGED, [e for e in rule.examples if not e.finds and e.unjudged]),
        (_SILENT, [e for e in rule.examples if not e.finds and not e.unjudged]),
    ):
        if chosen:
            yield ""
            yield f"  {title.said(lang)}{colon}"
            for example in chosen:
                yield from _example(example, lang)


def _example(example: Example, lang: str) -> Iterator[str]:
    changes = list(_changes(example, lang)) or [_UNCHANGED.said(lang)]
    for number, change in enumerate(changes):
        yield ("    - " if number == 0 else "      ") + change
    if example.why:
        yield f"      ({visible(' '.join(example.why.split()))})"
    for said in (*example.finds, *example.unjudged):
        yield f"      => {visible(said)}"


def _changes(example: Example, lang: str) -> Iterator[str]:
    phrases = [
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
    if example.year is not None:
        phrases.append(_YEAR(year=example.year))
    for phrase in phrases:
        yield visible(phrase.said(lang))


def _place(after: str | None, before: str | None) -> Phrase:
    return _AFTER(words=after) if after is not None else _BEFORE(words=before or "")


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
