"""The exit status of a run: the contract with scripts."""

from __future__ import annotations

from collections.abc import Iterable

from docxlint.report.report import Report

CLEAN, FINDINGS, AT_FAULT, UNJUDGED = 0, 1, 2, 3

_WORST_FIRST = (AT_FAULT, UNJUDGED, FINDINGS, CLEAN)


def status(report: Report) -> int:
    """The status of one report: 2 where a rule or plugin broke, 3 where the document was not
    read, no pack applies, or something could not be judged and no finding says so, 1 where
    the run fails over anything found, else 0.
    """
    if report.broken:
        return AT_FAULT
    if report.status != "checked" or any(not open_.explained for open_ in report.unchecked):
        return UNJUDGED
    if any(report.failing):
        return FINDINGS
    return CLEAN


def worst(statuses: Iterable[int]) -> int:
    """The gravest of `statuses`, in the order 2, 3, 1, 0; 0 of none."""
    return min(statuses, key=_WORST_FIRST.index, default=CLEAN)
