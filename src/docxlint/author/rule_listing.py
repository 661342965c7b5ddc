"""List the rules of packs, as text or as data for JSON."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from docxlint.author.rule_page import describe_change
from docxlint.core.message import Message
from docxlint.report import contract
from docxlint.report.finding_text import MARKS
from docxlint.report.json_text import tool
from docxlint.report.visible_text import visible
from docxlint.rules.rule import Pack, Rule

_EXTENDS = Message(
    zh="沿用 {base} 的{n}条规则，另有：", en="inherits {n} rules of {base}, and has:"
)
_EXTENDS_ONLY = Message(zh="沿用 {base} 的{n}条规则", en="inherits {n} rules of {base}")


class RuleEntry(msgspec.Struct, frozen=True):
    """A rule.

    `title` is the sentence that must be true, `source` the document that requires it, `kind` the
    kind of check. `pack` is the pack that defines it, `changed_by` the packs that change it.
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
    """A pack and its rules, in the pack's order.

    `dropped` gives the reasons for inherited rules that it, or a pack that it extends, drops.
    """

    name: str
    version: str
    title: str
    extends: Base | None
    rules: list[RuleEntry]
    dropped: dict[str, str]


class RuleListing(msgspec.Struct, frozen=True):
    """The rules of packs."""

    schema: Literal[1]
    tool: contract.Tool
    packs: list[PackEntry]


def list_rules(packs: Sequence[Pack], lang: str) -> RuleListing:
    """Return the rules of `packs`, with titles in `lang`; inherited rules appear in each pack."""
    return RuleListing(
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
    """Return the rules of `packs` as text, ending in a line break.

    Rules that a pack inherits unchanged from another of `packs` are counted, not listed again.
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
        new_rules = [rule for rule in pack.rules if not inherited or not is_unchanged(pack, rule)]
        if base is not None and inherited:
            message = _EXTENDS if new_rules or dropped_rules(pack) else _EXTENDS_ONLY
            base_name = f"{base.name} {base.version}"
            yield "  " + visible(
                message(base=base_name, n=len(pack.rules) - len(new_rules)).text(lang)
            )
        yield from _rules(pack, new_rules, lang)


def is_unchanged(pack: Pack, rule: Rule) -> bool:
    """Whether `pack` inherits `rule` without a change."""
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
            if (message := describe_change(each, rule, brief=True)) is not None:
                yield visible(f"{blank}{message.text(lang)}")
    for name, rule in dropped_rules(pack).items():
        if (message := describe_change(pack, rule)) is not None:
            yield visible(f"  {name.ljust(width)}  {message.text(lang)}")


def dropped_rules(pack: Pack) -> dict[str, Rule]:
    """Return the rules that `pack` itself drops, as its base has them."""
    known = pack.base.rules if pack.base is not None else ()
    return {rule.name: rule for rule in known if rule.name in pack.dropped}


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
