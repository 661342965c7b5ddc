"""The examples of each shipped pack hold, and each pack is used for its documents."""

from collections.abc import Callable

import pytest

from docxlint.author.pack_tests import run_pack_tests
from docxlint.packs import names, shipped
from docxlint.report.report import Report
from docxlint.rules.rule import Pack

PACKS = tuple(names((shipped(),)))
NATIONAL = "annual-report"
FORMER = "annual-report-2019"
ACCOUNTS = "final-accounts"
PROVINCES = ("annual-report-chongqing", "annual-report-jiangsu", "annual-report-ningxia")

Linted = Callable[..., Report]
ShippedPack = Callable[[str], Pack]


def findings_of(report: Report) -> list[tuple[str, str]]:
    return [(finding.rule, finding.message.zh) for finding in report.findings]


def used(report: Report) -> str | None:
    return report.pack.name if report.pack is not None else None


def test_every_shipped_pack_is_tested_here() -> None:
    assert {NATIONAL, FORMER, ACCOUNTS, *PROVINCES} == set(PACKS)


@pytest.mark.parametrize("name", PACKS)
def test_the_examples_of_a_shipped_pack_hold(name: str, shipped_pack: ShippedPack) -> None:
    failures = [(f.rule, f.example, f.message.zh) for f in run_pack_tests(shipped_pack(name))]
    assert failures == []


@pytest.mark.parametrize("name", PACKS)
def test_every_rule_of_a_shipped_pack_names_its_source(
    name: str, shipped_pack: ShippedPack
) -> None:
    for rule in shipped_pack(name).rules:
        assert rule.source.strip(), rule.name
        assert rule.title.zh != rule.title.en, rule.name


@pytest.mark.parametrize("name", PROVINCES)
def test_the_source_of_a_provincial_rule_is_a_practice(
    name: str, shipped_pack: ShippedPack
) -> None:
    rules = [rule for rule in shipped_pack(name).rules if rule.pack == name]
    assert rules
    for rule in rules:
        assert "地方做法（据已公布的报告）" in rule.source, rule.name
        assert rule.severity == "warning", rule.name


@pytest.mark.parametrize("name", (NATIONAL, FORMER, ACCOUNTS))
def test_the_pack_is_chosen_by_title_and_year(name: str, linted: Linted) -> None:
    report = linted(name)
    assert (used(report), findings_of(report), report.unchecked) == (name, [], ())


@pytest.mark.parametrize("year", (2019, 2020))
def test_the_form_of_2019_is_chosen_for_its_two_years(year: int, linted: Linted) -> None:
    report = linted(FORMER, {"2020年": f"{year}年", "2021年": f"{year + 1}年"})
    assert (used(report), report.year) == (FORMER, year)
    assert findings_of(report) == []


@pytest.mark.parametrize(("year", "pack"), [(2018, None), (2021, NATIONAL), (2022, NATIONAL)])
def test_the_form_of_2019_is_not_chosen_for_another_year(
    year: int, pack: str | None, linted: Linted
) -> None:
    report = linted(FORMER, {"2020年": f"{year}年"})
    assert used(report) == pack


@pytest.mark.parametrize("name", PROVINCES)
def test_a_provincial_pack_is_used_only_by_name(name: str, linted: Linted) -> None:
    assert used(linted(name)) == NATIONAL
    named = linted(name, by=name)
    assert (used(named), findings_of(named), named.unchecked) == (name, [], ())


@pytest.mark.parametrize("name", PROVINCES)
def test_a_provincial_pack_finds_what_its_practice_requires(name: str, linted: Linted) -> None:
    found = {finding.rule for finding in linted(NATIONAL, by=name).findings}
    assert (
        found
        == {
            "annual-report-chongqing": {"notice-cited"},
            "annual-report-jiangsu": {"contact-address", "contact-postcode", "fee-amount"},
            "annual-report-ningxia": set(),
        }[name]
    )


def test_a_provincial_pack_reports_a_missing_introduction(linted: Linted) -> None:
    report = linted(
        "annual-report-ningxia",
        {"国办公开办函〔2021〕30号": "某文件", "从2023年1月1日至12月31日": "2023年全年"},
        by="annual-report-ningxia",
    )
    assert {finding.rule for finding in report.findings} == {"notice-cited", "period-stated"}
