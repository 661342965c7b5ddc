"""The process's streams: what is written where, and in which encoding."""

from __future__ import annotations

import io
import os
import sys
from typing import IO, Any, TextIO

import click

from docxlint.core.message import Message
from docxlint.report.visible_text import lines_visible

_UNSAID = Message(zh="无法写入标准输出：{why}", en="standard output cannot be written: {why}")
_UNREAD = Message(zh="无法读取标准输入：{why}", en="standard input cannot be read: {why}")


class Fault(click.ClickException):
    """A fault of the run that leaves nothing proved; its sentence goes to standard error."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - click's signature
        """Says it on standard error."""
        complain(f"docxlint: {self.message}")


def prepare() -> None:
    """Makes standard output and error take every character.

    A console keeps its encoding, and so does whoever sets PYTHONIOENCODING; pipes and files get
    UTF-8, whatever the locale. What an encoding lacks is written as an escape.
    """
    asked = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if asked or stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def put(text: str, *, exact: bool = False) -> None:
    """Writes `text` to standard output; with `exact` as UTF-8, whatever the console takes.

    A reader who has seen enough and closes the pipe is no fault: the verdict stands.
    """
    try:
        _write(sys.stdout, text, exact=exact)
    except OSError as error:
        _give_up(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            both = _UNSAID(why=error.strerror)
            raise Fault(f"{both.zh} / {both.en}") from error


def document(lang: str) -> bytes:
    """The document on standard input; of a larger one than may be read, enough to tell so."""
    from docxlint.word.read import Limits  # `--help` and the like read nothing

    try:
        return b"" if sys.stdin is None else sys.stdin.buffer.read(Limits().source + 1)
    except OSError as error:
        raise Fault(_UNREAD(why=error.strerror).text(lang)) from error


def is_console(stream: TextIO | None) -> bool:
    """Whether a stream goes to a terminal, where a person looks at it."""
    return stream is not None and stream.isatty()


def complain(text: str) -> None:
    """Writes `text` to standard error, made visible line by line, with a final line break.

    Where that cannot be written either, there is nobody left to tell: the exit status says it.
    """
    try:
        _write(sys.stderr, lines_visible(text.rstrip("\n")) + "\n", exact=False)
    except OSError:
        _give_up(sys.stderr)


def _give_up(stream: TextIO) -> None:
    """Else the interpreter would try again, and complain, when it ends."""
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
