"""The settings in the repository give each file of a pack its schema, and no other."""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
KINDS = {"pack": "*/pack.yaml", "form": "*/form.yaml", "rule": "*/rules/*.yaml"}


def chosen(path: Path) -> list[str]:
    """The schemas of a file as the extension chooses: in a pattern, * stands for any text."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    patterns = settings["yaml.schemas"].items()
    return [
        schema
        for schema, pattern in patterns
        if re.search(re.escape(pattern).replace(r"\*", ".*") + "$", f"/{path.as_posix()}")
    ]


def test_each_file_of_a_pack_has_one_schema_which_exists() -> None:
    for kind, pattern in KINDS.items():
        files = [path.relative_to(ROOT) for path in (ROOT / "rules").glob(pattern)]
        assert files
        for path in files:
            assert chosen(path) == [f"./docs/schema/{kind}.schema.json"], path
    assert chosen(Path("docxlint.yaml")) == ["./docs/schema/config.schema.json"]
    for name in (*KINDS, "config"):
        assert (ROOT / "docs" / "schema" / f"{name}.schema.json").is_file()


def test_the_page_on_editors_names_files_that_the_command_writes() -> None:
    from docxlint.author.vscode_files import schema_files, vscode_settings

    page = (ROOT / "docs" / "editor.md").read_text(encoding="utf-8")
    for name in vscode_settings():
        assert f"`{name}`" in page
    (line,) = re.findall(r"\$schema=\.\./\.\./(\S+)", page)
    assert line in schema_files({})
