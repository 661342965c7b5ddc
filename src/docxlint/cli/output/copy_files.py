"""Writing the copies of a document: with comments, with repairs; and the diff of the repairs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path, PurePath
from typing import Protocol, TypeVar

import msgspec

from docxlint.cli.exit_status import AT_FAULT, CLEAN
from docxlint.cli.output import atomic_write
from docxlint.cli.output.copy_targets import INSIDE_FOLDER, CopyOptions
from docxlint.cli.output.streams import Fault, complain, put
from docxlint.copies.annotate import annotate
from docxlint.copies.copy_messages import cannot_copy_text
from docxlint.copies.fix import CopyNotChecked, FixResult, diff, fix, unrepaired_lines
from docxlint.copies.original import Original
from docxlint.core.message import Message
from docxlint.linting.unreadable_text import unreadable_message
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text
from docxlint.word.edit.copy_error import CannotCopy
from docxlint.word.read import Unreadable
from docxlint.word.source import OpenedDocument

_EXISTS = Message(
    zh="{path} 已存在且内容不同，未覆盖（如需覆盖，加 --force）",
    en="{path} exists and has other content, so it was not replaced (--force replaces it)",
)
_NO_COPY = Message(zh="{path} 未生成副本：{why}", en="{path} has no copy: {why}")
_ANNOTATED = Message(zh="已添加批注{n}条，批注稿：{path}", en="comments added: {n}, in {path}")
_REPAIRED = Message(
    zh="已修改{n}处，另有{rest}处需人工修改，修改稿：{path}",
    en="findings repaired: {n}, left to edit by hand: {rest}, in {path}",
)
_ALL_REPAIRED = Message(zh="已修改{n}处，修改稿：{path}", en="findings repaired: {n}, in {path}")
_NOTICE = Message(zh="{path}：{what}", en="{path}: {what}")

_T = TypeVar("_T")


class Check(Protocol):
    """Reports on the bytes of a document called `name`."""

    def __call__(self, source: bytes, *, name: str) -> Report:
        """The report."""


class CopyResult(msgspec.Struct, frozen=True):
    """What happened to the copies of one document.

    The lines for standard error, the diff, and the exit status.
    """

    lines: tuple[str, ...] = ()
    diff: str = ""
    status: int = CLEAN


def write_copies(
    options: CopyOptions, name: str, opened: OpenedDocument, report: Report, check: Check
) -> CopyResult:
    """Write the copies of the document `name`, opened with its parts kept.

    `report` is the report on it, and `check` reports on a copy in the same way. A document
    without findings, or without safe repairs, has no such copy. If no sound copy can be made,
    the result says so, and its status is AT_FAULT.
    """
    if report.status != "checked":
        return CopyResult()
    return _CopyWriter(options, options.targets[name], Original(opened), report, check).write()


def show_copies(result: CopyResult) -> None:
    """Print what happened to the copies of one document, and the diff."""
    for line in result.lines:
        complain(f"docxlint: {line}")
    put(result.diff)


class _CopyWriter:
    """The copies of one document."""

    def __init__(
        self,
        options: CopyOptions,
        target: PurePath,
        original: Original,
        report: Report,
        check: Check,
    ) -> None:
        self._options = options
        self._target = target
        self._original = original
        self._report = report
        self._check = check
        self._lines: list[str] = []
        self._faults: list[str] = []

    def write(self) -> CopyResult:
        """Write all copies. What prevents one of them does not prevent the others."""
        fixed = self._try(self._fix)
        self._try(self._annotate)
        faults = tuple(dict.fromkeys(self._faults))
        text = ""
        if self._options.diff and fixed is not None:
            text = diff(fixed.plan, self._report, self._options.lang)
        return CopyResult((*self._lines, *faults), text, AT_FAULT if faults else CLEAN)

    def _try(self, step: Callable[[], _T]) -> _T | None:
        """The result of `step`; None if there can be no copy, with the reason in the faults."""
        why: Message
        try:
            return step()
        except Fault as fault:
            self._faults.append(fault.message)
            return None
        except CannotCopy as error:
            why = cannot_copy_text(error)
        except CopyNotChecked as error:
            why = error.reason
        except Unreadable as error:
            why = unreadable_message(error)
        path = path_text(self._report.path)
        self._faults.append(_NO_COPY(path=path, why=why).text(self._options.lang))
        return None

    def _annotate(self) -> None:
        if self._options.annotate is None:
            return
        copy = annotate(self._original, self._report, self._options.lang)
        if copy is not None:
            self._add_notices(copy.notices)
            if copy.findings:
                path = Path(self._options.annotate) / self._target
                self._write(copy.data, path)
                self._add(_ANNOTATED(n=copy.findings, path=path_text(str(path))))

    def _fix(self) -> FixResult | None:
        if self._options.fix is None and not self._options.diff:
            return None
        check = partial(self._check, name=self._report.path) if self._options.fill_zero else None
        result = fix(self._original, self._report, check, likely=self._options.likely)
        self._add_notices(unrepaired_lines(result.plan))
        if self._options.fix is not None and result.copy is not None:
            self._add_notices(result.copy.notices)
            path = Path(self._options.fix) / self._target
            self._write(result.copy.data, path)
            repaired = result.copy.findings
            rest = sum(1 for _ in self._report.active) - repaired
            message = _REPAIRED if rest else _ALL_REPAIRED
            self._add(message(n=repaired, rest=rest, path=path_text(str(path))))
        return result

    def _add(self, message: Message) -> None:
        self._lines.append(message.text(self._options.lang))

    def _add_notices(self, notices: Iterable[Message]) -> None:
        for notice in notices:
            self._add(_NOTICE(path=path_text(self._report.path), what=notice))

    def _write(self, data: bytes, path: Path) -> None:
        """Write a copy completely or not at all.

        Raises Fault if it cannot be written, if it would replace a document of the run, or if
        the file exists with other content and may not be replaced.
        """
        lang, name = self._options.lang, path_text(str(path))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_file() and path.read_bytes() == data:
                return
            if os.path.lexists(path) and not self._options.force:
                raise Fault(_EXISTS(path=name).text(lang))
            # A link in the folder may lead back to the documents.
            if any(_is_same_file(path, other) for other in self._options.inputs):
                folder = path_text(str(path.parent))
                raise Fault(INSIDE_FOLDER(path=name, folder=folder).text(lang))
            atomic_write.write(path, data)
        except OSError as error:
            raise atomic_write.unwritten(str(path), error, lang) from error


def _is_same_file(path: Path, name: str) -> bool:
    try:
        return path.samefile(name)
    except OSError:
        return False  # one of them does not exist
