"""[tool.docxlint] of a project file as the nodes that YAML gives, so that both are read alike."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any, TypeAlias

from docxlint.core.message import Message
from docxlint.packs.yaml.fault import Fault
from docxlint.packs.yaml.nodes import Mapping, Node, Scalar, Sequence
from docxlint.packs.yaml.source_file import Source

# The way to a value: keys, and turns in arrays.
_Way: TypeAlias = tuple[str | int, ...]
# Where it stands: line and column from 1, and where what is on its right begins.
_Spot: TypeAlias = tuple[int, int, int]

TABLE: _Way = ("tool", "docxlint")

_BROKEN = Message(zh="TOML 有误：{problem}", en="broken TOML: {problem}")
_NO_TABLE = Message(zh="这里没有 [tool.docxlint]", en="there is no [tool.docxlint] here")
_AT = re.compile(r"(?s)(.*) \(at line (\d+), column (\d+)\)")
_KEY = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_KEYS})[ \t]*\]")
_ENTRY = re.compile(rf"[ \t]*({_KEYS})[ \t]*=[ \t]*")
_ONE = re.compile(_KEY)


def parse(source: Source, faults: list[Fault]) -> Node | None:
    """The table in `source`; None, with the reason in `faults`, if it cannot be had.

    The parser tells no places. They are those of the keys that begin a line; what stands in a
    list or in an inline table has the place of its key.
    """
    try:
        data: Any = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        said = _AT.fullmatch(str(error))
        problem, line, column = said.groups() if said else (str(error), 1, 1)
        faults.append(source.at(int(line), int(column), _BROKEN(problem=problem)))
        return None
    for step in TABLE:
        if not isinstance(data, dict) or step not in data:
            faults.append(source.at(1, 1, _NO_TABLE))
            return None
        data = data[step]
    return _node(data, TABLE, (1, 1, 1), dict(_spots(source.lines)))


def _spots(lines: list[str]) -> Iterator[tuple[_Way, _Spot]]:
    """Where the tables and keys that begin a line stand."""
    table: _Way = ()
    turns: dict[_Way, int] = {}
    for number, line in enumerate(lines, 1):
        if head := _HEADER.match(line):
            table = _turned(_steps(head[2]), turns, new=head[1] == "[[")
            yield table, (number, head.start(2) + 1, head.start(2) + 1)
        elif entry := _ENTRY.match(line):
            way = (*table, *_steps(entry[1]))
            yield way, (number, entry.start(1) + 1, entry.end() + 1)


def _turned(way: _Way, turns: dict[_Way, int], *, new: bool) -> _Way:
    """`way` with the turn of each array of tables on it; with `new` at its end another begins."""
    whole: _Way = ()
    for index, step in enumerate(way, 1):
        whole = (*whole, step)
        if new and index == len(way):
            turns[whole] = turns.get(whole, -1) + 1
        if whole in turns:
            whole = (*whole, turns[whole])
    return whole


def _steps(keys: str) -> _Way:
    return tuple(key.strip("\"'") for key in _ONE.findall(keys))


def _node(value: Any, way: _Way, above: _Spot, spots: dict[_Way, _Spot]) -> Node:
    line, column, right = spots.get(way, above)
    if isinstance(value, dict):
        entries = []
        for key, inner in value.items():
            at = spots.get((*way, key), (line, column, right))
            entries.append((Scalar(key, *at[:2]), _node(inner, (*way, key), at, spots)))
        return Mapping(tuple(entries), line, column)
    if isinstance(value, list):
        items = (
            _node(each, (*way, turn), (line, right, right), spots)
            for turn, each in enumerate(value)
        )
        return Sequence(tuple(items), line, right)
    if isinstance(value, bool):
        value = "true" if value else "false"
    text = str(value)
    # In quotes on its line, so that a fault of it can point into it.
    return Scalar(text, line, right, '"')
