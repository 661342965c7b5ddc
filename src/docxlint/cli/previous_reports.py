"""Last year's reports on the command line: where they are, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docxlint.cli.document_paths import documents
from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.linting.linter import Linter
from docxlint.linting.previous_archive import Archive
from docxlint.report.report import Report
from docxlint.report.visible_text import path_text

_BOTH = Message(
    zh="--previous 和 --previous-dir 只能写一个",
    en="give one of --previous and --previous-dir, not both",
)
_MANY = Message(
    zh="--previous 是一份文档的上年报告，这里要检查 {n} 份；几份文档用 --previous-dir",
    en="--previous is last year's report of one document, and there are {n}: use --previous-dir",
)
_NO_FILE = Message(zh="没有这个文件：{path}", en="no such file: {path}")
_NO_FOLDER = Message(zh="没有这个文件夹：{path}", en="no such folder: {path}")
_PAIRED = Message(zh="{path}：上年报告用 {previous}", en="{path}: last year's report is {previous}")
_ALONE = Message(
    zh="{path}：没有找到这个机关{year}的报告，不与上年核对",
    en="{path}: no report{year} by this organ was found; nothing is held against last year",
)
_OF_YEAR = Message(zh=" {year} 年", en=" for {year}")
_UNUSED = Message(
    zh="{path}：不能与上年核对：{why}", en="{path}: cannot be held against last year: {why}"
)
_UNREAD = Message(
    zh="{path}：读不出来，不知道是谁的上年报告：{why}",
    en="{path}: not read, so whose report of last year it is is not known: {why}",
)


def last_years(
    file: str | None, folder: str | None, names: Sequence[str], lang: str
) -> Sequence[str]:
    """The paths of last year's reports: the file, or the documents in the folder; empty where
    neither is given. Raises Fault.
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
    return documents([folder], lang)


def held(linter: Linter, last: Sequence[str], folder: str | None) -> str | Archive | None:
    """What documents are held against: the one report of last year, those of a folder, or none."""
    if folder is not None:
        return linter.archive(last)
    return last[0] if last else None


def comparison_note(report: Report, against: str | Archive | None) -> Message | None:
    """Which report of last year a document was compared with, or why there was no comparison.

    None where there is nothing to say: the comparison with the one report that was given.
    """
    if against is None or report.status != "checked":
        return None
    path, last = path_text(report.path), report.previous
    if last is None:
        year = "" if report.year is None else _OF_YEAR(year=report.year - 1)
        return _ALONE(path=path, year=year)
    if last.error is not None:
        return _UNUSED(path=path, why=last.error)
    if isinstance(against, Archive):
        return _PAIRED(path=path, previous=path_text(last.path))
    return None


def unread_notes(against: str | Archive | None) -> Iterator[Message]:
    """The documents of last year's folder that could not be read, with the reasons."""
    if isinstance(against, Archive):
        for path, why in against.unread.items():
            yield _UNREAD(path=path_text(path), why=why)
