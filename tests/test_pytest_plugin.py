"""The pytest plugin, in a project that uses it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

FILES = {
    "pack.yaml": "name: toy\nversion: 1.0.0\ntitle: 小小的规则包\n",
    "form.yaml": """\
title: {name: 工作报告, wording: "{organ}{year}年工作报告"}
sections: {first: 一、情况, second: 二、打算}
""",
    "good.md": "# 某镇2023年工作报告\n## 一、情况\n一切如常。\n## 二、打算\n再接再厉。\n",
    "rules/sections.yaml": """\
title: 两个部分都有
severity: error
source: 惯例
expect:
  sections: {require: present}
examples:
  - drop: [sections.second]
    finds: [缺少“二、打算”这一部分]
  - finds: []
""",
}

Done = subprocess.CompletedProcess[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a test and a pack."""
    for name, text in FILES.items():
        path = tmp_path / "toy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "test_own.py").write_text("def test_own() -> None:\n    assert True\n")
    return tmp_path


@pytest.fixture
def run(project: Path) -> Callable[..., Done]:
    """pytest in that folder."""
    own = {k: v for k, v in os.environ.items() if not k.startswith(("DOCXLINT_", "PYTEST_"))}

    def call(*arguments: str) -> Done:
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
            cwd=project,
            env={**own, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=False,
        )

    return call


def rewrite(project: Path, name: str, old: str, new: str) -> None:
    path = project / "toy" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_example_is_a_test_with_a_unique_name(run: Callable[..., Done]) -> None:
    done = run("-v")
    assert done.returncode == 0, done.stdout
    for name in ("good", "sections", "sections[1-finds]", "sections[2-silent]"):
        assert f"toy/pack.yaml::{name} PASSED" in done.stdout
    assert "5 passed" in done.stdout


def test_an_example_can_be_selected_by_its_name(run: Callable[..., Done]) -> None:
    done = run("toy/pack.yaml::sections[1-finds]")
    assert "1 passed" in done.stdout


def test_a_wrong_example_fails_with_a_message(project: Path, run: Callable[..., Done]) -> None:
    rewrite(project, "rules/sections.yaml", "缺少“二、打算”这一部分", "少了一部分")
    done = run("toy")
    assert done.returncode == 1
    assert (
        "toy/rules/sections.yaml:7: sections 的第1个例子\n"
        "  7 |   - drop: [sections.second]\n"
        "    查出的问题与例子写的不符（- 是例子写的，+ 是实际结果）：\n"
        "    - 少了一部分\n"
        "    + 缺少“二、打算”这一部分\n"
    ) in done.stdout
    assert "Traceback" not in done.stdout
    assert "1 failed, 3 passed" in done.stdout


def test_a_faulty_pack_is_an_error_with_its_line(project: Path, run: Callable[..., Done]) -> None:
    rewrite(project, "rules/sections.yaml", "severity: error", "severity: eror")
    done = run("-o", "docxlint_lang=en")
    assert done.returncode == 2
    assert "toy/rules/sections.yaml:2:11: " in done.stdout
    assert "did you mean “error”?" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_line_that_is_not_filled_in_fails(project: Path, run: Callable[..., Done]) -> None:
    rewrite(project, "pack.yaml", "小小的规则包", "〔待填〕")
    done = run("toy")
    assert done.returncode == 1
    assert "toy/pack.yaml:3: toy\n  3 | title: 〔待填〕\n    这一行还没有填写" in done.stdout


def test_packs_elsewhere_are_named_in_the_configuration(
    project: Path, run: Callable[..., Done], tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away") / "toy"
    (project / "toy").rename(away)
    ini = f"[pytest]\ndocxlint_packs = {os.path.relpath(away, project)}\n"
    (project / "pytest.ini").write_text(ini, encoding="utf-8")
    assert "5 passed" in run().stdout
    assert "5 passed" in run("-n", "2").stdout
    assert "1 passed" in run("test_own.py").stdout
    assert f"{Path(os.path.relpath(away, project)).as_posix()}/pack.yaml::good PASSED" in (
        run("-v").stdout
    )


def test_a_missing_pack_is_a_usage_error(project: Path, run: Callable[..., Done]) -> None:
    ini = "[pytest]\ndocxlint_packs = annual-reprot\n"
    (project / "pytest.ini").write_text(ini, encoding="utf-8")
    done = run()
    assert done.returncode == 4
    assert "docxlint_packs: 没有名为“annual-reprot”的规则包" in done.stderr


def test_without_the_plugin_no_pack_is_collected(run: Callable[..., Done]) -> None:
    done = run("-p", "no:docxlint")
    assert (done.returncode, "1 passed" in done.stdout) == (0, True)


def test_nothing_is_imported_before_there_is_a_pack(
    project: Path, run: Callable[..., Done]
) -> None:
    (project / "toy" / "pack.yaml").unlink()
    (project / "test_own.py").write_text(
        "import sys\n"
        "def test_own() -> None:\n"
        "    ours = {name for name in sys.modules if name.startswith('docxlint')}\n"
        "    assert ours == {'docxlint', 'docxlint.pytest_plugin'}\n"
        "    assert not {'docx', 'lxml', 'yaml', 'msgspec'} & set(sys.modules)\n"
    )
    done = run()
    assert done.returncode == 0, done.stdout
