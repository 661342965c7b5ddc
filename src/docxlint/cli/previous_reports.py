"""Last year's reports on the command line: which files they are, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from docxlint.cli.document_paths import Exclusions, documents, no_exclusions
from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.linting.linter import Linter
from docxlint.linting.previous_archive import Archive
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text

_BOTH = Message(
    zh="--previous 和 --previous-dir 只能写一个",
    en="use only one of --previous and --previous-dir",
)
_MANY = Message(
    zh="--previous 只能用于一份文档，这里要检查 {n} 份；检查几份时用 --previous-dir",
    en="--previous is for one document, and there are {n}: use --previous-dir",
)
_NO_FILE = Message(zh="没有这个文件：{path}", en="no such file: {path}")
_NO_FOLDER = Message(zh="没有这个文件夹：{path}", en="no such folder: {path}")
_PAIRED = Message(zh="{path}：与上年报告{previous}核对", en="{path}: compared with {previous}")
_NO_REPORT = Message(
    zh="{path}：没有找到这个机关{year}的报告，不与上年核对",
    en="{path}: found no report{year} by this organ; not compared with last year",
)
_OF_YEAR = Message(zh=" {year} 年", en=" for {year}")
_UNUSABLE = Message(
    zh="{path}：上年报告无法用于核对：{why}", en="{path}: cannot be compared with last year: {why}"
)
_UNREADABLE = Message(
    zh="{path}：无法读取，不知道是哪个机关的上年报告：{why}",
    en="{path}: cannot be read, so it is not known whose report it is: {why}",
)


def previous_paths(
    file: str | None,
    folder: str | None,
    names: Sequence[str],
    lang: str,
    exclusions: Exclusions = no_exclusions,
) -> Sequence[str]:
    """Return the paths of last year's reports: the file, or the documents in the folder but those
    that `exclusions` match.

    Empty if neither is given. Raises Fault, also for a file if `names` are several documents.
    """
    if file is not None and folder is not None:
        raise Fault(_BOTH.text(lang))
    if file is not None:
        if len(names) > 1:
            raise Fault(_MANY(n=len(names)).text(lang))
        if not Path(file).exists() or Path(file).is_dir():
            raise Fault(_NO_FILE(path=path_text(file)).text(lang))
        return [file]
    if folder is None:
        return []
    if not Path(folder).is_dir():
        raise Fault(_NO_FOLDER(path=path_text(folder)).text(lang))
    return documents([folder], lang, exclusions)


def open_previous(linter: Linter, paths: Sequence[str], folder: str | None) -> str | Archive | None:
    """Return what documents are compared with: one report, those of a folder, or nothing."""
    if folder is not None:
        return linter.archive(paths)
    return paths[0] if paths else None


def comparison_note(report: Report, against: str | Archive | None) -> Message | None:
    """Which report of last year a document was compared with, or why there was no comparison.

    None where there is nothing to say: the comparison with the one report that was given.
    """
    if against is None or report.status != "checked":
        return None
    path, last = path_text(report.path), report.previous
    if last is None:
        year = "" if report.year is None else _OF_YEAR(year=report.year - 1)
        return _NO_REPORT(path=path, year=year)
    if last.error is not None:
        return _UNUSABLE(path=path, why=last.error)
    if isinstance(against, Archive):
        return _PAIRED(path=path, previous=path_text(last.path))
    return None


def unread_notes(against: Iterable[str | Archive | None]) -> Iterator[Message]:
    """The documents of last year's folder that could not be read, with the reasons."""
    unread: dict[str, Message] = {}
    for each in against:
        unread |= each.unread if isinstance(each, Archive) else {}
    for path, why in unread.items():
        yield _UNREADABLE(path=path_text(path), why=why)
