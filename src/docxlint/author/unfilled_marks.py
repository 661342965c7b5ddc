"""Find the marks of a skeleton that the author has not filled in."""

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
    zh=f"请把{MARK}换成内容，用不着的行删去",
    en=f"replace {MARK}, or delete the line",
)


def find_unfilled_lines(folder: Path) -> Iterator[Failure]:
    """Yield the lines of the pack in `folder` that are not filled in, file by file.

    Comments are ignored, and so are files that are not text.
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
        return []  # loading the pack reports it
