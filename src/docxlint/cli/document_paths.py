"""Find the documents that a list of paths names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.report.visible_text import path_text

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

# Prefixes of Word's lock files and of the files that macOS adds on other file systems.
_IGNORED_PREFIXES = ("~$", "._")

_ABSENT = Message(zh="没有这个文件或文件夹：{path}", en="no such file or folder: {path}")
_EMPTY = Message(
    zh="文件夹里没有 Word 文档（{suffixes}）：{path}", en="no Word document ({suffixes}) in: {path}"
)
_CANNOT_OPEN = Message(
    zh="无法打开文件夹 {path}：{why}", en="the folder {path} cannot be opened: {why}"
)
_TWICE = Message(zh="“-”（标准输入）只能写一次", en="“-” (standard input) can be given only once")


def documents(paths: Iterable[str], lang: str, exclude: Sequence[str] = ()) -> list[str]:
    """Return the documents that `paths` name, each once, in the given order.

    "-" is standard input. A file may have any name; a folder gives all Word documents in it and
    its subfolders, sorted by name, with what else may be a submission: files of other types, and
    links to folders, which are not followed. Files and folders whose name, or whose path in the
    folder, matches a pattern of `exclude` are left out. Raises Fault for a path that does not
    exist and for a folder without documents.
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
            inside = list(_documents_in(path, lang, exclude))
            if not inside:
                suffixes = " ".join(SUFFIXES)
                raise Fault(_EMPTY(path=path_text(path), suffixes=suffixes).text(lang))
            for name in inside:
                paths_by_file.setdefault(str(Path(name).absolute()), name)
        else:
            paths_by_file.setdefault(str(Path(path).absolute()), path)
    return list(paths_by_file.values())


def _documents_in(folder: str, lang: str, exclude: Sequence[str]) -> Iterator[str]:
    def fail(error: OSError) -> None:
        where = path_text(str(error.filename))
        raise Fault(_CANNOT_OPEN(path=where, why=error.strerror).text(lang)) from error

    def is_excluded(name: str, here: str) -> bool:
        inside = Path(here, name).relative_to(folder).as_posix()
        return any(fnmatch(name, each) or fnmatch(inside, each) for each in exclude)

    for here, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted((f for f in folders if not is_excluded(f, here)), key=path_text)
        links = [name for name in folders if Path(here, name).is_symlink()]
        for name in sorted((*files, *links), key=path_text):
            path = str(Path(here, name))
            if name in links or (
                _may_be_submission(name) and not is_excluded(name, here) and not _is_special(path)
            ):
                yield path


def _may_be_submission(name: str) -> bool:
    """Whether the name of a file is that of a document, blanks at its end aside."""
    ending = name.rstrip().lower()
    return ending.endswith((*SUFFIXES, *_OTHER_TYPES)) and not name.startswith(_IGNORED_PREFIXES)


def _is_special(path: str) -> bool:
    """Whether `path` is a pipe, a socket or a device, which is never a submission."""
    try:
        mode = Path(path).stat().st_mode
    except OSError:
        return False  # such as a broken link: reading it must fail, not skip it
    return not stat.S_ISREG(mode)
