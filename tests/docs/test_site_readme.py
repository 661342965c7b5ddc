"""The configurations that the README files show can be used as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docxlint.linting.linter import make_linter
from docxlint.plugins.available import require_plugins
from docxlint.site import read

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_configuration_of_a_readme_is_a_good_one(name: str, tmp_path: Path) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    (shown,) = re.findall(r"```yaml\n(# docxlint\.yaml\n.*?)```", text, re.DOTALL)
    path = tmp_path / "docxlint.yaml"
    path.write_text(shown, encoding="utf-8")
    (pack,) = make_linter(config=path, offered=require_plugins(installed=False)).packs
    assert pack.name == "annual-report"
    (waiver,) = read(path).waivers
    assert waiver.rule.text in {rule.name for rule in pack.rules}
