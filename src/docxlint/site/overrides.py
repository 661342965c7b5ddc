"""Apply a site's rules and words to the packs that it uses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from docxlint.core.message import Message
from docxlint.form.schema import Form
from docxlint.packs.manifest import BAD_NAME, RuleChange
from docxlint.packs.pack_folders import NAME
from docxlint.packs.reword import printed_words, report_unknown_words, reword
from docxlint.packs.rule_file import RuleDefinition, bind_rule
from docxlint.packs.rule_overrides import Overrides, drop_reasons, override_rules
from docxlint.packs.yaml import nodes
from docxlint.packs.yaml.binder import Binder
from docxlint.packs.yaml.source_faults import SiteFault, SourceFault
from docxlint.rules.rule import Kind, Pack, Rule
from docxlint.site.settings import SiteSettings

_IN_PACK = Message(
    zh="“{pack}”里已有规则“{rule}”；要改它，用 change",
    en="the rule “{rule}” is already in “{pack}”; use change",
)


def apply_severities(pack: Pack, site: SiteSettings) -> Pack:
    """The pack with the rules that the site lets run, with the severities that it gives them."""
    weights = {name.text: severity for name, severity in site.severities}
    if not (weights or site.select or site.ignore):
        return pack
    off = {name for name, severity in weights.items() if severity is None} | site.ignore
    rules = (
        msgspec.structs.replace(rule, severity=weights.get(rule.name) or rule.severity)
        for rule in pack.rules
        if rule.name not in off and (not site.select or rule.name in site.select)
    )
    return msgspec.structs.replace(pack, rules=tuple(rules))


def apply_overrides(
    packs: Sequence[Pack], site: SiteSettings, kinds: Mapping[str, Kind[Any]]
) -> tuple[Pack, ...]:
    """The packs with the site's own rules, its changed and dropped rules, words and severities.

    A change of a rule counts in each pack that has the rule, a new word in each pack whose form
    prints the old one, an added rule in each pack whose form it fits. Raises SiteFault for a
    change that does not fit the rule, a word that no form prints, an added rule that fits none.
    """
    if site.source is None or not site.has_overrides or not packs:
        return tuple(apply_severities(pack, site) for pack in packs)
    faults: list[SourceFault] = []
    binder = Binder(site.source, faults)
    if site.reword is not None:
        report_unknown_words(site.reword, [w for p in packs for w in printed_words(p.form)], binder)
    overridden = [_override(pack, site, binder) for pack in packs]
    added = _added_rules(overridden, site, binder, kinds)
    if faults:
        raise SiteFault(list(dict.fromkeys(faults)))
    return tuple(
        apply_severities(_with_rules(pack, rules), site)
        for pack, rules in zip(overridden, added, strict=True)
    )


def _override(pack: Pack, site: SiteSettings, binder: Binder) -> Pack:
    form, place = pack.form, None
    words = _only(site.reword, set(printed_words(form)))
    if words is not None:
        form = reword(form, words, binder)
        place = nodes.Scalar("", words.line, words.column)
    names = {rule.name for rule in pack.rules}
    overrides = Overrides(
        change=_only(site.change, names),
        drop=_only(site.drop, names),
        by=_name(site),
        place=place,
        change_type=RuleChange,
    )
    dropped = drop_reasons(overrides, pack, binder)
    rules = tuple(override_rules(overrides, pack, form, binder))
    return msgspec.structs.replace(pack, form=form, rules=rules, dropped=dropped)


def _added_rules(
    packs: Sequence[Pack], site: SiteSettings, binder: Binder, kinds: Mapping[str, Kind[Any]]
) -> list[list[Rule]]:
    """The rules to add to each pack."""
    added: list[list[Rule]] = [[] for _ in packs]
    for key, node in site.add.entries if site.add is not None else ():
        owner = next((pack for pack in packs if key.text in _rule_names(pack)), None)
        if not NAME.fullmatch(key.text):
            binder.report(key, BAD_NAME(name=key.text))
        elif owner is not None:
            binder.report(key, _IN_PACK(pack=owner.name, rule=key.text))
        else:
            rules = [_bind_added(key.text, node, pack.form, site, binder, kinds) for pack in packs]
            if all(isinstance(rule, list) for rule in rules):
                binder.faults += next(rule for rule in rules if isinstance(rule, list))
            for of_pack, rule in zip(added, rules, strict=True):
                of_pack += (rule,) if isinstance(rule, Rule) else ()
    return added


def _bind_added(
    name: str,
    node: nodes.Node,
    form: Form,
    site: SiteSettings,
    binder: Binder,
    kinds: Mapping[str, Kind[Any]],
) -> Rule | list[SourceFault]:
    """The rule, or why it is none for this form."""
    faults: list[SourceFault] = []
    trial = Binder(binder.source, faults)
    rule = bind_rule(name, _name(site), node, trial, kinds, form, written_as=RuleDefinition)
    return faults if rule is None else rule


def _with_rules(pack: Pack, added: Sequence[Rule]) -> Pack:
    rules = sorted([*pack.rules, *added], key=lambda rule: rule.name)
    return msgspec.structs.replace(pack, rules=tuple(rules))


def _only(node: nodes.Mapping | None, keys: Collection[str]) -> nodes.Mapping | None:
    """The mapping with only those keys; None if nothing is left."""
    if node is None:
        return None
    entries = tuple(entry for entry in node.entries if entry[0].text in keys)
    return nodes.Mapping(entries, node.line, node.column) if entries else None


def _rule_names(pack: Pack) -> Iterator[str]:
    yield from (rule.name for rule in pack.rules)
    yield from pack.dropped


def _name(site: SiteSettings) -> str:
    return Path(site.file).name
