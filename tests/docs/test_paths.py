"""The documentation names only files that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), ROOT / "docs/architecture.md", ROOT / "docs/editor.md")
    if path.name != "CHANGELOG.md" and path.exists()
)
IN_TEXT = re.compile(
    r"`((?:src|tests|docs|benchmarks|examples|rules|sample_docs|\.ci)/[^\s`*<>…]*)`"
)
LINK = re.compile(r"\]\(([^)#:]+)\)")


@pytest.mark.parametrize("page", PAGES)
def test_every_path_of_a_page_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    paths = [ROOT / name for name in IN_TEXT.findall(text)]
    paths += [(ROOT / page).parent / target for target in LINK.findall(text)]
    assert [str(path.relative_to(ROOT)) for path in paths if not path.exists()] == []


def test_paths_are_recognised() -> None:
    assert IN_TEXT.findall("`src/a.py` `docxlint.a` `tests/b`") == ["src/a.py", "tests/b"]
    assert LINK.findall("[a](docs/b.md) [c](https://d)") == ["docs/b.md"]
