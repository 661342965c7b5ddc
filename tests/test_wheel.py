"""An installed wheel has the packs that a checkout has."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    done = subprocess.run([*command, str(ROOT)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_is_named_docx_linter_and_contains_the_packs(wheel: Path) -> None:
    assert wheel.name.startswith("docx_linter-")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    rules = {p.name for p in (ROOT / "rules/annual-report/rules").iterdir()}
    shipped = {
        n.rpartition("/")[2] for n in names if n.startswith("docxlint/packs/shipped/annual-report/")
    }
    assert rules | {"pack.yaml", "form.yaml", "good.md"} <= shipped
    assert "docxlint/py.typed" in names
    assert not [name for name in names if name.startswith(("rules/", "tests/"))]


def test_an_installed_wheel_checks_a_report_outside_a_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    sample = next((ROOT / "sample_docs").glob("005 *.docx"))
    away = {**os.environ, "PYTHONPATH": str(site)}
    probe = (
        "import docxlint, docxlint.packs; print(docxlint.__file__); print(docxlint.packs.shipped())"
    )
    for command in (["-c", probe], ["-m", "docxlint", "check", str(sample)]):
        done = subprocess.run(
            [sys.executable, *command], capture_output=True, cwd=tmp_path, env=away, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        if command[0] == "-c":
            lines = done.stdout.decode().splitlines()
            assert [line.startswith(str(site)) for line in lines] == [True, True]
