"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.report.visible_text import path_text

_NOT_WRITTEN = Message(zh="写不了 {path}：{why}", en="{path} cannot be written: {why}")


def write(path: Path, data: bytes) -> None:
    """Writes `data` to `path`, which until then stays as it was; raises OSError.

    A file that was there keeps its rights, a new one gets those of any new file. A link is
    replaced, not followed. What is no file (a device, a pipe) is written to as it comes.
    """
    before = path.lstat().st_mode if os.path.lexists(path) else 0
    if before and not stat.S_ISREG(before) and not stat.S_ISLNK(before):
        path.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".docxlint-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(stat.S_IMODE(before) if stat.S_ISREG(before) else 0o666 & ~_mask())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink()
        raise


def unwritten(path: str, error: OSError, lang: str) -> Fault:
    """What is said where `error` kept a file from being written."""
    why = error.strerror or str(error)
    return Fault(_NOT_WRITTEN(path=path_text(path), why=why).text(lang))


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
