"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path


def write(path: Path, data: bytes) -> None:
    """Writes `data` to `path`, which until then stays as it was; raises OSError.

    A file that was there keeps its rights, a new one gets those of any new file. What is no file
    (a device, a pipe) is written to as it comes.
    """
    path = path.resolve()
    try:
        before = path.stat().st_mode
    except FileNotFoundError:
        before = None
    if before is not None and not stat.S_ISREG(before):
        path.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".docxlint-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(stat.S_IMODE(before) if before is not None else 0o666 & ~_mask())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink()
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
