"""Generate the manual's page of the kinds of check, with their options."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, get_args, get_origin

import msgspec

from docxlint.author.descriptions import describe
from docxlint.author.markdown_escape import (
    escape,
    escape_docstring,
    inline_code,
    table_head,
    table_row,
)
from docxlint.author.option_text import to_yaml
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
    """Yield the lines of the page; each kind lists the rules of `packs` that use it."""
    yield "# 检查的种类 Kinds of check\n"
    yield "规则文件的 expect 下写一种检查和它的选项。"
    yield "A rule names one of these under `expect`, with its options.\n"
    yield table_head("检查 Check", "检查什么 Purpose")
    for name in sorted(kinds):
        description = describe(kinds[name].options)
        yield table_row(
            (f"[{name}](#{name})", escape(description.summary) or escape_docstring(description.doc))
        )
    for name in sorted(kinds):
        yield from _kind(kinds[name], packs)


def _kind(kind: Kind[Any], packs: Sequence[Pack]) -> Iterator[str]:
    description = describe(kind.options)
    yield f"\n## {kind.name}\n"
    if description.summary:
        yield f"{escape(description.summary)}\n"
    if description.doc:
        yield f"{escape_docstring(description.doc)}\n"
    yield from _table(kind.options)
    for struct in _inner(kind.options):
        inside = describe(struct)
        yield f"\n其中“{_name(struct)}” {escape(struct.__name__)}：{escape(inside.summary)}\n"
        yield f"{escape_docstring(inside.doc)}\n"
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
    description = describe(struct)
    yield table_head(*_HEAD)
    for name, field in known.items():
        yield table_row(
            (
                inline_code(name),
                _type_text(field.type),
                _default(field),
                _option_text(description.of_option(name)),
            )
        )


def _option_text(message: Message) -> str:
    """Return the Chinese text, or the English one if there is no Chinese text."""
    return escape(message.zh) or escape_docstring(message.en)


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return "（必须写）"
    default = field.default
    if field.default_factory is not msgspec.NODEFAULT:
        default = field.default_factory()
    return (
        "" if default in (None, (), {}, frozenset()) else inline_code(to_yaml(default, inline=True))
    )


def _type_text(kind: Any) -> str:
    """Return the type of an option in Chinese, such as 文字 or 整数."""
    if is_union(kind):
        return "或".join(_type_text(member) for member in members(kind))
    closed = words(kind)
    if closed is not None:
        return "、".join(map(inline_code, closed))
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
    """Return the Chinese name of a class: the first words of its description."""
    name = _FIRST.split(describe(kind).summary)[0]
    return escape(name or kind.__name__)


def _inner(struct: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    """Yield the Struct classes in the options of `struct`, which need a table."""
    for field in fields_of(struct).values():
        yield from _structs(field.type)


def _structs(kind: Any) -> Iterator[type[msgspec.Struct]]:
    if get_args(kind):
        for inner in get_args(kind):
            yield from _structs(inner)
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct) and not parses(kind):
        yield kind
        yield from _inner(kind)
