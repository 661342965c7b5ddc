"""The command as a process: encodings, pipes, imports, exit statuses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from docxlint.cli import run as run_command

Make = Callable[[str], str]
COMMAND = (sys.executable, "-m", "docxlint")
UNSET = ("DOCXLINT_LANG", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONUTF8", "PYTHONIOENCODING")
LOCALES = {
    "plain": {},
    "C": {"LANG": "C"},
    "C without UTF-8 mode": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "POSIX": {"LC_ALL": "POSIX"},
}


def start(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    own = {name: value for name, value in os.environ.items() if name not in UNSET}
    return subprocess.run(
        [*COMMAND, *arguments], env=own | environment, capture_output=True, check=False
    )


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_pipe_gets_utf_8_under_every_locale(
    make: Make, toy: Path, locale: str, form: str
) -> None:
    path = make("wrong")
    done = start("check", "--format", form, "--pack", str(toy), path, **LOCALES[locale])
    assert (done.returncode, done.stderr) == (1, b"")
    text = done.stdout.decode("utf-8")
    assert "收到的 文档" in text
    assert "balance" in text
    if form == "json":
        assert json.loads(text)["documents"][0]["path"] == path


def test_a_console_in_gbk_gets_gbk(make: Make, toy: Path) -> None:
    done = start("check", "--pack", str(toy), make("wrong"), PYTHONIOENCODING="gbk")
    assert done.returncode == 1
    assert "收到的 文档" in done.stdout.decode("gbk")
    assert "错误1处" in done.stdout.decode("gbk")


def test_json_is_utf_8_on_every_console(make: Make, toy: Path) -> None:
    path = make("wrong")
    done = start("check", "--format", "json", "--pack", str(toy), path, PYTHONIOENCODING="gbk")
    assert json.loads(done.stdout.decode("utf-8"))["documents"][0]["path"] == path


def test_characters_that_a_console_lacks_are_escaped(make: Make, toy: Path, tmp_path: Path) -> None:
    path = tmp_path / "한글😀.docx"
    path.write_bytes(Path(make("wrong")).read_bytes())
    for encoding in ("gbk", "ascii", "gbk:strict"):
        done = start("check", "--pack", str(toy), str(path), PYTHONIOENCODING=encoding)
        assert done.returncode == 1, done.stderr
        assert b"\\U0001f600.docx" in done.stdout


def test_faults_are_written_in_utf_8_too(toy: Path) -> None:
    done = start("check", "--pack", str(toy), "没有.docx", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 2
    assert done.stderr.decode("utf-8") == "docxlint: 没有这个文件或文件夹：没有.docx\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a file name")
@pytest.mark.parametrize("locale", LOCALES)
def test_a_name_that_is_not_text_is_escaped(
    make: Make, toy: Path, tmp_path: Path, locale: str
) -> None:
    path = os.fsencode(tmp_path) + b"/\xb1\xa8\x1b[31m.docx"
    Path(os.fsdecode(path)).write_bytes(Path(make("clean")).read_bytes())
    for form in ("text", "json"):
        done = start("check", "--format", form, "--pack", str(toy), path, **LOCALES[locale])
        assert done.returncode == 0, done.stderr
        assert b"\x1b" not in done.stdout
        assert rb"\xb1" in done.stdout
        done.stdout.decode("utf-8")


def test_a_control_character_in_an_option_does_not_reach_the_console() -> None:
    done = start("check", "--no\x1b[31m", "a")
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr


def test_a_closed_pipe_gives_no_error_message(make: Make, toy: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*COMMAND, "check", "--pack", str(toy), make("wrong")],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_does_not_give_the_status_of_findings(make: Make, toy: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "check", "--pack", str(toy), make("wrong")],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize(("path", "status"), [("wrong", 1), ("clean", 0), ("", 2)])
def test_the_status_is_right_without_standard_error(
    make: Make, toy: Path, path: str, status: int
) -> None:
    named = make(path) if path else "no-such-file.docx"
    stale = toy / "docxlint.yaml"
    stale.write_text(
        "waivers:\n  - rule: balance\n    document: '*'\n    reason: 旧\n    until: 2020-01-01\n",
        encoding="utf-8",
    )
    command = [*COMMAND, "check", "--config", str(stale), "--pack", str(toy), named]
    loud = subprocess.run(command, capture_output=True, check=False)
    assert (loud.returncode, loud.stderr != b"") == (status, True)
    with Path("/dev/full").open("wb") as full:
        mute = subprocess.run(command, stdout=subprocess.PIPE, stderr=full, check=False)
    assert (mute.returncode, mute.stdout) == (status, loud.stdout)


def test_a_run_that_ends_early_has_no_clean_status(
    make: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def leave(*_: object, **__: object) -> None:
        sys.exit(0)

    monkeypatch.setattr("docxlint.cli.run_settings.make_linter", leave)
    assert run_command(["check", make("clean")]) == 2
    assert "SystemExit: 0" in capsys.readouterr().err


@pytest.mark.parametrize("wanted", [["--help"], ["check", "--help"], ["--version"]])
def test_help_with_a_closed_pipe_does_not_give_the_status_of_findings(wanted: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*COMMAND, *wanted], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_check_imports_only_what_it_needs(make: Make, toy: Path) -> None:
    code = (
        "import sys\n"
        "from docxlint.cli import run\n"
        "status = run(sys.argv[1:])\n"
        "unwanted = ('docx', 'rapidfuzz', 'rich', 'jinja2', 'difflib', 'asyncio',\n"
        "    'concurrent.futures', 'docxlint.author', 'docxlint.report.formats.json')\n"
        "print([name for name in unwanted if name in sys.modules], status)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--pack", str(toy), make("wrong")],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines()[-1] == "[] 1"


def test_an_internal_error_is_shown_and_has_no_status_of_findings(
    make: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("ours\x1b[31m")

    monkeypatch.setattr("docxlint.cli.run_settings.make_linter", fail)
    assert run_command(["check", make("clean")]) == 2
    message = capsys.readouterr().err
    assert "Traceback" in message
    assert "RuntimeError: ours\\x1b[31m" in message


@pytest.fixture
def default_interrupt() -> Iterator[None]:
    """Python's handler of SIGINT, which a process in the background starts without."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("default_interrupt")
def test_an_interrupted_run_ends_with_130(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("docxlint.cli.run_settings.make_linter", interrupt)
    assert run_command(["check", make("clean")]) == 130
