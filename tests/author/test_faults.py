"""Faults of packs as text for authors."""

from __future__ import annotations

from docxlint.author.faults import Failure, MarkdownFault
from docxlint.core.message import Message

MESSAGE = Message(zh="不对", en="wrong")


def test_a_fault_of_markdown_names_its_line() -> None:
    fault = MarkdownFault(3, MESSAGE)
    assert (fault.message.zh, str(fault)) == ("第3行：不对", "line 3: wrong")


def test_a_failure_names_its_file_line_rule_and_example() -> None:
    failure = Failure(
        message=MESSAGE, rule="sum", example=2, file="toy/sum.yaml", line=7, excerpt="finds: []"
    )
    assert failure.text("en", "toy") == (
        "toy/sum.yaml:7: sum, example 2\n  7 | finds: []\n    wrong\n"
    )


def test_a_failure_without_a_place_names_the_pack() -> None:
    assert Failure(message=MESSAGE).text("zh", "toy") == "toy\n    不对\n"
