"""Where an example, or a change of a good document, is written, for faults that show only later."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from docxlint.core.message import Message
from docxlint.packs.manifest import home
from docxlint.packs.yaml import nodes
from docxlint.packs.yaml.fault import Fault
from docxlint.packs.yaml.source_file import read
from docxlint.rules.rule import Pack, Rule


def example_fault(
    pack: Pack,
    rule: Rule,
    number: int,
    message: Message,
    *,
    path: Sequence[str | int] = (),
    given: str | None = None,
    candidates: Sequence[str] = (),
    hint: Message | None = None,
) -> Fault:
    """That the example of `rule`, one of `pack`, with that number from 1, is at fault.

    `path` leads on from the example: ("set", "requests.new.people"), ("insert", 0, "after"). The
    fault is at the value there, or at the key where `given` is the key. An item of a list may
    be given by its text. `given` and `candidates` make the hint where there is no `hint`.
    """
    way: list[str | int] = ["examples", number - 1, *path]
    changed = PurePosixPath(rule.file).name == "pack.yaml"
    if changed:
        way = ["change", rule.name, *way]
    owner = next(
        (p for p in pack.line() if rule.file.startswith(f"{home(Path(p.folder)).called}/")), pack
    )
    line = rule.lines[number - 1] if number <= len(rule.lines) else 1
    return _fault(owner, rule.file, line, way, message, given, candidates, hint)


def good_fault(
    pack: Pack,
    number: int,
    message: Message,
    *,
    path: Sequence[str | int] = (),
    given: str | None = None,
    candidates: Sequence[str] = (),
    hint: Message | None = None,
) -> Fault:
    """That the change with that number, from 1, of `pack.good_changes` is at fault; the rest as
    for `example_fault`.
    """
    owners: list[Pack] = []
    for each in pack.line():
        if each.good_file:
            break
        if each.good is not None:
            owners.insert(0, each)
    owner = owners[number - 1]
    file = f"{home(Path(owner.folder)).called}/pack.yaml"
    return _fault(owner, file, 1, ["good", *path], message, given, candidates, hint)


def _fault(
    pack: Pack,
    file: str,
    line: int,
    path: Sequence[str | int],
    message: Message,
    given: str | None,
    candidates: Sequence[str],
    hint: Message | None,
) -> Fault:
    at = home(Path(pack.folder))
    source = read(at.folder / file.removeprefix(f"{at.called}/"), file, [])
    node = nodes.parse(source, []) if source is not None else None
    if source is None or node is None:  # it was there when the pack was loaded
        return Fault(file, line, 1, message, hint)
    place = _walk(node, path, given)
    return source.fault(place, message, given=given, candidates=candidates, hint=hint)


def _walk(node: nodes.Node, path: Sequence[str | int], given: str | None) -> nodes.Node:
    """The node at the end of `path`, as far as the file goes along with it."""
    at = node
    for step in path:
        if isinstance(node, nodes.Mapping):
            entry = next((entry for entry in node.entries if entry[0].text == step), None)
            if entry is None:
                return at
            at = node = entry[1]
            if given == step:
                at = entry[0]
        elif isinstance(node, nodes.Sequence):
            found = [
                item
                for index, item in enumerate(node.items)
                if index == step or (isinstance(item, nodes.Scalar) and item.text == step)
            ]
            if not found:
                return at
            at = node = found[0]
    return at
