"""The national pack, and its verdicts on the good document with some words replaced."""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docxlint.author import markdown_parser
from docxlint.form.bind import bind
from docxlint.form.bound import BoundForm
from docxlint.packs import document, load, shipped
from docxlint.plugins import builtin
from docxlint.plugins.hooks import collect_plugins
from docxlint.rules.engine import Verdict, judge
from docxlint.rules.rule import Kind, Pack
from docxlint.word import read
from docxlint.word.make import write_document

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def kinds() -> dict[str, Kind[Any]]:
    return collect_plugins(builtin, installed=False).kinds


@pytest.fixture(scope="session")
def national(kinds: dict[str, Kind[Any]]) -> Pack:
    return load(shipped() / "annual-report", kinds)


@pytest.fixture(scope="session")
def good(national: Pack) -> str:
    return document(national)


@pytest.fixture(scope="session")
def bound(national: Pack, good: str) -> Callable[..., BoundForm]:
    """The national form bound to the good document, with some words replaced."""

    def make(swaps: dict[str, str] | None = None, *, year: int | None = None) -> BoundForm:
        text = good
        for old, new in (swaps or {}).items():
            assert old in text, f"{old} is not in the good document"
            text = text.replace(old, new)
        return bind(
            read.read(write_document.docx_bytes(markdown_parser.parse(text))), national.form, year
        )

    return make


@pytest.fixture(scope="session")
def verdict_of(national: Pack, bound: Callable[..., BoundForm]) -> Callable[..., Verdict]:
    """The verdict of one rule, or of all rules, on the good document with some words replaced."""

    def check(rule: str | None, swaps: dict[str, str] | None = None, **more: int) -> Verdict:
        rules = [r for r in national.rules if rule in (None, r.name)]
        assert rules, f"there is no rule {rule}"
        return judge(bound(swaps, **more), rules)

    return check


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Create a new environment with the packages of this one and with projects from folders. The
    result is its interpreter.
    """

    def make(*projects: Path) -> Path:
        home = tmp_path_factory.mktemp("environment")
        venv.create(home, with_pip=False)
        (packages,) = home.glob("lib/python*/site-packages")
        ours = next(path for path in sys.path if path.endswith("site-packages"))
        (packages / "ours.pth").write_text(f"import site; site.addsitedir({ours!r})\n")
        python = home / "bin" / "python"
        command = [sys.executable, "-m", "pip", "--python", str(python), "install"]
        command += ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"]
        for project in projects:
            done = subprocess.run([*command, str(project)], capture_output=True, check=False)
            assert done.returncode == 0, done.stderr.decode()
        return python

    return make
