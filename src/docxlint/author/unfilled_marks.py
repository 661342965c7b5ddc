"""What a skeleton leaves to its author, and where that is still not filled in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docxlint.author.faults import Failure
from docxlint.core.message import Message
from docxlint.packs.manifest import pack_dir
from docxlint.packs.yaml.source_file import MAX_BYTES

MARK = "〔待填〕"

_UNFILLED = Message(zh="这一行还没有填写", en="this line is not filled in yet")
ADVICE = Message(
    zh=f"把{MARK}换成内容；整行用不着的，删去",
    en=f"put something for {MARK}, or take the line out",
)


def unfilled(folder: Path) -> Iterator[Failure]:
    """The lines of the pack in `folder` on which its author has still to write something, file
    by file; what a comment says is not looked at, nor a file that cannot be read as text.
    """
    at = pack_dir(folder)
    files = [folder / "pack.yaml", folder / "form.yaml", folder / "good.md"]
    files += sorted((folder / "rules").glob("*.yaml"))
    for path in files:
        for number, line in enumerate(_lines(path), 1):
            if MARK in line and not line.lstrip().startswith(("#", "<!--")):
                yield Failure(
                    message=_UNFILLED,
                    rule=path.stem if path.parent != folder else None,
                    file=f"{at.display_name}/{path.relative_to(folder).as_posix()}",
                    line=number,
                    excerpt=line,
                )


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > MAX_BYTES:
            return []
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []  # loading the pack says so
