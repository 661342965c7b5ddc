from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docxlint.plugins import installed
from docxlint.plugins.installed import entry_points


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the only entry of sys.path."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def distribution(folder: Path, text: str) -> None:
    record = folder / "toy-1.0.dist-info"
    record.mkdir(parents=True)
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: toy\nVersion: 1.0\n")
    (record / "entry_points.txt").write_text(text)


def test_an_entry_point_of_the_group_is_listed(only: Path) -> None:
    distribution(only, "[docxlint]\ntoy = toy:plugin\n")
    assert [point.name for point in entry_points(group="docxlint")] == ["toy"]


def test_entry_points_of_other_groups_are_ignored(only: Path) -> None:
    distribution(only, "[console_scripts]\ntoy = toy:main\n")
    assert list(entry_points(group="docxlint")) == []


def test_a_distribution_without_entry_points_is_ignored(only: Path) -> None:
    (only / "bare-1.0.dist-info").mkdir()
    (only / "file-1.0.egg-info").write_text("Name: file\n")
    assert list(entry_points(group="docxlint")) == []


def test_a_place_that_cannot_be_listed_may_have_plugins(
    only: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = only / "packages.zip"
    archive.write_bytes(b"")
    monkeypatch.setattr(sys, "path", [str(archive)])
    assert installed._is_named("[docxlint]")


def test_without_plugins_importlib_metadata_is_not_imported() -> None:
    probe = (
        "import sys; from docxlint.plugins.installed import entry_points;"
        "print(list(entry_points(group='no such group')), 'importlib.metadata' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", probe],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(Path(installed.__file__).parents[2])},
    )
    assert done.stdout.decode().split() == ["[]", "False"], done.stderr.decode()
