"""Files for VS Code that make it complete and check the files of packs.

They are for the extension redhat.vscode-yaml. In its path patterns `*` also matches slashes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from docxlint.author.json_schema import schemas
from docxlint.rules.rule import Kind

SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"

_FOLDER = ".vscode/docxlint"
_PATTERNS = {
    "pack": "/pack.yaml",
    "form": "/form.yaml",
    "rule": "/rules/*.yaml",
    "config": "/docxlint.yaml",
}


def schema_files(kinds: Mapping[str, Kind[Any]]) -> dict[str, str]:
    """Return the JSON Schemas as text, by their paths in the folder."""
    return {
        f"{_FOLDER}/{name}.schema.json": _json(schema) for name, schema in schemas(kinds).items()
    }


def vscode_settings() -> dict[str, str]:
    """Return the settings that make VS Code use the schemas, as text by path."""
    patterns = {f"./{_FOLDER}/{name}.schema.json": f"**{p}" for name, p in _PATTERNS.items()}
    return {
        SETTINGS: _json({"yaml.schemas": patterns}),
        EXTENSIONS: _json({"recommendations": ["redhat.vscode-yaml"]}),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
