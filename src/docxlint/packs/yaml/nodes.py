"""A YAML file as plain nodes: every scalar is text, and every node has its position."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import msgspec
import yaml

from docxlint.core.message import Message
from docxlint.packs.yaml.source_faults import SourceFault
from docxlint.packs.yaml.source_file import Source

# libyaml where PyYAML was built with it, else the same parser in Python, ten times slower.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# A rule nests about six deep; this limit stops a file that would exhaust the stack.
MAX_DEPTH = 32


class Scalar(msgspec.Struct, frozen=True, gc=False):
    """Text. `style` is "" for a plain scalar, else the character that opens it: ' " | >."""

    text: str
    line: int
    column: int
    style: str = ""

    @property
    def nothing(self) -> bool:
        """Whether there is no value, as after a key alone on its line."""
        return not self.text and not self.style


class Sequence(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


class Mapping(msgspec.Struct, frozen=True):
    """Keys with their values, in the order of the file, each key once."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, name: str) -> Node | None:
        """The value of the key `name`; None if the mapping does not have it."""
        return next((value for key, value in self.entries if key.text == name), None)


class Refused(msgspec.Struct, frozen=True):
    """The place of a value that was refused and reported."""

    line: int
    column: int


Node: TypeAlias = Scalar | Sequence | Mapping | Refused

_BROKEN = Message(zh="YAML 有误：{problem}", en="broken YAML: {problem}")
_EMPTY = Message(zh="文件里什么也没有", en="there is nothing in this file")
_SECOND = Message(zh="一个文件只能有一个 YAML 文档", en="a file holds only one YAML document")
_DEEP = Message(zh=f"嵌套超过{MAX_DEPTH}层", en=f"nested more than {MAX_DEPTH} deep")
_TAG = Message(zh="规则包里不能用标签“{tag}”", en="the tag “{tag}” has no place in a pack")
_ANCHOR = Message(
    zh="规则包里不能用锚点“&{name}”", en="the anchor “&{name}” has no place in a pack"
)
_ALIAS = Message(zh="规则包里不能用别名“*{name}”", en="the alias “*{name}” has no place in a pack")
_MERGE = Message(zh="规则包里不能用合并键“<<”", en="the merge key “<<” has no place in a pack")
_KEY = Message(zh="键必须是文字", en="a key must be text")
_TWICE = Message(
    zh="键“{key}”重复：第{line}行已有", en="the key “{key}” is already there, on line {line}"
)

_HINTS = {
    "mapping values are not allowed": Message(
        zh="文字里有冒号加空格时，要加引号", en="put text with a colon and a blank in it in quotes"
    ),
    "cannot start any token": Message(
        zh="缩进只能用空格；以特殊符号开头的文字要加引号",
        en="indent with blanks, and put text that begins with a special character in quotes",
    ),
}


def parse(source: Source, faults: list[SourceFault]) -> Node | None:
    """Parse the one YAML document in `source`; None, with the reason in `faults`, if that fails.

    All scalars stay text; no types are guessed. Tags, anchors, aliases, merge keys and repeated
    keys are faults, and are then skipped.
    """
    try:
        return _Tree(source, faults).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = ", ".join(part for part in (error.problem, error.context) if part)
        # libyaml has a limit of its own, above ours, which it may reach while it reads ahead.
        too_deep = "maximum nesting depth" in problem
        hint = next((hint for part, hint in _HINTS.items() if part in problem), None)
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        message = _DEEP if too_deep else _BROKEN(problem=problem)
        faults.append(source.at(line, column, message, hint))
    except _Unreadable as error:
        faults.append(source.at(error.line, error.column, error.message))
    return None


class _Unreadable(Exception):
    """A document that cannot be read further, and where that is."""

    def __init__(self, event: Any, message: Message) -> None:
        super().__init__(message.en)
        self.message = message
        self.line, self.column = _place(event)


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


class _Tree:
    """Builds the nodes from the events of one file, and reports faults of its structure."""

    def __init__(self, source: Source, faults: list[SourceFault]) -> None:
        self.source = source
        self.faults = faults
        self.events: Iterator[Any] = yaml.parse(source.text, Loader=LOADER)

    def document(self) -> Node:
        """The only document in the stream."""
        next(self.events)
        first = next(self.events)
        if isinstance(first, yaml.StreamEndEvent):
            raise _Unreadable(first, _EMPTY)
        node = self.node(next(self.events), 0)
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _Unreadable(after, _SECOND)
        return node

    def node(self, event: Any, depth: int) -> Node:
        """The node that `event` begins; takes all of its events."""
        line, column = _place(event)
        anchor: str = event.anchor or ""
        if isinstance(event, yaml.AliasEvent):
            self.report(line, column, _ALIAS(name=anchor), len(anchor) + 1)
            return Refused(line, column)
        if event.tag is not None:
            self.report(line, column, _TAG(tag=event.tag))
        elif anchor:
            self.report(line, column, _ANCHOR(name=anchor), len(anchor) + 1)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, line, column, event.style or "")
        if depth == MAX_DEPTH:
            raise _Unreadable(event, _DEEP)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.items(depth)), line, column)
        return Mapping(tuple(self.entries(depth)), line, column)

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        lines: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                if not isinstance(key, Refused):
                    self.report(key.line, key.column, _KEY)
            elif key.text == "<<" and not key.style:
                self.report(key.line, key.column, _MERGE, 2)
            elif key.text in lines:
                message = _TWICE(key=key.text, line=lines[key.text])
                self.faults.append(self.source.fault(key, message))
            else:
                lines[key.text] = key.line
                yield key, value

    def report(self, line: int, column: int, message: Message, width: int = 1) -> None:
        self.faults.append(self.source.at(line, column, message, width=width))
