"""The example plugin, installed into an environment of its own and used there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from docxlint.author import markdown_parser
from docxlint.word.make import write_document

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "examples" / "plugin"
GOOD = PLUGIN / "src/docxlint_summary/packs/work-summary/good.md"

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the plugin's folder: what is built and tested leaves nothing in ours."""
    return Path(
        shutil.copytree(
            PLUGIN,
            tmp_path_factory.mktemp("work") / "plugin",
            ignore=shutil.ignore_patterns("__pycache__", ".*"),
        )
    )


@pytest.fixture(scope="module")
def run(here: Path, environment: Callable[..., Path]) -> Run:
    """Runs a module in an environment that has the plugin, in the plugin's folder."""
    python = environment(here)
    own = {k: v for k, v in os.environ.items() if not k.startswith(("DOCXLINT_", "PYTEST_"))}

    def call(*arguments: str) -> Done:
        return subprocess.run(
            [str(python), "-m", *arguments],
            cwd=here,
            env={**own, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    return call


def test_the_plugin_is_listed_with_its_version_and_what_it_offers(run: Run) -> None:
    done = run("docxlint", "plugins")
    assert done.returncode == 0, done.stderr
    assert "summary 1.0.0" in done.stdout
    for offered in ("length", "tally", "work-summary"):
        assert offered in done.stdout


def test_its_pack_keeps_what_it_says(run: Run) -> None:
    done = run("docxlint", "test", "work-summary")
    assert (done.returncode, done.stdout) == (
        0,
        "work-summary：2条规则、5个例子，全部符合\n",
    )


def test_its_check_is_asked_and_its_report_written(run: Run, here: Path) -> None:
    text = GOOD.read_text(encoding="utf-8")
    short = "查阅大厅每周开放六天，接待查档1860人次。库房更换恒湿设备6台。"
    documents = here / "documents"
    documents.mkdir()
    for name, words in (("right", text), ("short", text.replace(short, ""))):
        (documents / f"{name}.docx").write_bytes(
            write_document.docx_bytes(markdown_parser.parse(words))
        )
    done = run("docxlint", "check", "documents", "--format", "tally", "--fail-on", "warning")
    assert (done.returncode, done.stdout) == (
        1,
        "规则,级别,处数,文档数\nwork-length,warning,1,1\n",
    )
    done = run("docxlint", "check", "documents")
    assert done.returncode == 0
    assert "“一、主要工作”只有 23 个字，应不少于 40 个字" in done.stdout


def test_without_plugins_nothing_of_it_is_known(run: Run) -> None:
    done = run("docxlint", "check", "--no-plugins", "--pack", "work-summary", "README.md")
    assert done.returncode == 2
    assert "work-summary" in done.stderr


def test_plain_pytest_runs_its_tests_and_its_examples(run: Run) -> None:
    done = run("pytest", "-v", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout
    assert "pack.yaml::work-length[1-finds] PASSED" in done.stdout
    assert "pack.yaml::good PASSED" in done.stdout
    assert "test_what_is_waived_is_not_counted PASSED" in done.stdout
    assert "10 passed" in done.stdout
