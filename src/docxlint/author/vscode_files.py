"""What an editor needs to complete and check the files of packs, as files of a folder.

They are those of VS Code with the extension redhat.vscode-yaml. Its patterns of paths are such
that a `*` stands for slashes too.
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
    """The JSON Schemas, as text by their paths in the folder."""
    return {f"{_FOLDER}/{name}.schema.json": _json(one) for name, one in schemas(kinds).items()}


def vscode_settings() -> dict[str, str]:
    """What makes VS Code use them, as text by the path in the folder."""
    patterns = {f"./{_FOLDER}/{name}.schema.json": f"**{p}" for name, p in _PATTERNS.items()}
    return {
        SETTINGS: _json({"yaml.schemas": patterns}),
        EXTENSIONS: _json({"recommendations": ["redhat.vscode-yaml"]}),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
