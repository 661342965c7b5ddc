"""JSON Schemas of Python types, as they are written in YAML."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, TypeAlias, get_args, get_origin

import msgspec

from docxlint.author.descriptions import describe
from docxlint.core.reference import FormPart
from docxlint.packs.yaml.nodes import Mapping as MappingNode
from docxlint.packs.yaml.nodes import Scalar, Sequence
from docxlint.packs.yaml.typed import fields_of, is_union, members, parses, shape, words

Schema: TypeAlias = dict[str, Any]
# The types or schemas of fields that are declared as bare nodes, by class and YAML name.
Nodes: TypeAlias = Mapping[tuple[type[msgspec.Struct], str], Any]

# The loader reads every scalar as text; an editor sees some as numbers or booleans.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_NUMBERS: dict[Any, Schema] = {
    int: {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?[0-9]{1,18}$"}]},
    Decimal: {
        "anyOf": [
            {"type": "number"},
            {"type": "string", "pattern": r"^-?[0-9]{1,18}(\.[0-9]{1,18})?$"},
        ]
    },
}
_BARE: dict[Any, Schema] = {
    Scalar: _TEXT,
    Sequence: {"type": "array"},
    MappingNode: {"type": "object"},
}
_LIMITS = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
    "lt": "exclusiveMaximum",
    "pattern": "pattern",
    "min_length": "minLength",
    "max_length": "maxLength",
}


def schema_of(kind: Any, nodes: Nodes) -> Schema:
    """Return the schema of the type `kind`. Raises Unsupported for a type without a YAML form."""
    if isinstance(kind, dict):
        return kind
    if is_union(kind):
        return _either([schema_of(member, nodes) for member in members(kind)])
    form = shape(kind)
    if kind in _BARE:
        return _BARE[kind]
    if form is Scalar:
        return _scalar(kind)
    if get_origin(kind) is dict:
        return {"type": "object", "additionalProperties": schema_of(get_args(kind)[1], nodes)}
    if form is Sequence:
        return {"type": "array", "items": schema_of(get_args(kind)[0], nodes)}
    return struct_schema(kind, nodes)


def struct_schema(struct: type[msgspec.Struct], nodes: Nodes) -> Schema:
    """Return the schema of a Struct: its keys with their descriptions, and no other keys."""
    description = describe(struct)
    properties: Schema = {}
    for name, field in fields_of(struct).items():
        node_types = (nodes[owner, name] for owner in struct.__mro__ if (owner, name) in nodes)
        schema = schema_of(next(node_types, field.type), nodes)
        if "$ref" in schema:  # in draft-07 it hides the keys next to it
            schema = {"allOf": [schema]}
        properties[name] = schema | description.as_schema(name) | _default(field)
    required = [name for name, field in fields_of(struct).items() if field.required]
    return {
        "type": "object",
        **description.as_schema(),
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _scalar(kind: Any) -> Schema:
    if get_origin(kind) is Annotated:
        inner, *metas = get_args(kind)
        return _scalar(inner) | {
            name: getattr(meta, limit)
            for meta in metas
            for limit, name in _LIMITS.items()
            if getattr(meta, limit, None) is not None
        }
    closed = words(kind)
    if kind is bool:
        return {"enum": [True, False, *(closed or ())]}
    if closed is not None:
        return {"enum": list(closed)}
    if parses(kind) and not issubclass(kind, FormPart):
        return _TEXT | describe(kind).as_schema()
    return dict(_NUMBERS.get(kind, _TEXT))


def _either(schemas: list[Schema]) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _default(field: msgspec.structs.FieldInfo) -> Schema:
    """Return the default of a field as an entry of the schema, if it is a plain value."""
    default = field.default
    if isinstance(default, Decimal):
        return {"default": int(default) if default == default.to_integral() else float(default)}
    if isinstance(default, bool | int) or (isinstance(default, str) and default):
        return {"default": default}
    return {}
