"""Files that appear complete or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from docxlint.cli.output.streams import Fault
from docxlint.core.message import Message
from docxlint.report.visible_text import path_text

_NOT_WRITTEN = Message(zh="无法写入 {path}：{why}", en="{path} cannot be written: {why}")


class AtomicFile:
    """A file that is written in pieces and appears complete or not at all.

    Until `commit`, the data goes to a temporary file in the same folder and `path` stays as it is.
    A file that exists keeps its permissions; a new one gets the default ones. A link is replaced,
    not followed. A device or a pipe is written to directly. All methods raise OSError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mode = path.lstat().st_mode if os.path.lexists(path) else 0
        self._temporary: Path | None = None
        if self._mode and not stat.S_ISREG(self._mode) and not stat.S_ISLNK(self._mode):
            self._file = path.open("wb")
            return
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".docxlint-")
        self._temporary = Path(name)
        try:
            self._file = os.fdopen(handle, "wb")
        except OSError:
            self._temporary.unlink()
            raise

    def write(self, data: bytes) -> None:
        """Write the next piece."""
        self._file.write(data)

    def commit(self) -> None:
        """Finish the file and put it in place."""
        self._file.close()
        if self._temporary is not None:
            mode = stat.S_IMODE(self._mode) if stat.S_ISREG(self._mode) else 0o666 & ~_mask()
            self._temporary.chmod(mode)
            self._temporary.replace(self._path)

    def discard(self) -> None:
        """Remove what was written."""
        with suppress(OSError):  # the disk may be full: what is left to write is not wanted
            self._file.close()
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)


def write(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one piece; see AtomicFile. Raises OSError."""
    file = AtomicFile(path)
    try:
        file.write(data)
        file.commit()
    except OSError:
        file.discard()
        raise


def unwritten(path: str, error: OSError, lang: str) -> Fault:
    """The fault for a file that could not be written because of `error`."""
    why = error.strerror or str(error)
    return Fault(_NOT_WRITTEN(path=path_text(path), why=why).text(lang))


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
