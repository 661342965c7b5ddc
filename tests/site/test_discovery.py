"""Where the site's file of a folder is."""

from __future__ import annotations

from pathlib import Path

import pytest

from docxlint.site import SiteFault, search


def test_the_nearest_configuration_above_is_the_one(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert search(inner) is None
    (tmp_path / "docxlint.yaml").write_text("lang: en\n")
    assert search(inner) == tmp_path / "docxlint.yaml"
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.docxlint]\nlang = "en"\n')
    assert search(inner) == tmp_path / "docxlint.yaml"
    (tmp_path / "a" / "docxlint.yaml").write_text("lang: en\n")
    assert search(inner) == tmp_path / "a" / "docxlint.yaml"


def test_a_configuration_with_the_other_suffix_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "docxlint.yml").write_text("lang: en\n")
    with pytest.raises(SiteFault, match=r"docxlint\.yml:1:1: the configuration should be called"):
        search(tmp_path)
