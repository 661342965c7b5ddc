"""One linter for the documents of each site's file."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from docxlint.cli.output.streams import Fault
from docxlint.cli.run_settings import RunSettings, SiteOptions
from docxlint.cli.site_files import SiteFiles
from docxlint.cli.site_linters import SiteLinters, make_site_linters
from docxlint.core.finding import Severity
from docxlint.plugins.available import require_plugins
from docxlint.site import SiteSettings


@pytest.fixture
def names(tmp_path: Path, toy: Path) -> list[str]:
    """Documents in two folders, the second with a site's file."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "docxlint.yaml").write_text(f"packs: {toy}\nfail-on: info\n")
    return [str(tmp_path / name) for name in ("a.docx", "b/b.docx", "b/c.docx")]


def linters(names: list[str], **options: frozenset[str]) -> SiteLinters:
    chosen = SiteOptions(plugins=False, **options)  # type: ignore[arg-type]
    site = chosen.apply(SiteSettings())
    settings = RunSettings("en", site, chosen, searches=True)
    offered = require_plugins(installed=False)
    return make_site_linters(settings, SiteFiles(settings), names, offered)


def test_documents_of_one_file_have_the_same_linter(names: list[str]) -> None:
    made = linters([*names, "-"])
    first, second, third = (made.of(name) for name in names)
    assert second is third
    assert made.of("-") is first
    assert made.distinct() == (first, second)
    assert second.linter.config.fail_on is Severity.INFO
    assert [pack.name for pack in second.linter.packs] == ["toy"]
    assert "annual-report" in [pack.name for pack in first.linter.packs]


def test_a_file_without_documents_has_no_linter(names: list[str]) -> None:
    assert len(linters(names[:1]).distinct()) == 1
    assert linters([]).distinct() == ()


def test_the_linters_can_go_to_another_process(names: list[str]) -> None:
    copied = pickle.loads(pickle.dumps(linters(names)))  # noqa: S301 - our own bytes
    assert copied.of(names[1]) is copied.of(names[2])


def test_a_rule_of_one_site_may_be_selected_for_all(names: list[str]) -> None:
    linters(names, select=frozenset({"section-extra", "balance"}))
    linters(names[1:], select=frozenset({"section-extra"}))
    with pytest.raises(Fault, match="there is no rule “fee-statement”"):
        linters(names[1:], ignore=frozenset({"fee-statement"}))
