"""Find packs by name, path or archive."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from docxlint.core.message import Message
from docxlint.packs.yaml.source_faults import did_you_mean

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

_HERE = Path(__file__)
_UNKNOWN = Message(
    zh="没有名为“{name}”的规则包（现有：{known}）",
    en="there is no pack “{name}” (there are: {known})",
)
_NOT_ONE = Message(zh="“{name}”不是规则包：里面没有 pack.yaml", en="“{name}” holds no pack.yaml")
_NO_ARCHIVE = Message(zh="没有文件“{name}”", en="there is no file “{name}”")
_NONE = Message(zh="无", en="none")


class NoSuchPack(Exception):
    """A name or path without a pack.

    `candidates` are the known names, `message` is the sentence for users, `hint` suggests the
    nearest name (None if none is near).
    """

    def __init__(self, name: str, candidates: Sequence[str]) -> None:
        self.name = name
        self.candidates = tuple(candidates)
        if _is_archive(name):
            self.message = _NO_ARCHIVE(name=name)
        elif _is_path(name):
            self.message = _NOT_ONE(name=name)
        else:
            known = Message(zh="、".join(candidates), en=", ".join(candidates))
            self.message = _UNKNOWN(name=name, known=known if candidates else _NONE)
        self.hint = did_you_mean(name, self.candidates)
        super().__init__(name, self.candidates)

    def __str__(self) -> str:
        return self.message.en


def shipped() -> Path:
    """The folder of the packs that come with docxlint: in the wheel, or next to src/."""
    inside = _HERE.with_name("shipped")
    return inside if inside.is_dir() else _HERE.parents[3] / "rules"


def names(folders: Sequence[Path]) -> Iterator[str]:
    """The names of the packs in `folders`, sorted, each once. A folder need not exist."""
    return iter(
        sorted(
            {
                entry.name
                for folder in folders
                if folder.is_dir()
                for entry in folder.iterdir()
                if NAME.fullmatch(entry.name) and is_pack(entry)
            }
        )
    )


def find(name_or_path: str, folders: Sequence[Path]) -> Path:
    """Find the folder of a pack by its name or path.

    That is the pack of this name in the first of `folders` that has it, else the folder at this
    path, else the pack in the .zip file at this path. A name never leads out of `folders`;
    anything with a separator is a path. Raises NoSuchPack, or PackFault for a bad .zip file.
    """
    if NAME.fullmatch(name_or_path):
        for folder in folders:
            if is_pack(folder / name_or_path):
                return folder / name_or_path
    if name_or_path and is_pack(Path(name_or_path)):
        return Path(name_or_path)
    if _is_archive(name_or_path) and _is_file(Path(name_or_path)):
        from docxlint.packs.zip_pack import unpack  # few packs come in archives

        return unpack(Path(name_or_path))
    raise NoSuchPack(name_or_path, tuple(names(folders)))


def is_pack(folder: Path) -> bool:
    """Whether there is a pack in `folder`."""
    return _is_file(folder / "pack.yaml")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # for instance, the name is too long
        return False


def _is_path(text: str) -> bool:
    return "/" in text or os.sep in text or text in (".", "..")


def _is_archive(text: str) -> bool:
    return text.lower().endswith(".zip") and "\0" not in text
