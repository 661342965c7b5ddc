"""The contract of the JSON report."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from docxlint.report.contract import SCHEMA, Document, json_schema

FILE = Path(__file__).parents[2] / "docs" / "report.schema.json"


def test_the_schema_is_valid_and_describes_one_run() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$ref"] == "#/$defs/Run"
    assert schema["$defs"]["Run"]["properties"]["schema"] == {"enum": [SCHEMA]}


def test_title_and_organ_are_strings_or_null() -> None:
    properties = json_schema()["$defs"]["Document"]["properties"]
    for name in ("title", "organ"):
        assert properties[name] == {"anyOf": [{"type": "string"}, {"type": "null"}]}


def test_the_file_in_the_repository_has_every_field_of_a_document() -> None:
    published = json.loads(FILE.read_text(encoding="utf-8"))["$defs"]["Document"]["properties"]
    assert list(published) == list(Document.__struct_fields__)
