"""Reports are written while the run goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from docxlint.cli.output import streams
from docxlint.cli.output.report_files import Output
from docxlint.cli.output.report_writer import ReportWriter
from docxlint.core.finding import Severity
from docxlint.plugins.available import require_plugins
from docxlint.plugins.hooks import Plugin, Plugins
from docxlint.report.format import Format
from docxlint.report.report import Report

Run = Callable[..., Result]
Make = Callable[[str], str]


def report(path: str) -> Report:
    return Report(path=path, sha256="", status="checked")


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What goes to standard output."""
    written: list[str] = []
    monkeypatch.setattr(streams, "put", lambda text, **_: written.append(text))
    return written


def plugins_with(format_class: type[Format]) -> Plugins:
    return Plugins(
        {},
        {**require_plugins(installed=False).formats, format_class.name: format_class},
        (),
        installed=(Plugin("toy", "1.0", formats=(format_class.name,)),),
    )


@pytest.mark.parametrize("form", ["text", "json", "csv", "github"])
def test_each_document_is_written_before_the_next_is_checked(form: str, screen: list[str]) -> None:
    with ReportWriter([Output(form)], require_plugins(installed=False), "usual", "zh") as writer:
        for number in range(3):
            writer.add(report(f"{number}.docx"))
            assert f"{number}.docx" in "".join(screen) or form == "github"
        assert writer.finish() == 0


def test_a_file_appears_only_when_the_run_ends(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    offered = require_plugins(installed=False)
    with ReportWriter([Output("json", str(file))], offered, "usual", "zh") as writer:
        writer.add(report("a.docx"))
        assert not file.exists()
        writer.finish()
    assert json.loads(file.read_bytes())["summary"]["documents"] == 1


def test_a_run_that_breaks_off_leaves_no_file(tmp_path: Path) -> None:
    output = Output("csv", str(tmp_path / "a.csv"))
    offered = require_plugins(installed=False)
    with (
        pytest.raises(KeyboardInterrupt),
        ReportWriter([output], offered, "usual", "zh") as writer,
    ):
        writer.add(report("a.docx"))
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_plugin_format_that_fails_later_stops_no_other(
    tmp_path: Path, screen: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    class Fussy(Format):
        name = "fussy"

        def document(self, report: Report) -> str:
            if report.path == "b.docx":
                raise ValueError("not this one")
            return report.path

    offered = plugins_with(Fussy)
    outputs = [Output("fussy", str(tmp_path / "a.txt")), Output("text")]
    with ReportWriter(outputs, offered, "quiet", "en") as writer:
        for name in ("a.docx", "b.docx", "c.docx"):
            writer.add(report(name))
        assert writer.finish() == 2
    assert "faulty plugin: toy 1.0: fussy: ValueError: not this one" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert "".join(screen).count("docx: nothing found") == 3


def test_text_and_json_of_a_batch_are_the_same_whatever_the_jobs(
    run: Run, make: Make, toy: Path
) -> None:
    paths = [make("wrong"), make("clean"), make("unreadable"), make("extra")]
    for form in ("text", "json"):
        options = ("--format", form, "--pack", str(toy))
        texts = {run("check", *options, "--jobs", jobs, *paths).stdout for jobs in ("1", "2")}
        assert len(texts) == 1


@pytest.mark.parametrize(
    "form", ["text", "json", "html", "markdown", "sarif", "junit", "github", "csv"]
)
def test_no_format_keeps_a_report(form: str) -> None:
    instance = require_plugins(installed=False).format(form)("zh")
    instance.begin()
    drawn = Report(path="a.docx", sha256="", status="checked", fail_on=Severity.INFO)
    references = sys.getrefcount(drawn)
    instance.document(drawn)
    assert sys.getrefcount(drawn) == references
    instance.end()


def test_a_closed_pipe_in_the_middle_of_a_batch_leaves_the_status(make: Make, toy: Path) -> None:
    reader, writer = os.pipe()
    command = [sys.executable, "-m", "docxlint", "check", "--pack", str(toy)]
    process = subprocess.Popen(
        [*command, *(make(kind) for kind in ("clean", "wrong", "extra"))],
        stdout=writer,
        stderr=subprocess.PIPE,
    )
    os.close(writer)
    os.read(reader, 1)
    os.close(reader)
    _, errors = process.communicate()
    assert (process.returncode, errors) == (1, b"")
