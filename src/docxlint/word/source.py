"""What a document is read from: a path, its bytes, or a binary file."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, TypeAlias

from docxlint.word import read

Source: TypeAlias = str | Path | bytes | BinaryIO


def called(source: Source) -> str:
    """What a report calls a document: its path, "-" where it has none."""
    if isinstance(source, (str, Path)):
        return str(source)
    return "-"


def bytes_of(source: Source) -> bytes:
    """The bytes of a document; of a file too large to be read, enough to tell so. Unreadable
    for a path that cannot be read.
    """
    if isinstance(source, bytes):
        return source
    if isinstance(source, (str, Path)):
        return read.load(Path(source))
    # One byte more than the limit tells the reader that it is passed.
    return source.read(read.Limits().source + 1)
