"""Find the documents that a list of paths names."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.report.visible_text import path_text
from docxlint.site import Exclusion

STDIN = "-"
SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
# Files of other types that people submit. They cannot be read, and the report says so.
_OTHER_TYPES = (
    ".doc",
    ".dot",
    ".wps",
    ".wpt",
    ".rtf",
    ".odt",
    ".ofd",
    ".pdf",
    ".zip",
    ".rar",
    ".7z",
)

# Prefixes of Word's lock files and of hidden files, such as those that macOS and WPS add.
_LOCK_PREFIX, _HIDDEN_PREFIX = "~$", "."

Exclusions: TypeAlias = Callable[[str, str], Iterable[Exclusion]]
"""What is left out of a folder, which is in a folder of the command line or is this folder."""

_ABSENT = Message(zh="没有这个文件或文件夹：{path}", en="no such file or folder: {path}")
_EMPTY = Message(
    zh="文件夹里没有 Word 文档（{suffixes}）：{path}", en="no Word document ({suffixes}) in: {path}"
)
_ALL_EXCLUDED = Message(
    zh="文件夹里的文档都被排除了（{patterns}）：{path}",
    en="every document is excluded ({patterns}) in: {path}",
)
_CANNOT_OPEN = Message(
    zh="无法打开文件夹 {path}：{why}", en="the folder {path} cannot be opened: {why}"
)
_TWICE = Message(zh="“-”（标准输入）只能写一次", en="“-” (standard input) can be given only once")


def no_exclusions(_here: str, _given: str) -> Iterable[Exclusion]:
    """Leave out nothing."""
    return ()


def documents(paths: Iterable[str], lang: str, exclusions: Exclusions = no_exclusions) -> list[str]:
    """Return the documents that `paths` name, each once, in the given order.

    "-" is standard input. A file may have any name; a folder gives all Word documents in it and
    its subfolders, sorted by name, with what else may be a submission: files of other types, and
    links to folders, which are not followed. Hidden files and folders, and those that
    `exclusions` match, are left out. Raises Fault for a path that does not exist and for a folder
    without documents.
    """
    paths_by_file: dict[str, str] = {}
    for path in paths:
        if path == STDIN:
            if STDIN in paths_by_file:
                raise Fault(_TWICE.text(lang))
            paths_by_file[STDIN] = STDIN
        elif not os.path.lexists(path):
            raise Fault(_ABSENT(path=path_text(path)).text(lang))
        elif Path(path).is_dir():
            for name in _documents_in(path, lang, exclusions):
                paths_by_file.setdefault(str(Path(name).absolute()), name)
        else:
            paths_by_file.setdefault(str(Path(path).absolute()), path)
    return list(paths_by_file.values())


def _documents_in(folder: str, lang: str, exclusions: Exclusions) -> list[str]:
    def fail(error: OSError) -> None:
        where = path_text(str(error.filename))
        raise Fault(_CANNOT_OPEN(path=where, why=error.strerror).text(lang)) from error

    inside: list[str] = []
    sieve = _Sieve()
    for here, folders, files in os.walk(folder, onerror=fail):
        rules = tuple(exclusions(here, folder))
        visible = [name for name in folders if not name.startswith(_HIDDEN_PREFIX)]
        folders[:] = sorted((f for f in visible if sieve.keeps(here, f, rules)), key=path_text)
        links = [name for name in folders if Path(here, name).is_symlink()]
        submissions = [
            name
            for name in files
            if _may_be_submission(name)
            and not _is_special(Path(here, name))
            and sieve.keeps(here, name, rules)
        ]
        names = sorted((*submissions, *links), key=path_text)
        inside += (str(Path(here, name)) for name in names)
    if inside:
        return inside
    if sieve.used:
        message = _ALL_EXCLUDED(
            path=path_text(folder), patterns=path_text(" ".join(sorted(sieve.used)))
        )
    else:
        message = _EMPTY(path=path_text(folder), suffixes=" ".join(SUFFIXES))
    raise Fault(message.text(lang))


class _Sieve:
    """Leaves out what exclusions match; `used` has the patterns that did so."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def keeps(self, folder: str, name: str, exclusions: Iterable[Exclusion]) -> bool:
        """Whether no exclusion matches the file or folder `name` in `folder`."""
        path = str(Path(folder, name))
        pattern = next((hit for each in exclusions if (hit := each.match(path))), None)
        if pattern is not None:
            self.used.add(pattern)
        return pattern is None


def _may_be_submission(name: str) -> bool:
    """Whether the name of a file is that of a document, blanks at its end aside."""
    ending = name.rstrip().lower()
    ignored = name.startswith((_LOCK_PREFIX, _HIDDEN_PREFIX))
    return ending.endswith((*SUFFIXES, *_OTHER_TYPES)) and not ignored


def _is_special(path: Path) -> bool:
    """Whether `path` is a pipe, a socket or a device, which is never a submission."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False  # such as a broken link: reading it must fail, not skip it
    return not stat.S_ISREG(mode)
