"""Configurations written to a folder and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docxlint.site import SiteFault, SiteSettings, read

FaultRow = tuple[str, int, int, str, str | None]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., SiteSettings]:
    """The configuration that a text writes, in a file of that name in the current folder."""
    monkeypatch.chdir(tmp_path)

    def make(text: str, name: str = "docxlint.yaml") -> SiteSettings:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read(path)

    return make


@pytest.fixture
def faults_of(site: Callable[..., SiteSettings]) -> Callable[..., list[FaultRow]]:
    """What is wrong with a configuration: file, line, column, message and hint in English."""

    def faults(text: str, name: str = "docxlint.yaml") -> list[FaultRow]:
        with pytest.raises(SiteFault) as caught:
            site(text, name)
        return [
            (f.file, f.line, f.column, f.message.en, None if f.hint is None else f.hint.en)
            for f in caught.value.faults
        ]

    return faults
