"""Options as a pack would write them: what binding made of YAML, turned back."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec
import yaml

from docxlint.packs.yaml.typed import fields_of, parses


def plain(value: Any) -> Any:
    """`value` in mappings, lists, text and numbers; of a Struct only what is not its default."""
    if parses(type(value)):
        return str(getattr(value, "source", value))
    if isinstance(value, msgspec.Struct):
        return {name: plain(inner) for name, inner in _given(value)}
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, enum.StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _given(options: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    for name, field in fields_of(type(options)).items():
        value = getattr(options, field.name)
        default = field.default
        if field.default_factory is not msgspec.NODEFAULT:
            default = field.default_factory()
        if field.required or value != default:
            yield name, value


def written(value: Any, *, inline: bool = False) -> str:
    """`value`, options or one of them, as YAML without a final line break; `inline` puts
    mappings and lists in one line.
    """
    text: str = yaml.safe_dump(
        plain(value), allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=inline
    )
    return text.removesuffix("\n").removesuffix("\n...")
