"""`docxlint editor` writes what VS Code needs, and changes no settings that are there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

from docxlint.rules.rule import Kind

Run = Callable[..., Result]


def test_the_settings_name_the_schemas_that_are_written(
    run: Run, tmp_path: Path, kinds: dict[str, Kind[Any]]
) -> None:
    assert run("editor", str(tmp_path), "--no-plugins").exit_code == 0
    known = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert len(known["yaml.schemas"]) == 4
    for path in known["yaml.schemas"]:
        assert json.loads((tmp_path / path).read_text(encoding="utf-8"))["type"] == "object"
    rule = json.loads((tmp_path / ".vscode/docxlint/rule.schema.json").read_text(encoding="utf-8"))
    assert set(rule["properties"]["expect"]["properties"]) == set(kinds)


def test_existing_settings_are_kept_and_the_lines_to_add_are_shown(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / ".vscode" / "settings.json"
    path.parent.mkdir()
    path.write_text('{"editor.tabSize": 2}', encoding="utf-8")
    done = run("editor", str(tmp_path), "--lang", "en")
    assert path.read_text(encoding="utf-8") == '{"editor.tabSize": 2}'
    assert "settings.json already exists and was not changed; add this to it:\n{\n" in done.output
    assert '"./.vscode/docxlint/rule.schema.json": "**/rules/*.yaml"' in done.output


def test_once_set_up_only_the_schemas_are_written_again(run: Run, tmp_path: Path) -> None:
    run("editor", str(tmp_path))
    stale = tmp_path / ".vscode" / "docxlint" / "rule.schema.json"
    stale.write_text("{}", encoding="utf-8")
    done = run("editor", str(tmp_path))
    assert [line.rpartition("/")[2] for line in done.output.splitlines()] == [
        "pack.schema.json",
        "form.schema.json",
        "rule.schema.json",
        "config.schema.json",
    ]
    assert stale.stat().st_size > 1000


def test_a_folder_that_cannot_be_written_is_a_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".vscode").write_text("", encoding="utf-8")
    done = run("editor", str(tmp_path), "--lang", "en")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
