"""How a Python type is written in YAML: as which node, in which words, and what they mean."""

from __future__ import annotations

import enum
import re
import types
from collections.abc import Mapping as Map
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from docxlint.core.message import Message
from docxlint.packs.yaml.nodes import Mapping, Scalar, Sequence

_TEXT = Message(zh="文字", en="text")
_LIST = Message(zh="列表", en="a list")
_MAPPING = Message(zh="“键: 值”映射", en="a mapping")
_NUMBERS = {
    int: Message(zh="整数", en="a whole number"),
    Decimal: Message(zh="数字", en="a number"),
}

_WORDS: dict[type, Map[str, Any]] = {bool: {"true": True, "false": False}}
_DIGITS = {int: re.compile(r"-?[0-9]{1,18}"), Decimal: re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")}


class Unsupported(TypeError):
    """A type that no YAML is read as: a fault of the check that asks for it."""


_FIELDS: dict[Any, dict[str, msgspec.structs.FieldInfo]] = {}


def fields_of(struct: Any) -> dict[str, msgspec.structs.FieldInfo]:
    """The fields of a Struct class by their names in YAML. Resolving their types is slow, so the
    result is kept.
    """
    if struct not in _FIELDS:
        _FIELDS[struct] = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    return _FIELDS[struct]


@lru_cache(maxsize=512)
def is_union(kind: Any) -> bool:
    """Whether `kind` offers a choice of types."""
    return get_origin(kind) in (Union, types.UnionType)


@lru_cache(maxsize=512)
def members(kind: Any) -> tuple[Any, ...]:
    """The types that a union offers, None left out: what is optional is left out of the file."""
    return tuple(member for member in get_args(kind) if member is not types.NoneType)


def parses(kind: Any) -> bool:
    """Whether `kind` is a class that reads itself from text: it has a `parse`."""
    return isinstance(kind, type) and callable(getattr(kind, "parse", None))


@lru_cache(maxsize=512)
def shape(kind: Any) -> type[Scalar] | type[Sequence] | type[Mapping]:
    """The node that a value of the type `kind`, no union, is written as; Unsupported if none."""
    origin = get_origin(kind)
    if origin is Annotated and get_args(kind)[0] in (int, str):
        return Scalar
    if origin in (tuple, frozenset):
        if origin is tuple and get_args(kind)[1:] != (...,):
            raise Unsupported(str(kind))
        return Sequence
    if origin is dict and get_args(kind)[0] is str:
        return Mapping
    if kind in (Scalar, Sequence, Mapping):
        return kind  # type: ignore[no-any-return]
    if kind is str or kind in _DIGITS or parses(kind) or words(kind) is not None:
        return Scalar
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return Mapping
    raise Unsupported(str(kind))


@lru_cache(maxsize=512)
def words(kind: Any) -> Map[str, Any] | None:
    """The values that a scalar of the type `kind` may have, by how they are written; None if
    they are not a closed list.
    """
    if get_origin(kind) is Literal:
        return {str(value): value for value in get_args(kind)}
    if isinstance(kind, type) and issubclass(kind, enum.StrEnum):
        return {member.value: member for member in kind}
    return _WORDS.get(kind)


def number(kind: Any, text: str) -> int | Decimal | None:
    """The number of the type `kind` that `text` writes in decimal digits, None if it does not."""
    return kind(text) if _DIGITS[kind].fullmatch(text) else None


def wanted(kinds: tuple[Any, ...]) -> Message:
    """What any of the types `kinds` asks for, in words."""
    choices: list[str] = []
    parts: list[Message] = []
    for kind in kinds:
        if (closed := words(kind)) is not None:
            choices += closed
        else:
            parts.append(_wanted(kind))
    if choices:
        parts.insert(0, _one_of(choices))
    unique = list(dict.fromkeys(parts))
    return Message(
        zh="或".join(part.zh for part in unique), en=" or ".join(part.en for part in unique)
    )


def _wanted(kind: Any) -> Message:
    if get_origin(kind) is Annotated:
        return _wanted(get_args(kind)[0])
    node = shape(kind)
    if node is Scalar:
        return _NUMBERS.get(kind, _TEXT)
    return _LIST if node is Sequence else _MAPPING


def _one_of(choices: list[str]) -> Message:
    if len(choices) == 1:
        return Message(zh=f"“{choices[0]}”", en=f"“{choices[0]}”")
    listed = [f"“{choice}”" for choice in choices]
    return Message(zh="、".join(listed) + "之一", en=", ".join(listed[:-1]) + " or " + listed[-1])


def describe(node: Scalar | Sequence | Mapping) -> Message:
    """What is written at `node`, in words."""
    if isinstance(node, Sequence):
        return _LIST
    if isinstance(node, Mapping):
        return _MAPPING
    if node.nothing:
        return Message(zh="空缺", en="nothing")
    text = node.text if len(node.text) <= 40 else node.text[:39] + "…"
    return Message(zh=f"“{text}”", en=f"“{text}”")
