from __future__ import annotations

from itertools import permutations

import msgspec
import pytest

from docxlint.cli.exit_status import status, worst
from docxlint.core.finding import Broken, Finding, Severity, UncheckedRule
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.report.report import Report

WORDS = Message("话", "words")
PLACE = Location("word/document.xml", "/w:document/w:body")
BROKEN = (Broken(subject="a", reason="b"),)


def report(state: str = "checked", **more: object) -> Report:
    return Report(path="a", sha256="", status=state, **more)  # type: ignore[arg-type]


def found(severity: Severity) -> tuple[Finding, ...]:
    return (Finding(rule="r", severity=severity, message=WORDS, location=PLACE),)


def open_question(*, explained: bool) -> tuple[UncheckedRule, ...]:
    return (UncheckedRule(rule="r", reason=WORDS, location=PLACE, explained=explained),)


ERROR, WARNING, INFO = (found(severity) for severity in Severity)


@pytest.mark.parametrize(
    ("one", "fail_on", "expected"),
    [
        (report(), "error", 0),
        (report(findings=ERROR), "error", 1),
        (report(findings=WARNING), "error", 0),
        (report(findings=WARNING), "warning", 1),
        (report(findings=INFO), "warning", 0),
        (report(findings=INFO), "info", 1),
        (report(findings=ERROR), "info", 1),
        (report(unchecked=open_question(explained=True)), "error", 0),
        (report(unchecked=open_question(explained=False)), "error", 3),
        (report(findings=ERROR, unchecked=open_question(explained=True)), "error", 1),
        (report(findings=ERROR, unchecked=open_question(explained=False)), "error", 3),
        (report("unreadable"), "error", 3),
        (report("no-pack"), "error", 3),
        (report(broken=BROKEN), "error", 2),
        (report(findings=ERROR, broken=BROKEN), "error", 2),
        (report(unchecked=open_question(explained=False), broken=BROKEN), "error", 2),
    ],
)
def test_the_status_of_a_document(one: Report, fail_on: str, expected: int) -> None:
    assert status(msgspec.structs.replace(one, fail_on=Severity(fail_on))) == expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [((0, 1), 1), ((0, 1, 3), 3), ((0, 1, 2, 3), 2), ((2, 3), 2), ((0, 0), 0), ((), 0)],
)
def test_the_worst_status_wins_in_any_order(statuses: tuple[int, ...], expected: int) -> None:
    assert {worst(order) for order in permutations(statuses)} == {expected}
