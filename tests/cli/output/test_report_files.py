"""Several formats at once, each to its file or one to standard output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Make = Callable[[str], str]


def test_several_formats_are_written_at_once(
    run: Run, make: Make, toy: Path, tmp_path: Path
) -> None:
    page, data = tmp_path / "报告=1.html", tmp_path / "结果.json"
    path = make("wrong")
    files = ("--format", f"html={page}", "--format", f"json={data}")
    done = run("check", "--pack", str(toy), "--format", "text", *files, path)
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout == run("check", "--pack", str(toy), path).stdout
    assert json.loads(data.read_bytes())["summary"]["errors"] == 1
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_nothing_goes_to_standard_output_if_every_format_has_its_file(
    run: Run, make: Make, toy: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.md"
    done = run("check", "--pack", str(toy), "--format", f"markdown={file}", make("wrong"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert file.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--format", "text", "--format", "json"], "only one format can go to standard output"),
        (["--format", "text", "--format", "json=-"], "only one format can go to standard output"),
        (["--format", "json=a", "--format", "html=./a"], "two formats are to be written to ./a"),
        (["--format", "json=a", "--format", "html=b/../a"], "written to b/../a"),
        (["--format", "json="], "--format json= wants the name of a file"),
        (["--format", "json=no/a"], "no/a cannot be written: there is no folder no"),
        (["--format", "text", "--format", "json=b"], "b cannot be written: it is a folder"),
        (["--format", "json=a", "--output", "b"], "--output is for one format"),
        (["--format", "json=a", "--format", "text", "--output", "b"], "--output is for one format"),
        (["--format", "htm=a"], "did you mean “html”?"),
        (["--quiet", "--verbose"], "use only one of --quiet and --verbose"),
    ],
)
def test_what_cannot_be_meant_is_said_with_status_2_and_nothing_is_written(
    run: Run,
    make: Make,
    toy: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    message: str,
) -> None:
    path = make("clean")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b").mkdir()
    before = sorted(tmp_path.rglob("*"))
    done = run("check", "--lang", "en", "--pack", str(toy), *options, path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_report_that_cannot_be_written_keeps_no_other_from_its_file(
    run: Run, make: Make, toy: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    files = ("--format", "json=/dev/full", "--format", f"html={page}", "--format", "text")
    done = run("check", "--lang", "en", "--pack", str(toy), *files, make("wrong"))
    assert done.exit_code == 2
    assert "/dev/full cannot be written: No space left on device" in done.stderr
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "documents: 1; errors: 1" in done.stdout


def test_a_report_is_written_whole_or_what_was_there_stays(
    run: Run, make: Make, toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(fd: int, *_: object) -> object:
        os.close(fd)
        raise OSError(28, "No space left on device")

    file = tmp_path / "a.json"
    file.write_text("precious")
    monkeypatch.setattr("docxlint.cli.output.atomic_write.os.fdopen", torn)
    done = run("check", "--pack", str(toy), "--format", f"json={file}", make("wrong"))
    assert done.exit_code == 2
    assert file.read_text() == "precious"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".docx")] == []


@pytest.mark.parametrize("protected", ["a.json", "."])
def test_a_file_or_a_folder_that_is_protected_is_left_alone(
    run: Run,
    make: Make,
    toy: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    protected: str,
) -> None:
    file = tmp_path / "a.json"
    file.write_text("precious")
    locked = tmp_path / protected
    monkeypatch.setattr(
        "docxlint.cli.output.report_files.os.access", lambda path, _: Path(path) != locked
    )
    done = run(
        "check", "--lang", "en", "--pack", str(toy), "--format", f"json={file}", make("wrong")
    )
    assert (done.exit_code, file.read_text()) == (2, "precious")
    assert "a.json cannot be written: it is protected" in done.stderr


def test_a_report_keeps_the_rights_of_the_file_and_goes_where_a_link_leads(
    run: Run, make: Make, toy: Path, tmp_path: Path
) -> None:
    file, link = tmp_path / "a.json", tmp_path / "b.json"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    run("check", "--pack", str(toy), "--format", f"json={link}", make("wrong"))
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert json.loads(file.read_bytes())["summary"]["errors"] == 1


def test_who_waits_at_a_terminal_is_told_where_the_reports_are(
    run: Run, make: Make, toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.html"
    wanted = ("check", "--pack", str(toy), "--format", f"html={file}", make("wrong"))
    assert run(*wanted).stderr == ""
    monkeypatch.setattr("docxlint.cli.output.streams.is_console", lambda _: True)
    message = f"docxlint: 已生成报告：{file}\ndocxlint: 共1份文档：错误1处\n"
    assert run(*wanted).stderr == message


def test_a_format_never_overwrites_a_document(run: Run, make: Make, toy: Path) -> None:
    path = make("clean")
    before = Path(path).read_bytes()
    done = run("check", "--lang", "en", "--pack", str(toy), "--format", f"json={path}", path)
    assert done.exit_code == 2
    assert "--format names the document" in done.stderr
    assert Path(path).read_bytes() == before


def test_the_page_draws_the_tables_whatever_the_jobs(run: Run, make: Make, toy: Path) -> None:
    paths = [make("wrong"), make("clean")]
    options = ("--format", "html", "--pack", str(toy))
    pages = {run("check", *options, "--jobs", jobs, *paths).stdout for jobs in ("1", "2")}
    (page,) = pages
    assert page.count('<table class="drawn"') == 2
    assert page.count('<td class="error') == 1


def test_quiet_is_one_line_a_document(run: Run, make: Make, toy: Path) -> None:
    paths = [make("wrong"), make("clean"), make("unreadable")]
    lines = run("check", "-q", "--pack", str(toy), *paths).stdout.splitlines()
    assert [line.partition("：")[0] for line in lines[:3]] == paths
    assert lines[0].endswith("：错误1处")
    assert lines[1].endswith("：没有发现问题")
    assert lines[2].partition("：")[2].startswith("无法读取：")
    assert lines[3:] == ["共3份文档：错误1处，1份无法读取"]
    assert run("check", "-q", "--pack", str(toy), paths[1]).stdout == f"{paths[1]}：没有发现问题\n"


def test_verbose_tells_which_rules_passed(run: Run, make: Make, toy: Path) -> None:
    done = run("check", "-v", "--lang", "en", "--pack", str(toy), make("wrong"))
    assert "  Rules that passed: 1: section-extra\n" in done.stdout


@pytest.mark.parametrize("form", ["text", "json", "csv", "sarif", "github", "markdown"])
def test_nothing_is_imported_that_the_format_does_not_need(
    make: Make, toy: Path, form: str
) -> None:
    program = (
        "import sys; from docxlint.cli import run; run(sys.argv[1:]);"
        "print([name for name in ('rich', 'jinja2', 'docxlint.report.formats.html')"
        " if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            program,
            "check",
            "--format",
            form,
            "--pack",
            str(toy),
            make("wrong"),
        ],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.stderr == "[]\n"
