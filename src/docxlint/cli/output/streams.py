"""Standard input, output and error: their encodings, and how writing to them fails."""

from __future__ import annotations

import io
import os
import sys
from typing import IO, Any, TextIO

import click

from docxlint.core.message import Message
from docxlint.report.visible_text import lines_visible

_CANNOT_WRITE = Message(zh="无法写入标准输出：{why}", en="standard output cannot be written: {why}")
_CANNOT_READ = Message(zh="无法读取标准输入：{why}", en="standard input cannot be read: {why}")


class Fault(click.ClickException):
    """A fault of the run, shown on standard error; the exit status is 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - click's signature
        """Write the message to standard error."""
        complain(f"docxlint: {self.message}")


def prepare() -> None:
    """Make standard output and error take every character.

    A console keeps its encoding, and PYTHONIOENCODING is respected. Pipes and files get UTF-8,
    whatever the locale. A character that an encoding lacks becomes an escape.
    """
    encoding = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if encoding or stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def put(text: str, *, exact: bool = False) -> None:
    """Write `text` to standard output; with `exact` as UTF-8, whatever the console takes.

    A reader that closes the pipe is no fault: the exit status stays. Raises Fault for other
    errors.
    """
    try:
        _write(sys.stdout, text, exact=exact)
    except OSError as error:
        _give_up(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            both = _CANNOT_WRITE(why=error.strerror)
            raise Fault(f"{both.zh} / {both.en}") from error


def document(lang: str) -> bytes:
    """The document on standard input, up to one byte more than the limit. Raises Fault."""
    from docxlint.word.read import Limits  # `--help` and the like read nothing

    try:
        return b"" if sys.stdin is None else sys.stdin.buffer.read(Limits().source + 1)
    except OSError as error:
        raise Fault(_CANNOT_READ(why=error.strerror).text(lang)) from error


def is_console(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal."""
    return stream is not None and stream.isatty()


def complain(text: str) -> None:
    """Write `text` to standard error, made visible line by line, with a final line break.

    An error in writing is ignored: only the exit status can tell of it.
    """
    try:
        _write(sys.stderr, lines_visible(text.rstrip("\n")) + "\n", exact=False)
    except OSError:
        _give_up(sys.stderr)


def _give_up(stream: TextIO) -> None:
    """Redirect `stream` to nowhere; else the interpreter would fail again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _write(stream: TextIO | None, text: str, *, exact: bool) -> None:
    if stream is None:  # closed before we began
        return
    if exact:
        stream.flush()
        stream.buffer.write(text.encode())
        stream.buffer.flush()
    else:
        stream.write(text)
        stream.flush()
