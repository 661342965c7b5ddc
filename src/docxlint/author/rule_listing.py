"""The rules of packs as a list, for people and for scripts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from docxlint.author.rule_page import fate
from docxlint.core.message import Message
from docxlint.report import contract
from docxlint.report.finding_text import MARKS
from docxlint.report.json_text import tool
from docxlint.report.visible_text import visible
from docxlint.rules.rule import Pack, Rule

_EXTENDS = Message(
    zh="沿用 {base} 的 {n} 条规则，另有：", en="has {n} rules as they are in {base}, and:"
)
_EXTENDS_WHOLE = Message(zh="沿用 {base} 的 {n} 条规则", en="has {n} rules as they are in {base}")


class RuleEntry(msgspec.Struct, frozen=True):
    """A rule: `title` is the sentence that should be true, `source` where it is laid down,
    `kind` the check that decides, `pack` the pack that it comes from, `changed_by` the packs
    that changed it on the way.
    """

    name: str
    severity: str
    title: str
    source: str
    kind: str
    note: str | None
    pack: str
    changed_by: list[str]


class Base(msgspec.Struct, frozen=True):
    """The pack that another extends."""

    name: str
    version: str


class PackEntry(msgspec.Struct, frozen=True):
    """A pack and its rules, in the pack's order; `dropped` are inherited rules that it, or what
    it extends, leaves out, with the reasons.
    """

    name: str
    version: str
    title: str
    extends: Base | None
    rules: list[RuleEntry]
    dropped: dict[str, str]


class Listing(msgspec.Struct, frozen=True):
    """The rules of packs."""

    schema: Literal[1]
    tool: contract.Tool
    packs: list[PackEntry]


def listing(packs: Sequence[Pack], lang: str) -> Listing:
    """The rules of `packs` as data, titles in `lang`: inherited ones in each pack that has them."""
    return Listing(
        schema=contract.SCHEMA,
        tool=tool(),
        packs=[
            PackEntry(
                name=pack.name,
                version=pack.version,
                title=pack.title.text(lang),
                extends=Base(pack.base.name, pack.base.version) if pack.base is not None else None,
                rules=[_entry(rule, lang) for rule in pack.rules],
                dropped=pack.dropped,
            )
            for pack in packs
        ],
    )


def render(packs: Sequence[Pack], lang: str) -> str:
    """The rules of `packs` as a list for people, ending in a line break.

    What a pack inherits as it is from another of `packs` is counted there, not listed again.
    """
    return "\n".join(_list(packs, lang)) + "\n"


def _entry(rule: Rule, lang: str) -> RuleEntry:
    return RuleEntry(
        name=rule.name,
        severity=rule.severity.value,
        title=rule.title.text(lang),
        source=rule.source,
        kind=rule.kind.name,
        note=rule.note,
        pack=rule.pack,
        changed_by=list(rule.changed_by),
    )


def _list(packs: Sequence[Pack], lang: str) -> Iterator[str]:
    listed = {pack.name for pack in packs}
    for number, pack in enumerate(packs):
        if number:
            yield ""
        yield visible(f"{pack.name} {pack.version}  {pack.title.text(lang)}")
        base = pack.base
        inherited = base is not None and base.name in listed
        own = [rule for rule in pack.rules if not inherited or not taken(pack, rule)]
        if base is not None and inherited:
            message = _EXTENDS if own or dropped(pack) else _EXTENDS_WHOLE
            base_name = f"{base.name} {base.version}"
            yield "  " + visible(message(base=base_name, n=len(pack.rules) - len(own)).text(lang))
        yield from _rules(pack, own, lang)


def taken(pack: Pack, rule: Rule) -> bool:
    """Whether `pack` has `rule` as its base has it."""
    return rule.pack != pack.name and pack.name not in rule.changed_by


def _rules(pack: Pack, rules: Sequence[Rule], lang: str) -> Iterator[str]:
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        mark = MARKS[rule.severity].text(lang)
        mark += " " * (7 - len(mark)) if lang == "en" else ""
        blank = f"  {' ' * width}  {' ' * _columns(mark)}  "
        yield visible(f"  {rule.name.ljust(width)}  {mark}  {rule.title.text(lang)}")
        yield visible(f"{blank}{rule.source}")
        for each in reversed([*pack.lineage()]):
            if (message := fate(each, rule, brief=True)) is not None:
                yield visible(f"{blank}{message.text(lang)}")
    for name, rule in dropped(pack).items():
        if (message := fate(pack, rule)) is not None:
            yield visible(f"  {name.ljust(width)}  {message.text(lang)}")


def dropped(pack: Pack) -> dict[str, Rule]:
    """The rules that `pack` itself drops, as its base has them."""
    known = pack.base.rules if pack.base is not None else ()
    return {rule.name: rule for rule in known if rule.name in pack.dropped}


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
