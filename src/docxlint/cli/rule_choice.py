"""The rules that --select and --ignore name."""

from __future__ import annotations

from collections.abc import Iterable

from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.rules.rule import Pack

_NO_RULE = Message(zh="没有规则“{name}”", en="there is no rule “{name}”")
_NEAR_RULE = Message(
    zh="没有规则“{name}”，是不是“{near}”？", en="there is no rule “{name}”; did you mean “{near}”?"
)


def rule_names(values: Iterable[str]) -> frozenset[str]:
    """Return the names in options that may be repeated and may have several, with commas."""
    names = (name.strip() for value in values for name in value.split(","))
    return frozenset(name for name in names if name)


def check_rule_names(names: Iterable[str], packs: Iterable[Pack], lang: str) -> None:
    """Raise Fault for the first name that is no rule of `packs`, with the nearest one."""
    known = {rule.name for pack in packs for rule in pack.rules}
    for name in sorted(set(names) - known):
        from difflib import get_close_matches  # only a wrong name needs it

        near = get_close_matches(name, known, 1)
        message = _NEAR_RULE(name=name, near=near[0]) if near else _NO_RULE(name=name)
        raise Fault(message.text(lang))
