"""The bar that tells how far a long run is."""

from __future__ import annotations

import io
import sys

import pytest

from docxlint.cli.output import progress
from docxlint.cli.output.progress import with_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every run counts as long."""
    monkeypatch.setattr(progress, "_AFTER", -1.0)


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error as a terminal, from now on: pytest lays its own between fixture and test."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


@pytest.mark.usefixtures("hasty")
def test_a_long_run_at_a_terminal_has_a_bar_that_goes_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = terminal(monkeypatch)
    assert list(with_progress(iter(range(5)), 5, "en")) == [0, 1, 2, 3, 4]
    message = screen.getvalue()
    assert "checking" in message
    assert "5/5" in message
    assert message.endswith(("\x1b[2K", "\x1b[?25h"))


@pytest.mark.usefixtures("hasty")
def test_no_bar_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    assert list(with_progress(iter(range(5)), 5, "zh")) == [0, 1, 2, 3, 4]
    assert file.getvalue() == ""
    monkeypatch.setattr(sys, "stderr", None)
    assert list(with_progress(iter(range(5)), 5, "zh")) == [0, 1, 2, 3, 4]


def test_no_bar_for_a_short_run(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    assert list(with_progress(iter(range(5)), 5, "zh")) == [0, 1, 2, 3, 4]
    assert screen.getvalue() == ""


@pytest.mark.usefixtures("hasty")
def test_no_bar_for_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    assert list(with_progress(iter("a"), 1, "zh")) == ["a"]
    assert screen.getvalue() == ""
