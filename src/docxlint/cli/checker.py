"""Checking the documents of a run one by one, in one process or in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from docxlint.cli.document_paths import STDIN
from docxlint.cli.site_linters import SiteLinters
from docxlint.cli.time_limit import OutOfTime, time_limit
from docxlint.cli.worker import CAN_FORK
from docxlint.cli.worker_pool import WorkerPool
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.word.source import Source, open_document

if TYPE_CHECKING:  # most runs write no copies
    from docxlint.cli.output.copy_files import CopyResult
    from docxlint.cli.output.copy_targets import CopyOptions


_OUT_OF_TIME = Message(
    zh="{seconds}秒内没有检查完，已停止；请用 WPS 或 Word 打开后另存一份再提交，"
    "或用 --timeout 放宽时间。",
    en="The check took more than {seconds} seconds and was stopped; save the file again with Word,"
    " or allow more time with --timeout.",
)
_OUT_OF_MEMORY = Message(
    zh="检查这份文件时内存不足；请用 WPS 或 Word 打开后另存一份再提交。",
    en="There is not enough memory to check the file; save it again with Word.",
)
_PROCESS_DIED = Message(
    zh="检查这份文件时程序异常退出；请用 WPS 或 Word 打开后另存一份再提交。",
    en="The process that checked the file ended abnormally; save the file again with Word.",
)


class CheckedDocument(msgspec.Struct, frozen=True):
    """The report on one document, and what happened to its copies."""

    report: Report
    copies: CopyResult | None = None


class Input(msgspec.Struct, frozen=True):
    """A document on standard input, and its name in reports."""

    data: bytes
    display_name: str


class Checker:
    """Checks documents and writes their copies, each document read once.

    A document is released before the next is read. A document that takes more than `timeout`
    seconds (0 for no limit), or more memory than there is, cannot be read. `stdin` is the document
    that the path "-" names. A checker can be pickled: a worker process gets one.
    """

    def __init__(
        self,
        linters: SiteLinters,
        copies: CopyOptions | None = None,
        timeout: float = 0,
        stdin: Input | None = None,
    ) -> None:
        self.timeout = timeout
        self._linters = linters
        self._copies = copies
        self._stdin = stdin

    def check(self, path: str) -> CheckedDocument:
        """Check the document that the command line gives as `path`."""
        stdin = self._stdin if path == STDIN else None
        source = path if stdin is None else stdin.data
        try:
            with time_limit(self.timeout):
                return self._check(source, path, self._display_name(path))
        except OutOfTime:
            return self.without_report(path, True)
        except MemoryError:
            return self._unreadable(path, _OUT_OF_MEMORY)

    def without_report(self, path: str, is_late: bool) -> CheckedDocument:
        """The result for a document whose check was stopped as too late, or else ended itself."""
        late = _OUT_OF_TIME(seconds=f"{self.timeout:g}")
        return self._unreadable(path, late if is_late else _PROCESS_DIED)

    def _unreadable(self, path: str, why: Message) -> CheckedDocument:
        name = self._display_name(path)
        return CheckedDocument(Report(path=name, sha256="", status="unreadable", error=why))

    def _display_name(self, path: str) -> str:
        return path if path != STDIN or self._stdin is None else self._stdin.display_name

    def _check(self, source: Source, path: str, display_name: str) -> CheckedDocument:
        opened = open_document(source, display_name, keep_parts=self._copies is not None)
        site = self._linters.of(path)
        lint = partial(site.linter.lint, previous=site.previous)
        report = lint(opened)
        if self._copies is None:
            return CheckedDocument(report)
        from docxlint.cli.output.copy_files import write_copies

        return CheckedDocument(report, write_copies(self._copies, path, opened, report, lint))


def check_all(names: Sequence[str], checker: Checker, jobs: int) -> Iterator[CheckedDocument]:
    """Check the documents `names`, in their order, in `jobs` processes beside this one.

    Where the platform cannot copy this process, one job is this process.
    """
    if CAN_FORK:
        pool = WorkerPool(checker.check, checker.without_report, jobs, checker.timeout)
        yield from pool.run(names)
    elif jobs == 1 or len(names) < 2:
        yield from map(checker.check, names)
    else:
        yield from _check_in_executor(names, checker, jobs)


_in_worker: list[Checker] = []
"""The checker of a process of an executor, set when the process starts."""


def _check_in_executor(
    names: Sequence[str], checker: Checker, jobs: int
) -> Iterator[CheckedDocument]:
    """Check documents in processes that begin anew, as on Windows.

    A document that kills its process cannot be read. As nobody knows which one it was, those
    without a report are checked again, each in a process of its own.
    """
    from concurrent.futures import ProcessPoolExecutor  # most platforms need none
    from concurrent.futures.process import BrokenProcessPool

    def executor(size: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(size, initializer=_in_worker.append, initargs=(checker,))

    done = 0
    try:
        with executor(jobs) as workers:
            for result in workers.map(_check_in_worker, names):
                yield result
                done += 1
    except BrokenProcessPool:
        for name in names[done:]:
            try:
                with executor(1) as workers:
                    yield workers.submit(_check_in_worker, name).result()
            except BrokenProcessPool:
                yield checker.without_report(name, False)


def _check_in_worker(path: str) -> CheckedDocument:
    return _in_worker[0].check(path)
