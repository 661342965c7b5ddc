"""Severities and faults."""

from __future__ import annotations

from docxlint.core.finding import Broken, Severity
from docxlint.core.message import Message


def test_a_more_serious_severity_has_a_smaller_rank() -> None:
    assert sorted(Severity, key=lambda severity: severity.rank) == ["error", "warning", "info"]


def test_the_reason_of_a_fault_is_a_message_or_the_text_of_an_exception() -> None:
    assert Broken(subject="a", reason="ValueError: x").text("zh") == "ValueError: x"
    both = Broken(subject="a", reason=Message(zh="错", en="wrong"), kind="pack")
    assert (both.text("zh"), both.text("en")) == ("错", "wrong")
