"""The JSON Schemas accept the files of the shipped packs and reject faulty ones."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import yaml

from docxlint.author import descriptions
from docxlint.author.json_schema import schemas
from docxlint.core.reference import FormPart
from docxlint.core.regex import Regex
from docxlint.packs import shipped
from docxlint.packs.form_file import FormParts
from docxlint.packs.form_table import BlockFile, SoleBlockFile, TableFile
from docxlint.packs.manifest import Manifest, PackRuleChange, RuleChange
from docxlint.packs.rule_file import RuleDefinition, RuleFile
from docxlint.packs.yaml.typed import fields_of, parses
from docxlint.rules.rule import Example, Kind
from docxlint.site.site_file import SiteFile

FILES = {"pack": "*/pack.yaml", "form": "*/form.yaml", "rule": "*/rules/*.yaml"}
CONFIG = """\
packs: [annual-report, ./local]
severities: {punctuation: info}
fail-on: warning
waivers:
  - {rule: report-year, document: "*某县*", reason: 机构改革, until: 2024-06-30}
baseline: known.json
lang: zh
plugins: false
"""


class Editor(yaml.SafeLoader):
    """Loads YAML 1.2, which has no dates; numbers and booleans are not text."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in known if tag != "tag:yaml.org,2002:timestamp"]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    return _keyed(yaml.load(text, Editor))  # noqa: S506 - a safe loader with less in it


