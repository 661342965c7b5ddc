"""JSON Schemas of the files of packs and sites, made from the classes that these are read into.

With them an editor completes keys, shows their descriptions, and marks unknown keys. They are
draft-07, which all editors support. What depends on other files, such as whether a name is in
the form, is checked only when the pack is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docxlint.author.type_schema import Nodes, Schema, schema_of, struct_schema
from docxlint.packs.form_file import FormParts
from docxlint.packs.form_table import BlockFile, SoleBlockFile, TableFile
from docxlint.packs.manifest import Manifest, PackRuleChange, RuleChange
from docxlint.packs.rule_file import RuleDefinition, RuleFile
from docxlint.rules.rule import Example, Kind
from docxlint.site.site_file import SiteFile

_DIALECT = "http://json-schema.org/draft-07/schema#"
_KEY = "^[a-z][a-z0-9_]*$"
_LINES = "lines"


def schemas(kinds: Mapping[str, Kind[Any]]) -> dict[str, Schema]:
    """Return the schemas by name.

    The names are "pack" (pack.yaml), "form" (form.yaml), "rule" (a file in rules/, with one of
    `kinds` as its check) and "config" (docxlint.yaml).
    """
    rule: Nodes = {
        (RuleDefinition, "expect"): _one_of(kinds),
        (RuleFile, "examples"): tuple[Example, ...],
    }
    pack: Nodes = {
        (Manifest, "change"): dict[str, PackRuleChange],
        (Manifest, "drop"): dict[str, str],
        (Manifest, "reword"): dict[str, str],
        (RuleChange, "options"): _any_of_all(kinds),
        (PackRuleChange, "examples"): tuple[Example, ...],
    }
    site: Nodes = {
        (SiteFile, "add"): dict[str, RuleDefinition],
        (SiteFile, "change"): dict[str, RuleChange],
        (SiteFile, "drop"): dict[str, str],
        (SiteFile, "reword"): dict[str, str],
        (RuleDefinition, "expect"): rule[RuleDefinition, "expect"],
        (RuleChange, "options"): pack[RuleChange, "options"],
    }
    return {
        "pack": _top("pack.yaml", struct_schema(Manifest, pack)),
        "form": _top("form.yaml", _form()),
        "rule": _top("rules/*.yaml", struct_schema(RuleFile, rule)),
        "config": _top("docxlint.yaml", struct_schema(SiteFile, site)),
    }


def _top(title: str, schema: Schema) -> Schema:
    return {"$schema": _DIALECT, "title": f"docxlint {title}", **schema}


def _one_of(kinds: Mapping[str, Kind[Any]]) -> Schema:
    """Return the schema of one check: its name with its options."""
    return {
        "type": "object",
        "properties": {name: struct_schema(kinds[name].options, {}) for name in sorted(kinds)},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }


def _any_of_all(kinds: Mapping[str, Kind[Any]]) -> Schema:
    """Return the schema of the options of any kind, for a change of a rule."""
    choices: dict[str, list[Schema]] = {}
    for name in sorted(kinds):
        for key, schema in struct_schema(kinds[name].options, {})["properties"].items():
            known = choices.setdefault(key, [])
            constraints = {word: what for word, what in schema.items() if word != "default"}
            if constraints not in known:
                known.append(constraints)
    return {
        "type": "object",
        "properties": {
            key: known[0] if len(known) == 1 else {"anyOf": known}
            for key, known in sorted(choices.items())
        },
        "additionalProperties": False,
        "minProperties": 1,
    }


def _form() -> Schema:
    label = schema_of(str, {})
    # A tree of `name: label`, or `label: {…}` for a group of them.
    tree = {"$ref": f"#/definitions/{_LINES}"}
    lines = {
        "type": "object",
        "additionalProperties": {"anyOf": [label, tree]},
        "minProperties": 1,
    }
    inside: Nodes = {(BlockFile, "columns"): tree, (BlockFile, "rows"): tree}
    block = struct_schema(BlockFile, inside)
    blocks = {"type": "array", "items": block, "minItems": 1}
    # Choose as the loader does, so that an editor reports the errors of the right shape.
    table = {
        "if": {"type": "object", "required": ["blocks"]},
        "then": struct_schema(TableFile, {(TableFile, "blocks"): blocks}),
        "else": struct_schema(SoleBlockFile, inside),
    }
    parts: Nodes = {(FormParts, "sections"): _named(label), (FormParts, "tables"): _named(table)}
    return struct_schema(FormParts, parts) | {"definitions": {_LINES: lines}}


def _named(schema: Schema) -> Schema:
    """Return the schema of a mapping from names of the form to `schema`."""
    return {
        "type": "object",
        "propertyNames": {"pattern": _KEY},
        "additionalProperties": schema,
    }
