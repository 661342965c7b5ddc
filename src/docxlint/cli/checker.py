"""Checking the documents of a run one by one, in one process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from docxlint.cli.document_paths import STDIN
from docxlint.linting.linter import Linter
from docxlint.linting.previous_archive import Archive
from docxlint.report.report import Report
from docxlint.word.source import Source, open_document

if TYPE_CHECKING:  # most runs write no copies
    from docxlint.cli.output.copy_files import CopyResult
    from docxlint.cli.output.copy_targets import CopyOptions


class CheckedDocument(msgspec.Struct, frozen=True):
    """The report on one document, and what happened to its copies."""

    report: Report
    copies: CopyResult | None = None


class Checker:
    """Checks documents and writes their copies, each document read once.

    A document is released before the next is read. `previous` is last year's report or an
    archive of them. A checker can be pickled: each worker process gets one.
    """

    def __init__(
        self,
        linter: Linter,
        previous: str | Archive | None = None,
        copies: CopyOptions | None = None,
    ) -> None:
        self._linter = linter
        self._previous = previous
        self._copies = copies

    def check(self, path: str) -> CheckedDocument:
        """Check the document at `path`."""
        return self.check_source(path, path, path)

    def check_source(self, source: Source, path: str, display_name: str) -> CheckedDocument:
        """Check the document in `source`, given as `path` on the command line."""
        opened = open_document(source, display_name, keep_parts=self._copies is not None)
        lint = partial(self._linter.lint, previous=self._previous)
        report = lint(opened)
        if self._copies is None:
            return CheckedDocument(report)
        from docxlint.cli.output.copy_files import write_copies

        return CheckedDocument(report, write_copies(self._copies, path, opened, report, lint))


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

    with ProcessPoolExecutor(jobs, initializer=_in_worker.append, initargs=(checker,)) as pool:
        yield from _in_order(names, stdin, pool.map(_check_in_worker, files))


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
