"""Whether packs can judge the same document: no rule name may mean two rules."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from docxlint.core.message import Message
from docxlint.packs.manifest import home
from docxlint.packs.yaml.fault import Fault, PackFault
from docxlint.packs.yaml.source_file import read
from docxlint.rules.rule import Pack, Rule

_TWO_RULES = Message(
    zh="规则“{rule}”在“{pack}”和“{other}”里各有一条，两个规则包不能一起用",
    en="“{pack}” and “{other}” both have a rule “{rule}”: they cannot be used together",
)
_TWO_PACKS = Message(
    zh="两个规则包同名“{pack}”：{folder} 和 {other}",
    en="two packs are called “{pack}”: {folder} and {other}",
)


def check_together(packs: Iterable[Pack]) -> None:
    """PackFault, with every name that two of `packs` define: a pack's own name, or a rule's.

    A rule that two packs inherit from the same pack is one rule, whatever they change of it.
    """
    faults: list[Fault] = []
    folders: dict[str, str] = {}
    rules: dict[str, Rule] = {}
    for pack in packs:
        first = folders.setdefault(pack.name, pack.folder)
        if first != pack.folder:
            message = _TWO_PACKS(pack=pack.name, folder=first, other=pack.folder)
            faults.append(_at(pack, "pack.yaml", message))
            continue
        for rule in pack.rules:
            other = rules.setdefault(rule.name, rule)
            if other.pack != rule.pack:
                message = _TWO_RULES(rule=rule.name, pack=other.pack, other=rule.pack)
                home = next(each for each in pack.line() if each.name == rule.pack)
                faults.append(_at(home, f"rules/{rule.name}.yaml", message))
    if faults:
        raise PackFault(list(dict.fromkeys(faults)))


def _at(pack: Pack, file: str, message: Message) -> Fault:
    """A fault at the head of a file of the pack."""
    at = home(Path(pack.folder))
    called = f"{at.called}/{file}"
    source = read(at.folder / file, called, [])
    return source.at(1, 1, message) if source is not None else Fault(called, 1, 1, message)
