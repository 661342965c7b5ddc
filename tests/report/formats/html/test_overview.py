"""The overview of a batch."""

from __future__ import annotations

from docxlint.report.formats.html.overview import Overview, standing
from docxlint.report.report import Report


def test_the_standing_of_a_document_is_its_most_serious_state(
    everything: tuple[Report, ...],
) -> None:
    assert [standing(report) for report in everything] == [
        *("error", "unread", "unread", "clean", "info", "open", "error"),
    ]


def test_the_overview_lists_documents_from_the_most_serious_on(
    everything: tuple[Report, ...],
) -> None:
    overview = Overview()
    for report in everything:
        overview.add(report, "zh")
    view = overview.view("zh")
    assert [line.turn for line in view.lines] == [2, 3, 1, 7, 6, 5, 4]
    assert [(bar.standing, bar.count) for bar in view.bars][:2] == [("unread", 2), ("error", 2)]


def test_frequent_findings_are_ordered_by_documents_and_waived_ones_do_not_count(
    full: Report, waived: Report
) -> None:
    overview = Overview()
    for report in (full, waived):
        overview.add(report, "zh")
    first, second, *_ = overview.view("zh").faults
    assert (first.rule, first.documents, first.findings) == ("heading-punctuation", 2, 2)
    assert (second.rule, second.documents, second.findings) == ("cell-blank", 1, 2)


def test_an_overview_of_nothing_is_empty() -> None:
    view = Overview().view("en")
    assert (view.bars, view.lines, view.faults) == ([], [], [])
