"""Which packs judge a document, and which read last year's report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docxlint.linting.linter import make_linter
from docxlint.linting.pack_selection import PackSelector
from docxlint.packs import PackFault
from docxlint.plugins.hooks import Plugins
from docxlint.word.read import read

Docx = Callable[..., bytes]


def test_the_first_pack_that_applies_judges_the_document(offered: Plugins, report: Docx) -> None:
    linter = make_linter(offered=offered)
    for title, name in (("苹果报告", "apples"), ("梨子报告", "pears")):
        result = linter.lint(report(title))
        assert [pack.name for pack in result.packs] == [name]
        assert result.pack == result.packs[0]


def test_a_year_that_no_pack_covers_is_reported(offered: Plugins, report: Docx) -> None:
    result = make_linter(offered=offered).lint(report("梨子报告", 2019))
    assert (result.status, result.year) == ("no-pack", 2019)
    assert result.error is not None
    assert result.error.zh == (
        "没有适用于2019年度梨子报告的规则，未检查（如需检查，用 --pack 指定规则）"
    )


def test_a_pack_at_fault_is_not_blamed_on_the_document_and_keeps_no_other_from_judging(
    offered: Plugins, packs: Path, report: Docx
) -> None:
    rule = packs / "apples" / "rules" / "apples-only.yaml"
    text = rule.read_text("utf-8")
    rule.write_text(text.replace("sections:", "sektions:"), encoding="utf-8")
    linter = make_linter(offered=offered)
    result = linter.lint(report("梨子报告"))
    assert (result.status, [pack.name for pack in result.packs]) == ("checked", ["pears"])
    (broken,) = result.broken
    assert (broken.subject, broken.kind) == ("apples", "pack")
    assert "apples/rules/apples-only.yaml:5:3: there is no check “sektions”" in str(broken.reason)
    # By name it is a fault of the run.
    with pytest.raises(PackFault, match="sektions"):
        make_linter("apples", offered=offered)
    # What only it could judge is not judged, and no other document suffers.
    lost = linter.lint(report("苹果报告"))
    assert (lost.status, len(lost.broken)) == ("no-pack", 1)


def test_several_packs_each_judge_in_their_own_form(offered: Plugins, report: Docx) -> None:
    result = make_linter(["pears", "quiet"], offered=offered).lint(report("苹果报告"))
    assert [pack.name for pack in result.packs] == ["pears", "quiet"]


def test_named_packs_read_every_document(offered: Plugins, report: Docx) -> None:
    selector = make_linter("apples", offered=offered).selector
    for title, year in (("苹果报告", 2023), ("苹果报告", 2019), ("梨子报告", 2023)):
        selection = selector.select(read(report(title, year)))
        assert [pack.name for _, pack in selection.parts] == ["apples"]
        assert selection.closest is selection.parts[0][0]


def test_a_year_given_replaces_that_of_the_title(offered: Plugins, report: Docx) -> None:
    selector = make_linter(offered=offered).selector
    old = read(report("梨子报告", 2019))
    assert selector.select(old).parts == ()
    ((bound, pack),) = selector.select(old, 2023).parts
    assert (pack.name, bound.year) == ("pears", 2023)


def test_without_a_match_the_closest_form_is_that_of_the_same_kind(
    offered: Plugins, report: Docx
) -> None:
    selector = make_linter(offered=offered).selector
    old = selector.select(read(report("梨子报告", 2019)))
    assert old.closest is not None
    assert (old.same_kind, old.closest.form.title.name) == (True, "梨子报告")
    other = selector.select(read(report("桃子报告")))
    assert other.closest is not None
    assert (other.same_kind, other.closest.form.title.name) == (False, "苹果报告")


def test_without_packs_there_is_nothing_to_select(report: Docx) -> None:
    selection = PackSelector().select(read(report("苹果报告")))
    assert (selection.parts, selection.closest) == ((), None)


@pytest.mark.parametrize(
    ("named", "title", "year", "name"),
    [
        ("apples", "苹果报告", 2022, "apples"),
        ("apples", "梨子报告", 2022, "pears"),
        ("apples", "桃子报告", 2022, "apples"),
        ("quiet", "梨子报告", 2022, "quiet"),
        (None, "梨子报告", 2022, "pears"),
        (None, "梨子报告", 2019, None),
    ],
)
def test_last_years_report_may_be_in_the_form_of_another_pack(
    offered: Plugins, report: Docx, named: str | None, title: str, year: int, name: str | None
) -> None:
    selector = make_linter(named, offered=offered).selector
    selection = selector.select_previous(read(report(title, year)))
    assert [pack.name for _, pack in selection.parts] == ([] if name is None else [name])
