"""Notes about a run on standard error."""

from __future__ import annotations

import msgspec
import pytest

from docxlint.cli.output.run_notes import RunNotes
from docxlint.core.finding import Broken
from docxlint.linting.linter import Linter, make_linter
from docxlint.report.report import Report


@pytest.fixture
def linter() -> Linter:
    return make_linter("annual-report")


def report(path: str, *broken: Broken) -> Report:
    return Report(path=path, sha256="", status="checked", broken=broken)


def test_a_fault_is_reported_once_with_the_number_of_documents(linter: Linter) -> None:
    notes = RunNotes()
    fault = Broken(subject="balance (equation)", reason="ValueError: x")
    for path in ("a.docx", "b.docx"):
        notes.add(report(path, fault), linter)
    notes.add(report("c.docx"), linter)
    assert list(notes.lines("zh")) == [
        "a.docx等2份文档：检查程序出错（与文档无关），规则 balance (equation)：ValueError: x"
    ]


def test_a_pack_that_cannot_be_used_has_its_own_sentence(linter: Linter) -> None:
    notes = RunNotes()
    notes.add(report("a.docx", Broken(subject="county", reason="line 1", kind="pack")), linter)
    assert list(notes.lines("en")) == [
        "the pack county is at fault and could not be used (a.docx):\nline 1"
    ]


def test_a_run_without_faults_has_no_notes(linter: Linter) -> None:
    notes = RunNotes()
    notes.add(msgspec.structs.replace(report("a.docx"), status="unreadable"), linter)
    assert list(notes.lines("zh")) == []
