"""The manual's page of the kinds of check, from their options and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, get_args, get_origin

import msgspec

from docxlint.author.descriptions import about
from docxlint.author.markdown_escape import code, escaped, head, prose, row
from docxlint.author.option_text import written
from docxlint.core.message import Message
from docxlint.core.reference import FormPart
from docxlint.packs.yaml.nodes import Scalar
from docxlint.packs.yaml.nodes import Sequence as SequenceNode
from docxlint.packs.yaml.typed import fields_of, is_union, members, parses, shape, words
from docxlint.rules.rule import Kind, Pack

_FIRST = re.compile("[（：，。]")
_NAMES = {str: "文字", int: "整数", Decimal: "数字"}
_HEAD = ("选项 Option", "写什么 Type", "不写则为 Default", "说明 About")


def checks_page(packs: Sequence[Pack], kinds: Mapping[str, Kind[Any]]) -> Iterator[str]:
    """The lines of the page; each kind with the rules of `packs` that use it."""
    yield "# 检查的种类 Kinds of check\n"
    yield "规则文件的 expect 下写一种检查和它的选项。"
    yield "A rule names one of these under `expect`, with its options.\n"
    yield head("检查 Check", "判断什么 Judges")
    for name in sorted(kinds):
        description = about(kinds[name].options)
        yield row((f"[{name}](#{name})", escaped(description.about) or prose(description.doc)))
    for name in sorted(kinds):
        yield from _kind(kinds[name], packs)


def _kind(kind: Kind[Any], packs: Sequence[Pack]) -> Iterator[str]:
    description = about(kind.options)
    yield f"\n## {kind.name}\n"
    if description.about:
        yield f"{escaped(description.about)}\n"
    if description.doc:
        yield f"{prose(description.doc)}\n"
    yield from _table(kind.options)
    for struct in _inner(kind.options):
        inside = about(struct)
        yield f"\n其中“{_name(struct)}” {escaped(struct.__name__)}：{escaped(inside.about)}\n"
        yield f"{prose(inside.doc)}\n"
        yield from _table(struct)
    users = [
        f"[{rule.name}]({pack.name}.md#{rule.name})"
        for pack in packs
        for rule in pack.rules
        if rule.kind.name == kind.name and rule.pack == pack.name
    ]
    if users:
        yield f"\n用它的规则 Used by：{'、'.join(users)}"


def _table(struct: type[msgspec.Struct]) -> Iterator[str]:
    known = fields_of(struct)
    if not known:
        return
    description = about(struct)
    yield head(*_HEAD)
    for name, field in known.items():
        yield row(
            (
                code(name),
                _type_text(field.type),
                _default(field),
                _option_text(description.of(name)),
            )
        )


def _option_text(message: Message) -> str:
    """In Chinese; in English of a class that is not told of in Chinese."""
    return escaped(message.zh) or prose(message.en)


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return "（必须写）"
    default = field.default
    if field.default_factory is not msgspec.NODEFAULT:
        default = field.default_factory()
    return "" if default in (None, (), {}, frozenset()) else code(written(default, inline=True))


def _type_text(kind: Any) -> str:
    """What an option is written as."""
    if is_union(kind):
        return "或".join(_type_text(member) for member in members(kind))
    closed = words(kind)
    if closed is not None:
        return "、".join(map(code, closed))
    if kind in _NAMES:
        return _NAMES[kind]
    if get_origin(kind) is dict:
        return f"键: {_type_text(get_args(kind)[1])}"
    if isinstance(kind, type) and issubclass(kind, FormPart):
        return _NAMES[str]
    form = shape(kind)
    if form is SequenceNode:
        return f"列表：{_type_text(get_args(kind)[0])}"
    if form is Scalar and not parses(kind):
        return _type_text(get_args(kind)[0])  # Annotated
    return _name(kind)


def _name(kind: type) -> str:
    """What a class of values is called: the first words of what is said of it."""
    name = _FIRST.split(about(kind).about)[0]
    return escaped(name or kind.__name__)


def _inner(struct: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    """The Struct classes that the options of `struct` are made of, which need a table."""
    for field in fields_of(struct).values():
        yield from _structs(field.type)


def _structs(kind: Any) -> Iterator[type[msgspec.Struct]]:
    if get_args(kind):
        for inner in get_args(kind):
            yield from _structs(inner)
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct) and not parses(kind):
        yield kind
        yield from _inner(kind)
