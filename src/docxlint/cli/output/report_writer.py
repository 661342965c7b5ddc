"""Writes the reports of a run to files and standard output, document by document."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeVar

from docxlint.cli.exit_status import AT_FAULT, CLEAN
from docxlint.cli.output import streams
from docxlint.cli.output.report_files import TEXT, Output
from docxlint.cli.output.streams import Fault
from docxlint.cli.run_faults import plugin_faults
from docxlint.core.message import Message
from docxlint.plugins.hooks import Plugins
from docxlint.report.format import Format
from docxlint.report.formats.text import Detail, Text
from docxlint.report.report import Report
from docxlint.report.verdict import Tally
from docxlint.report.visible_text import path_text

_DONE = Message(zh="已生成报告：{path}", en="the report is in {path}")


_T = TypeVar("_T")


class ReportWriter:
    """Draws each report in every format of the run and writes it at once.

    A format or a file that fails is reported on standard error and dropped; the others go on.
    Files appear when `finish` ends the run; leaving the context without it discards them.
    """

    def __init__(
        self, wanted: Sequence[Output], offered: Plugins, detail: Detail, lang: str
    ) -> None:
        self._wanted = wanted
        self._tally = Tally()
        self._lang = lang
        self._streams = [_OutputStream(each, offered, detail, lang) for each in wanted]

    def __enter__(self) -> Self:
        self._each(lambda stream: stream.begin())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for stream in self._streams:
            stream.discard()

    def add(self, report: Report) -> None:
        """Write one document."""
        self._tally.add(report)
        self._each(lambda stream: stream.document(report))

    def finish(self) -> int:
        """Write the ends and put the files in place; the exit status of the writing.

        A person at a terminal who sees no report gets the names of the files and the totals.
        """
        self._each(lambda stream: stream.end())
        complete = len(self._streams) == len(self._wanted)
        self._streams = []
        files = [output.file for output in self._wanted if output.file is not None]
        if complete and len(files) == len(self._wanted) and streams.is_console(sys.stderr):
            for file in files:
                streams.complain(f"docxlint: {_DONE(path=path_text(file)).text(self._lang)}")
            streams.complain(f"docxlint: {self._tally.message().text(self._lang)}")
        return CLEAN if complete else AT_FAULT

    def _each(self, step: Callable[[_OutputStream], None]) -> None:
        for stream in list(self._streams):
            try:
                step(stream)
            except Fault as fault:
                fault.show()
                stream.discard()
                self._streams.remove(stream)


class _Sink(Protocol):
    def write(self, text: str) -> None: ...
    def commit(self) -> None: ...
    def discard(self) -> None: ...


class _OutputStream:
    """One format of the run and its destination. The methods raise Fault."""

    def __init__(self, output: Output, offered: Plugins, detail: Detail, lang: str) -> None:
        self._output, self._offered = output, offered
        self._detail, self._lang = detail, lang
        self._sink: _Sink = _StandardOutput(exact=output.form != TEXT)
        self._format: Format = _text_format(output, detail, lang)

    def begin(self) -> None:
        """Open the destination and write what comes before the documents."""
        if self._output.file is not None:
            self._sink = _ReportFile(self._output.file, self._lang)
        if self._output.form != TEXT:
            self._format = self._guard(lambda: self._offered.format(self._output.form)(self._lang))
        self._write(lambda: self._format.begin())

    def document(self, report: Report) -> None:
        """Write one document."""
        self._write(lambda: self._format.document(report))

    def end(self) -> None:
        """Write what comes after the documents and put a file in place."""
        self._write(lambda: self._format.end())
        self._sink.commit()

    def discard(self) -> None:
        """Remove an unfinished file."""
        self._sink.discard()

    def _write(self, draw: Callable[[], str]) -> None:
        self._sink.write(self._guard(lambda: _checked(draw())))

    def _guard(self, step: Callable[[], _T]) -> _T:
        """The result of `step`; a Fault that names the plugin whose format fails."""
        try:
            return step()
        except (Exception, SystemExit) as error:
            brought = self._offered.plugin_of_format(self._output.form)
            if not brought:
                raise
            what = f"{brought}: {self._output.form}: {type(error).__name__}: {error}"
            raise Fault(plugin_faults([what], self._lang)) from error


def _checked(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError(f"it gave a {type(text).__name__}, not text")
    text.encode()  # raises where the text has half a surrogate pair
    return text


class _StandardOutput:
    """Standard output: `exact` in UTF-8, else in the encoding of the console."""

    def __init__(self, *, exact: bool) -> None:
        self._exact = exact

    def write(self, text: str) -> None:
        """Write `text` at once."""
        if text:
            streams.put(text, exact=self._exact)

    def commit(self) -> None:
        """Nothing: everything is written."""

    def discard(self) -> None:
        """Nothing: what is written stays."""


class _ReportFile:
    """A file that appears when it is complete. The methods raise Fault."""

    def __init__(self, path: str, lang: str) -> None:
        from docxlint.cli.output import atomic_write  # most reports go to standard output

        self._path, self._lang = path, lang
        self._unwritten = atomic_write.unwritten
        self._file = self._try(lambda: atomic_write.AtomicFile(Path(path).resolve()))

    def write(self, text: str) -> None:
        """Write `text` to the unfinished file."""
        self._try(lambda: self._file.write(text.encode()))

    def commit(self) -> None:
        """Put the file in place."""
        self._try(lambda: self._file.commit())

    def discard(self) -> None:
        """Remove the unfinished file."""
        self._file.discard()

    def _try(self, step: Callable[[], _T]) -> _T:
        try:
            return step()
        except OSError as error:
            raise self._unwritten(self._path, error, self._lang) from error


def _text_format(output: Output, detail: Detail, lang: str) -> Format:
    """The text report, for a console in its width and in colour."""
    if output.file is None and streams.is_console(sys.stdout):
        import shutil

        from docxlint.cli.output.console_text import ConsoleText  # scripts have no console

        return ConsoleText(lang, detail, shutil.get_terminal_size().columns)
    return Text(lang, detail)
