"""Whether packs can judge the same document: no rule name may mean two rules."""

from __future__ import annotations

from collections.abc import Iterable

from docxlint.core.message import Message
from docxlint.packs.yaml.source_faults import PackFault, SourceFault
from docxlint.rules.rule import Pack, Rule, SourceLine

_TWO_RULES = Message(
    zh="规则“{rule}”在“{pack}”和“{other}”里各有一条，两个规则包不能一起用",
    en="“{pack}” and “{other}” both have a rule “{rule}”: they cannot be used together",
)
_TWO_PACKS = Message(
    zh="两个规则包同名“{pack}”：{folder} 和 {other}",
    en="two packs are called “{pack}”: {folder} and {other}",
)


def check_together(packs: Iterable[Pack]) -> None:
    """Check that `packs` can be used together.

    A rule that two packs inherit from the same base is one rule, whatever they change of it.
    Raises PackFault with every pack name and every rule name that is defined twice.
    """
    faults: list[SourceFault] = []
    folders: dict[str, str] = {}
    rules: dict[str, Rule] = {}
    for pack in packs:
        first = folders.setdefault(pack.name, pack.folder)
        if first != pack.folder:
            message = _TWO_PACKS(pack=pack.name, folder=first, other=pack.folder)
            faults.append(_fault(pack.location, message))
            continue
        for rule in pack.rules:
            other = rules.setdefault(rule.name, rule)
            if other.pack != rule.pack:
                message = _TWO_RULES(rule=rule.name, pack=other.pack, other=rule.pack)
                faults.append(_fault(rule.location, message))
    if faults:
        raise PackFault(list(dict.fromkeys(faults)))


def _fault(location: SourceLine, message: Message) -> SourceFault:
    return SourceFault(location.file, 1, 1, message, excerpt=location.text)
