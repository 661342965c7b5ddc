"""The generated files in the repository are up to date."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_nothing_generated_is_stale() -> None:
    done = subprocess.run(
        [sys.executable, "docs/refresh.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT / "src")},
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_a_readme_begins_with_the_two_commands_and_a_screen(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    demo, test, screen = text.index("make demo"), text.index("make test"), text.index("$ docxlint")
    assert demo < test < screen < text.index("\n## ")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_a_readme_contains_the_complete_intake_script(name: str) -> None:
    script = (ROOT / "examples" / "intake.py").read_text(encoding="utf-8")
    assert f"```python\n{script}```" in (ROOT / name).read_text(encoding="utf-8")
