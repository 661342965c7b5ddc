"""Which documents a list of paths names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.report.visible_text import path_text

STDIN = "-"
SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")

# Word's lock files, and the second halves of files that macOS leaves on foreign disks.
_BESIDE = ("~$", "._")

_ABSENT = Message(zh="没有这个文件或文件夹：{path}", en="no such file or folder: {path}")
_EMPTY = Message(
    zh="文件夹里没有 Word 文档（{suffixes}）：{path}", en="no Word document ({suffixes}) in: {path}"
)
_CLOSED = Message(zh="无法打开文件夹 {path}：{why}", en="the folder {path} cannot be opened: {why}")
_TWICE = Message(zh="“-”（标准输入）只能写一次", en="“-” (standard input) can be given only once")


def documents(paths: Iterable[str], lang: str) -> list[str]:
    """The documents that `paths` name, each once, in the order given; "-" is standard input.

    A file is taken whatever it is called, a folder with all that is under it, sorted by name.
    Raises Fault for a path that is not there and for a folder without documents.
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
            inside = list(_inside(path, lang))
            if not inside:
                suffixes = " ".join(SUFFIXES)
                raise Fault(_EMPTY(path=path_text(path), suffixes=suffixes).text(lang))
            for name in inside:
                paths_by_file.setdefault(str(Path(name).absolute()), name)
        else:
            paths_by_file.setdefault(str(Path(path).absolute()), path)
    return list(paths_by_file.values())


def _inside(folder: str, lang: str) -> Iterator[str]:
    def closed(error: OSError) -> None:
        where = path_text(str(error.filename))
        raise Fault(_CLOSED(path=where, why=error.strerror).text(lang)) from error

    for here, folders, files in os.walk(folder, onerror=closed):
        folders.sort(key=path_text)
        for name in sorted(files, key=path_text):
            if name.lower().endswith(SUFFIXES) and not name.startswith(_BESIDE):
                path = str(Path(here, name))
                if not _is_special(path):
                    yield path


def _is_special(path: str) -> bool:
    """Whether `path` is a pipe, a socket or a device: nobody submits those in a folder."""
    try:
        mode = Path(path).stat().st_mode
    except OSError:
        return False  # a broken link, say: it was meant to be a document, so reading it must fail
    return not stat.S_ISREG(mode)