def _keyed(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _keyed(inner) for key, inner in value.items()}
    return [_keyed(inner) for inner in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def validators(kinds: dict[str, Kind[Any]]) -> dict[str, jsonschema.Draft7Validator]:
    made = schemas(kinds)
    for schema in made.values():
        jsonschema.Draft7Validator.check_schema(schema)
    return {name: jsonschema.Draft7Validator(schema) for name, schema in made.items()}


def shipped_files() -> list[Any]:
    return [
        pytest.param(kind, path, id=path.relative_to(shipped()).as_posix())
        for kind, pattern in FILES.items()
        for path in sorted(shipped().glob(pattern))
    ]


@pytest.mark.parametrize(("kind", "path"), shipped_files())
def test_a_file_of_a_shipped_pack_is_valid(
    validators: dict[str, jsonschema.Draft7Validator], kind: str, path: Path
) -> None:
    validators[kind].validate(read(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(("kind", "path"), shipped_files())
def test_a_file_with_an_unknown_or_missing_key_is_not_valid(
    validators: dict[str, jsonschema.Draft7Validator], kind: str, path: Path
) -> None:
    data = read(path.read_text(encoding="utf-8"))
    assert not validators[kind].is_valid(data | {"nonsense": "1"})
    required = [key for key in data if key in ("name", "version", "source", "severity", "expect")]
    assert required or kind == "form"
    for key in required:
        assert not validators[kind].is_valid({k: v for k, v in data.items() if k != key})


def test_a_configuration_is_valid(validators: dict[str, jsonschema.Draft7Validator]) -> None:
    validators["config"].validate(read(CONFIG))


RULE = """\
title: 收支相等
severity: error
source: 某条
expect: {equation: {table: t, holds: a = b, each: row, tolerance: 0.01}}
examples:
  - {set: {t.a.b: 2}, finds: [不等], year: 2023}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("severity: error", "severity: eror"),
        ("each: row", "each: rows"),
        ("each: row", "eech: row"),
        ("holds: a = b", "hold: a = b"),
        ("holds: a = b", "holds: {a: b}"),
        ("equation:", "equatoin:"),
        ("tolerance: 0.01", "tolerance: little"),
        ("0.01}}", "0.01}, year: {statements: []}}"),
        ("{equation: {table: t, holds: a = b, each: row, tolerance: 0.01}}", "{}"),
        ("year: 2023", "year: 2023.5"),
        ("finds: [不等]", "finds: 不等"),
        ("finds: [不等], ", ""),
        ("set: {", "sett: {"),
        ("title: 收支相等", "title:"),
    ],
)
def test_a_broken_rule_is_not_valid(
    validators: dict[str, jsonschema.Draft7Validator], old: str, new: str
) -> None:
    validators["rule"].validate(read(RULE))
    assert old in RULE
    assert not validators["rule"].is_valid(read(RULE.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tolerance: 0.01", 'tolerance: "0.01"'),
        ("year: 2023", 'year: "2023"'),
        ("holds: a = b", "holds: [a = b, b = c]"),
        ("title: 收支相等", "title: 2023"),
        ("t.a.b: 2", "t.a.b: true"),
    ],
)
def test_a_scalar_may_be_text_or_a_number(
    validators: dict[str, jsonschema.Draft7Validator], old: str, new: str
) -> None:
    assert old in RULE
    validators["rule"].validate(read(RULE.replace(old, new)))


@pytest.mark.parametrize(
    "table",
    [
        {"in": "a", "columns": {"c": "列"}},
        {"in": "a", "columns": {"c": "列"}, "rows": {}},
        {"in": "a", "columns": {"c": ["列"]}, "rows": {"r": "行"}},
        {"in": "a", "blocks": []},
        {"in": "a", "blocks": [{"columns": {"c": "列"}, "rows": {"r": "行"}, "in": "a"}]},
        {"in": "a", "blocks": [{"columns": {"c": "列"}, "rows": {"r": "行"}}], "rows": {"r": "行"}},
    ],
)
def test_a_broken_table_is_not_valid(
    validators: dict[str, jsonschema.Draft7Validator], table: dict[str, Any]
) -> None:
    whole = {"in": "a", "columns": {"组": {"c": "列"}}, "rows": {"r": ""}}
    validators["form"].validate({"tables": {"t": whole}})
    assert not validators["form"].is_valid({"tables": {"t": table}})
    assert not validators["form"].is_valid({"tables": {"T t": whole}})


def test_changed_options_are_those_of_some_check(
    validators: dict[str, jsonschema.Draft7Validator],
) -> None:
    pack = {"name": "p", "version": "1.0.0", "title": "包", "extends": "q"}
    change: dict[str, Any] = {"change": {"r": {"options": {"each": "row", "least": 20}}}}
    validators["pack"].validate(pack | change)
    for options in ({"nonsense": 1}, {"each": "sideways"}, {}):
        broken = copy.deepcopy(change)
        broken["change"]["r"]["options"] = options
        assert not validators["pack"].is_valid(pack | broken)


def test_every_key_has_a_description(validators: dict[str, jsonschema.Draft7Validator]) -> None:
    def bare(schema: Any, path: str) -> Iterator[str]:
        if isinstance(schema, list):
            for inner in schema:
                yield from bare(inner, path)
        if not isinstance(schema, dict):
            return
        for key, inner in schema.get("properties", {}).items():
            if "description" not in inner and "anyOf" not in inner:
                yield f"{path}.{key}"
        for key, inner in schema.items():
            yield from bare(inner, f"{path}.{key}")

    assert [b for name, one in validators.items() for b in bare(one.schema, name)] == []


def _classes(kind: Any) -> Iterator[type]:
    """Yield the classes that values of the type `kind` contain."""
    for inner in getattr(kind, "__args__", ()):
        yield from _classes(inner)
    if not isinstance(kind, type) or hasattr(kind, "__args__"):
        return
    if parses(kind):
        if not issubclass(kind, FormPart):  # to whoever writes a pack they are plain text
            yield kind
    elif issubclass(kind, msgspec.Struct) and kind.__module__ != "docxlint.packs.yaml.nodes":
        yield kind
        for field in fields_of(kind).values():
            yield from _classes(field.type)


def test_every_class_and_key_of_a_pack_has_a_description(
    kinds: dict[str, Kind[Any]],
) -> None:
    roots = [
        Manifest,
        RuleChange,
        PackRuleChange,
        RuleDefinition,
        RuleFile,
        Example,
        FormParts,
        SoleBlockFile,
        TableFile,
        BlockFile,
    ]
    every = [*roots, SiteFile, *(kind.options for kind in kinds.values())]
    wanted: dict[str, set[str]] = {}
    for each in (inner for root in every for inner in _classes(root)):
        own = set() if parses(each) else set(fields_of(each))
        inherited = {key for base in each.__mro__[1:] if base in every for key in fields_of(base)}
        wanted[descriptions.class_key(each)] = (own - inherited) | {"about"}
    assert "core.regex.Regex" in wanted and descriptions.class_key(Regex) == "core.regex.Regex"
    described = {
        f"{name}: {key}" for name, known in descriptions.all_texts().items() for key in known
    }
    required = {f"{name}: {key}" for name, keys in wanted.items() for key in keys}
    assert sorted(required - described) == [], "not described in descriptions.zh.yaml"
    assert sorted(described - required) == [], (
        "described in descriptions.zh.yaml, but does not exist"
    )
