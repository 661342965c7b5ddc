"""Write options as YAML, the way a pack has them."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec
import yaml

from docxlint.packs.yaml.typed import fields_of, parses


def to_plain(value: Any) -> Any:
    """Convert `value` to mappings, lists, text and numbers; a Struct without its defaults."""
    if parses(type(value)):
        return str(getattr(value, "source", value))
    if isinstance(value, msgspec.Struct):
        return {name: to_plain(inner) for name, inner in _changed_options(value)}
    if isinstance(value, dict):
        return {key: to_plain(inner) for key, inner in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(to_plain, value))
    if isinstance(value, tuple):
        return [to_plain(inner) for inner in value]
    if isinstance(value, enum.StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _changed_options(options: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    for name, field in fields_of(type(options)).items():
        value = getattr(options, field.name)
        default = field.default
        if field.default_factory is not msgspec.NODEFAULT:
            default = field.default_factory()
        if field.required or value != default:
            yield name, value


def to_yaml(value: Any, *, inline: bool = False) -> str:
    """Return an option, or all of them, as YAML without a final line break.

    `inline` writes mappings and lists on one line.
    """
    text: str = yaml.safe_dump(
        to_plain(value), allow_unicode=True, sort_keys=False, width=10**9, default_flow_style=inline
    )
    return text.removesuffix("\n").removesuffix("\n...")
