"""A fixed part of the mutations: each is found in place, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.equivalence.word import Word

from docxlint.report.report import Report

from .advice import follow_advice, has_advice
from .judge import Tally
from .mutations import GoodReport, Mutation
from .tellings import TELLINGS, tell

STEP = 30


@pytest.fixture(scope="module")
def report() -> GoodReport:
    return GoodReport()


def test_there_are_mutations_of_every_rule(report: GoodReport) -> None:
    mutations = list(report.mutations())
    assert len(mutations) >= 500
    named = {rule for mutation in mutations for rule in mutation.rules}
    assert named == {rule.name for rule in report.pack.rules}


@pytest.mark.parametrize(
    ("number", "telling"), list(enumerate(TELLINGS)), ids=lambda each: getattr(each, "__name__", "")
)
def test_some_mutations_are_found_in_place_and_nothing_else(
    number: int, telling: Callable[[Word], None], report: GoodReport
) -> None:
    tally = Tally()
    faults = [
        f"{mutation.name}: {fault}"
        for mutation in list(report.mutations())[number::STEP]
        for fault in tally.add(mutation, _check(report, mutation, telling))
    ]
    assert faults == []
    assert tally.mutations == tally.found > 20


def _check(report: GoodReport, mutation: Mutation, telling: Callable[[Word], None]) -> Report:
    return report.check(mutation, tell(report.write(mutation.changes), telling))


def test_following_all_advice_for_a_figure_or_a_label_leaves_a_silent_report(
    report: GoodReport,
) -> None:
    followed = 0
    for mutation in list(report.mutations())[::9]:
        if mutation.also is None:
            continue
        data = report.write(mutation.changes)
        first = report.check(mutation, data)
        if has_advice(first):
            followed += 1
            second = report.check(mutation, follow_advice(data, first))
            assert [finding.message.en for finding in second.findings] == [], mutation.name
    assert followed > 50
