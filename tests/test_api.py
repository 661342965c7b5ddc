"""Which packs judge a document, and what happens where one of them cannot be used."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from docxlint.author import markdown_parser
from docxlint.linting.catalog import load_packs
from docxlint.linting.linter import make_linter
from docxlint.packs import NoSuchPack, PackFault, shipped
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import Plugins
from docxlint.word.make import write_document

FORM = """\
title: {{name: {name}, wording: "{{organ}}{{year}}年{name}"}}
sections: {{first: 一、情况}}
"""
RULE = """\
title: 没有别的部分
severity: error
source: 无
expect:
  sections: {require: only}
"""


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A folder of packs: `apples` and `pears`, each for its reports, and `quiet` for none."""
    for name, title in (("apples", "苹果报告"), ("pears", "梨子报告"), ("quiet", "苹果报告")):
        folder = tmp_path / name
        (folder / "rules").mkdir(parents=True)
        applies = "" if name == "quiet" else f"applies: {{title: [{title}], since: 2020}}\n"
        own = f"name: {name}\nversion: 1.0.0\ntitle: {title}\n{applies}"
        (folder / "pack.yaml").write_text(own, encoding="utf-8")
        (folder / "form.yaml").write_text(FORM.format(name=title), encoding="utf-8")
        (folder / "rules" / f"{name}-only.yaml").write_text(RULE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def offered(packs: Path) -> Plugins:
    return msgspec.structs.replace(require_plugins(others=False), packs=(packs,))


def report(title: str, year: int = 2023) -> bytes:
    return write_document.docx_bytes(
        markdown_parser.parse(f"# 某镇{year}年{title}\n## 一、情况\n一切如常。\n")
    )


def test_the_first_pack_that_applies_judges_the_document(offered: Plugins) -> None:
    linter = make_linter(offered=offered)
    for title, name in (("苹果报告", "apples"), ("梨子报告", "pears")):
        made = linter.lint(report(title))
        assert [pack.name for pack in made.packs] == [name]
        assert made.pack == made.packs[0]


def test_a_pack_that_says_not_to_what_it_applies_is_used_by_name_alone(offered: Plugins) -> None:
    assert [pack.name for pack in make_linter(offered=offered).packs] == ["apples", "pears"]
    (pack,) = make_linter("quiet", offered=offered).lint(report("苹果报告")).packs
    assert pack.name == "quiet"


def test_a_year_that_no_pack_is_for_is_said(offered: Plugins) -> None:
    made = make_linter(offered=offered).lint(report("梨子报告", 2019))
    assert (made.status, made.year) == ("no-pack", 2019)
    assert made.error is not None
    assert "2019" in made.error.zh


def test_packs_are_read_no_sooner_than_they_are_needed(offered: Plugins, packs: Path) -> None:
    linter = make_linter(offered=offered)
    linter.lint(report("苹果报告"))
    (packs / "pears" / "pack.yaml").write_text("name: [\n")
    assert linter.lint(report("苹果报告")).broken == ()


def test_a_pack_at_fault_is_not_blamed_on_the_document_and_keeps_no_other_from_judging(
    offered: Plugins, packs: Path
) -> None:
    rule = packs / "apples" / "rules" / "apples-only.yaml"
    rule.write_text(RULE.replace("sections:", "sektions:"), encoding="utf-8")
    linter = make_linter(offered=offered)
    made = linter.lint(report("梨子报告"))
    assert (made.status, [pack.name for pack in made.packs]) == ("checked", ["pears"])
    (broken,) = made.broken
    assert (broken.who, broken.of) == ("apples", "pack")
    assert "apples/rules/apples-only.yaml:5:3: there is no check “sektions”" in str(broken.what)
    # By name it is a fault of the run.
    with pytest.raises(PackFault, match="sektions"):
        make_linter("apples", offered=offered)
    # What only it could judge is not judged, and no other document suffers.
    lost = linter.lint(report("苹果报告"))
    assert (lost.status, len(lost.broken)) == ("no-pack", 1)


def test_several_packs_each_judge_in_their_own_form(offered: Plugins) -> None:
    made = make_linter(["pears", "quiet"], offered=offered).lint(report("苹果报告"))
    assert [pack.name for pack in made.packs] == ["pears", "quiet"]


def test_a_pack_that_there_is_not_is_said_before_any_document_is_read(offered: Plugins) -> None:
    with pytest.raises(NoSuchPack, match="there is no pack “aples”"):
        make_linter(["pears", "aples"], offered=offered)


def test_all_packs_are_had_as_their_files_say(offered: Plugins) -> None:
    assert [pack.name for pack in load_packs(offered=offered)] == ["apples", "pears", "quiet"]
    assert [pack.name for pack in load_packs("quiet", offered=offered)] == ["quiet"]


def test_the_shipped_packs_for_all_documents_are_those_that_say_so() -> None:
    names = [pack.name for pack in make_linter(offered=require_plugins(others=False)).packs]
    assert "annual-report" in names
    assert all("applies:" in (shipped() / n / "pack.yaml").read_text("utf-8") for n in names)
