"""The report is the same after LibreOffice has saved the document."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from docxlint.api import Linter

from . import written
from .report_summary import misplaced, summarize, visible_lines
from .word import Word

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")

Saved = Callable[[str], bytes]


@pytest.fixture(scope="module")
def saved(faulty: bytes, tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """The document as LibreOffice saves it: with typed or automatic numbers, or through .odt."""
    folder = tmp_path_factory.mktemp("libreoffice")
    numbered = Word(faulty)
    written.headings_numbered_by_style(numbered)
    for name, data in (("typed", faulty), ("numbered", numbered.data())):
        (folder / f"{name}.docx").write_bytes(data)
    _convert(folder, "docx", folder / "out", "typed.docx", "numbered.docx")
    _convert(folder, "odt", folder, "typed.docx")
    _convert(folder, "docx", folder / "odt", "typed.odt")
    files = {name: folder / "out" / f"{name}.docx" for name in ("typed", "numbered")}
    files["odt"] = folder / "odt" / "typed.docx"
    return lambda name: files[name].read_bytes()


def _convert(folder: Path, kind: str, out: Path, *names: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
    subprocess.run(
        [*command, *(str(folder / name) for name in names)],
        check=True,
        capture_output=True,
        timeout=180,
    )


@pytest.mark.parametrize("name", ["typed", "numbered", "odt"])
def test_the_report_is_the_same_after_libreoffice(
    name: str, saved: Saved, linter: Linter, faulty: bytes
) -> None:
    data = saved(name)
    report = linter.lint(data)
    assert summarize(report) == summarize(linter.lint(faulty))
    assert visible_lines(data) == visible_lines(faulty)
    assert list(misplaced(data, report)) == []
