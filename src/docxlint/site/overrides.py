"""The rules of a pack as they are in force at a site."""

from __future__ import annotations

import msgspec

from docxlint.rules.kinds import deadline
from docxlint.rules.rule import Pack, Rule
from docxlint.site.settings import SiteSettings


def in_force(pack: Pack, config: SiteSettings) -> Pack:
    """`pack` with the severities and the window for closing dates that `config` lays down."""
    if not config.severities and not config.window:
        return pack
    return msgspec.structs.replace(pack, rules=tuple(_rule(rule, config) for rule in pack.rules))


def _rule(rule: Rule, config: SiteSettings) -> Rule:
    severity = config.severity(rule.name)
    if severity is not None:
        rule = msgspec.structs.replace(rule, severity=severity)
    if config.window and isinstance(rule.options, deadline.Options):
        options = msgspec.structs.replace(rule.options, windows=config.window)
        rule = msgspec.structs.replace(rule, options=options)
    return rule
