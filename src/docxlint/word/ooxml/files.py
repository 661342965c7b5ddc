"""Bytes from a path, within the limits."""

from __future__ import annotations

from pathlib import Path

from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.unreadable import Code, Unreadable


def load(path: Path, limits: Limits = Limits()) -> bytes:  # noqa: B008 - it is frozen
    """Return the bytes of the file at `path`. Raise Unreadable where that is not possible."""
    try:
        if path.is_dir():
            raise Unreadable(Code.DIRECTORY)
        if not path.exists():
            raise Unreadable(Code.MISSING)
        if not path.is_file():
            raise Unreadable(Code.NOT_REGULAR)
        with path.open("rb") as stream:
            data = stream.read(limits.source + 1)
    except PermissionError as error:
        raise Unreadable(Code.FORBIDDEN) from error
    except (OSError, ValueError) as error:
        raise Unreadable(Code.READ_ERROR) from error
    if len(data) > limits.source:
        raise Unreadable(Code.TOO_LARGE, limit=limits.source)
    return data
