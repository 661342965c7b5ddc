"""Standard streams of the process."""

from __future__ import annotations

import io

import pytest

from docxlint.cli.output import streams
from docxlint.cli.output.streams import Fault


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_only_a_terminal_is_a_console() -> None:
    assert streams.is_console(Terminal())
    assert not streams.is_console(io.StringIO())
    assert not streams.is_console(None)


def test_standard_error_gets_visible_text_and_one_final_line_break(
    capsys: pytest.CaptureFixture[str],
) -> None:
    streams.complain("a\x1b\nb\n\n")
    assert capsys.readouterr().err == "a\\x1b\nb\n"


def test_a_fault_shows_its_message_and_has_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    Fault("no such file").show()
    assert capsys.readouterr().err == "docxlint: no such file\n"
    assert Fault("").exit_code == 2


def test_a_stream_that_was_closed_before_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stdin", None)
    streams.put("text")
    assert streams.document("zh") == b""
