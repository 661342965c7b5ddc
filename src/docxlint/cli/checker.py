"""Checking the documents of a run one by one, in one process or in several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from docxlint.cli.document_paths import STDIN
from docxlint.cli.site_linters import SiteLinters
from docxlint.cli.time_limit import OutOfTime, time_limit
from docxlint.core.message import Message
from docxlint.report.report import Report
from docxlint.word.source import Source, open_document

if TYPE_CHECKING:  # most runs write no copies and use one process
    from concurrent.futures import ProcessPoolExecutor

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


class Checker:
    """Checks documents and writes their copies, each document read once.

    A document is released before the next is read. A document that takes more than `timeout`
    seconds (0 for no limit), or more memory than there is, cannot be read. A checker can be
    pickled: each worker process gets one.
    """

    def __init__(
        self, linters: SiteLinters, copies: CopyOptions | None = None, timeout: float = 0
    ) -> None:
        self._linters = linters
        self._copies = copies
        self._timeout = timeout

    def check(self, path: str) -> CheckedDocument:
        """Check the document at `path`."""
        return self.check_source(path, path, path)

    def check_source(self, source: Source, path: str, display_name: str) -> CheckedDocument:
        """Check the document in `source`, given as `path` on the command line."""
        try:
            with time_limit(self._timeout):
                return self._check(source, path, display_name)
        except OutOfTime:
            return _unreadable(display_name, _OUT_OF_TIME(seconds=f"{self._timeout:g}"))
        except MemoryError:
            return _unreadable(display_name, _OUT_OF_MEMORY)

    def _check(self, source: Source, path: str, display_name: str) -> CheckedDocument:
        opened = open_document(source, display_name, keep_parts=self._copies is not None)
        site = self._linters.of(path)
        lint = partial(site.linter.lint, previous=site.previous)
        report = lint(opened)
        if self._copies is None:
            return CheckedDocument(report)
        from docxlint.cli.output.copy_files import write_copies

        return CheckedDocument(report, write_copies(self._copies, path, opened, report, lint))


def _unreadable(name: str, why: Message) -> CheckedDocument:
    return CheckedDocument(Report(path=name, sha256="", status="unreadable", error=why))


_in_worker: list[Checker] = []
"""The checker of a worker process, set when the process starts."""


def check_all(
    names: Sequence[str], stdin: CheckedDocument | None, checker: Checker, jobs: int
) -> Iterator[CheckedDocument]:
    """Check the documents `names`, in their order, in up to `jobs` processes.

    `stdin` is the result for the document on standard input.
    """
    files = [name for name in names if name != STDIN]
    if jobs == 1 or len(files) < 2:
        yield from _in_order(names, stdin, map(checker.check, files))
        return
    from concurrent.futures import ProcessPoolExecutor  # most runs use one process

    def pool(size: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(size, initializer=_in_worker.append, initargs=(checker,))

    yield from _in_order(names, stdin, _check_in_pool(files, pool, jobs))


def _check_in_pool(
    files: Sequence[str], pool: Callable[[int], ProcessPoolExecutor], jobs: int
) -> Iterator[CheckedDocument]:
    """Check `files` in worker processes.

    A document that kills its process cannot be read. As nobody knows which one it was, those
    without a report are checked again, each in a process of its own.
    """
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        with pool(jobs) as workers:
            for result in workers.map(_check_in_worker, files):
                yield result
                done += 1
    except BrokenProcessPool:
        for name in files[done:]:
            try:
                with pool(1) as workers:
                    yield workers.submit(_check_in_worker, name).result()
            except BrokenProcessPool:
                yield _unreadable(name, _PROCESS_DIED)


def _check_in_worker(path: str) -> CheckedDocument:
    return _in_worker[0].check(path)


def _in_order(
    names: Iterable[str], stdin: CheckedDocument | None, files: Iterable[CheckedDocument]
) -> Iterator[CheckedDocument]:
    results = iter(files)
    for name in names:
        if name == STDIN and stdin is not None:
            yield stdin
        else:
            yield next(results)
