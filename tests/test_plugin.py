"""docxlint.plugin is all that a plugin imports, and it documents each of its names."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from docxlint import plugin
from docxlint.form.bound import BoundForm

ROOT = Path(__file__).parent.parent
IMPORT = re.compile(r"^\s*(?:from|import)\s+(docxlint(?:\.\w+)*)\b", re.MULTILINE)
PUBLIC = {"docxlint", "docxlint.plugin"}
# A plugin as a test installs it, and all that people copy from.
SOURCES = (
    ROOT / "README.md",
    ROOT / "README.zh-CN.md",
    ROOT / "tests" / "cli" / "commands" / "test_plugins.py",
    *sorted((ROOT / "examples").rglob("*.py")),
    *sorted((ROOT / "docs").glob("*.md")),
)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_plugins_and_docs_import_public_modules_alone(path: Path) -> None:
    modules = set(IMPORT.findall(path.read_text(encoding="utf-8")))
    assert modules <= PUBLIC


def test_the_sources_import_docxlint_at_all() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SOURCES]
    assert sum("docxlint.plugin" in IMPORT.findall(text) for text in texts) >= 5


@pytest.mark.parametrize("name", plugin.__all__)
def test_the_module_documents_each_name(name: str) -> None:
    assert getattr(plugin, name) is not None
    assert f"`{name}" in (plugin.__doc__ or "")


@pytest.mark.parametrize(
    ("text", "value"), [("12", Decimal(12)), ("１２", Decimal(12)), ("", None), ("无此项", None)]
)
def test_the_number_of_a_cell_is_read(
    bound: Callable[..., BoundForm], text: str, value: Decimal | None
) -> None:
    assert plugin.read_figure(bound(), text).value == value
