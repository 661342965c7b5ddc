"""What holds of every format: its golden, and that nothing of a document acts on its reader."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from functools import cache

import msgspec
import pytest

from docxlint import __version__
from docxlint.core.finding import (
    Broken,
    Finding,
    Fix,
    NotApplicableRule,
    Severity,
    Suspect,
    UncheckedRule,
)
from docxlint.core.location import Location
from docxlint.core.message import Message
from docxlint.plugins import builtin
from docxlint.plugins.hooks import Plugins, collect_plugins
from docxlint.report.report import Report

FILES = {
    "html": "html",
    "markdown": "md",
    "sarif": "sarif",
    "junit": "xml",
    "github": "github.txt",
    "csv": "csv",
}


@cache
def offered() -> Plugins:
    return collect_plugins(builtin, installed=False)


HOSTILE = ["\x1b[31m", "\r", "\u202e", "\u2066", "\u2028", "\x07", "\ufffe", "\U0001ffff"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", FILES)
def test_a_run_is_its_golden(
    form: str, lang: str, everything: tuple[Report, ...], golden: Callable[[str], str]
) -> None:
    text = offered().format(form).render(everything, lang)
    for before in ("docxlint ", "版本 ", '"version": "'):
        text = text.replace(f"{before}{__version__}", f"{before}0")
    assert text == golden(f"run.{lang}.{FILES[form]}")


def test_every_format_is_offered_and_those_that_draw_ask_for_tables() -> None:
    names = set(offered().formats)
    assert names == {*FILES, "text", "json"}
    assert {name for name in names if offered().format(name).needs_tables} == {"html"}


@pytest.mark.parametrize("form", [*FILES, "text", "json"])
def test_a_run_without_documents_is_a_report_too(form: str) -> None:
    assert offered().format(form).render((), "zh").endswith("\n")


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_of_a_document_reaches_the_reader_unescaped(form: str, hostile: str) -> None:
    for lang in ("zh", "en"):
        text = offered().format(form).render((poisoned(hostile), poisoned(hostile)), lang)
        # JSON may write a backslash for what is visible already; a line of CSV ends in CR LF.
        body = text.replace("\r\n", "\n") if form == "csv" else text
        assert hostile not in body.removeprefix("\ufeff")


def test_waived_findings_are_shown_as_such_in_every_format(waived: Report) -> None:
    for form in (*FILES, "text", "json"):
        text = offered().format(form).render((waived,), "en")
        assert "the form that the county gave out" in text, form
        assert "baseline" in text, form


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "＝", " =", "\t="])
def test_no_cell_of_the_spreadsheet_is_a_formula(lead: str) -> None:
    text = offered().format("csv").render((poisoned(f"{lead}cmd|' /C calc'!A0"),), "zh")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert [cell for cell in cells if cell.strip().startswith(tuple("=+-@＝"))] == []
    assert any(cell.startswith(("'=", "'+", "'-", "'@", "'＝", "' =", "\\t=")) for cell in cells)


def test_the_spreadsheet_has_a_row_for_all_that_is_no_pass(everything: tuple[Report, ...]) -> None:
    text = offered().format("csv").render(everything, "en")
    assert text.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert {len(row) for row in rows} == {len(head)}
    kinds = [row[head.index("kind")] for row in rows]
    assert {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)} == {
        "finding": 9,
        "nothing found": 1,
        "not checked": 9,
        "no rules apply": 1,
        "fault of a rule, not of the document": 1,
        "not read": 1,
        "waived": 3,
    }


def test_a_command_to_github_ends_where_it_should() -> None:
    report = poisoned("a%b:c,d::error::e")
    *lines, last = offered().format("github").render((report,), "en").splitlines()
    assert last.startswith("documents: 1")
    for line in lines:
        _, properties, message = line.split("::", 2)
        assert [pair.partition("=")[0].rpartition(" ")[2] for pair in properties.split(",")] == [
            "file",
            "title",
        ]
        assert "%25b" in properties + message
        assert "%b" not in properties + message


def poisoned(text: str) -> Report:
    """A report that says `text` wherever it can say anything."""
    both = Message(text, text)
    place = Location(text, f"/w:document/{text}", section=text, row=text, column=text, text=text)
    found = Finding(
        rule=text,
        severity=Severity.ERROR,
        message=both,
        location=place,
        expected=f"{text}1",
        found=text,
        related=(place, msgspec.structs.replace(place, section=None)),
        suspects=(Suspect(text, text, text, text),),
        fix=Fix(place, text),
    )
    return Report(
        path=text,
        sha256="",
        status="no-pack",
        error=both,
        findings=(found, msgspec.structs.replace(found, rule=f"{text}2", waived=both)),
        unchecked=(UncheckedRule(rule=text, reason=both, location=place),),
        broken=(Broken(subject=text, reason=text),),
        passed=(f"{text}3",),
        not_applicable=(NotApplicableRule(rule=f"{text}4", reason=both),),
    )
