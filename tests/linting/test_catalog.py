"""The packs of a run: named, listed, loaded no sooner than needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import docxlint
from docxlint.linting.catalog import load_packs
from docxlint.linting.linter import make_linter
from docxlint.packs import NoSuchPack, shipped
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import Plugins

Docx = Callable[..., bytes]


def test_a_pack_that_says_not_to_what_it_applies_is_used_by_name_alone(
    offered: Plugins, report: Docx
) -> None:
    assert [pack.name for pack in make_linter(offered=offered).packs] == ["apples", "pears"]
    (pack,) = make_linter("quiet", offered=offered).lint(report("苹果报告")).packs
    assert pack.name == "quiet"


def test_packs_are_read_no_sooner_than_they_are_needed(
    offered: Plugins, packs: Path, report: Docx
) -> None:
    linter = make_linter(offered=offered)
    linter.lint(report("苹果报告"))
    (packs / "pears" / "pack.yaml").write_text("name: [\n")
    assert linter.lint(report("苹果报告")).broken == ()


def test_a_missing_pack_is_reported_before_any_document_is_read(offered: Plugins) -> None:
    with pytest.raises(NoSuchPack, match="there is no pack “aples”"):
        make_linter(["pears", "aples"], offered=offered)


def test_all_packs_are_had_as_their_files_say(offered: Plugins) -> None:
    assert [pack.name for pack in load_packs(offered=offered)] == ["apples", "pears", "quiet"]
    assert [pack.name for pack in load_packs("quiet", offered=offered)] == ["quiet"]


def test_the_shipped_packs_for_all_documents_are_those_that_say_so() -> None:
    names = [pack.name for pack in make_linter(offered=require_plugins(installed=False)).packs]
    assert "annual-report" in names
    assert all("applies:" in (shipped() / n / "pack.yaml").read_text("utf-8") for n in names)


def test_a_pack_that_changes_between_two_calls_is_loaded_anew(packs: Path, report: Docx) -> None:
    document = report("苹果报告")
    folder = packs / "apples"

    def version() -> str:
        (pack,) = docxlint.lint(document, folder).packs
        return pack.version

    assert version() == "1.0.0"
    own = folder / "pack.yaml"
    own.write_text(own.read_text("utf-8").replace("1.0.0", "1.1.0"), encoding="utf-8")
    assert version() == "1.1.0"
