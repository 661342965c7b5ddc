"""A document opened once: its bytes, its package and what was read from it."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path
from typing import BinaryIO, TypeAlias

import msgspec

from docxlint.core.document import Document
from docxlint.word import read
from docxlint.word.ooxml.package import Package

Source: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO
"""What a document is read from: a path, its bytes, or a binary file."""


class OpenedDocument(msgspec.Struct, frozen=True):
    """A document that was read once, for everyone who needs its bytes, its parts or its text.

    `document` is None for a file that could not be read; `error` then says why. `sha256` is the
    digest of `data` in hexadecimal, "" where there are no bytes. `package` is None unless the
    parts were kept.
    """

    name: str
    data: bytes = b""
    sha256: str = ""
    package: Package | None = None
    document: Document | None = None
    error: read.Unreadable | None = None


def open_document(
    source: Source, name: str | None = None, *, keep_parts: bool = False
) -> OpenedDocument:
    """Read `source` and everything in it that a check needs.

    `name` is the document's name in reports, by default its `display_name`. With `keep_parts`,
    the package keeps the bytes and trees of its parts, so that copies can be made without a
    second reading. Raises nothing for a file that cannot be read: `error` says why.
    TypeError for anything that is not a Source.
    """
    name = display_name(source) if name is None else name
    try:
        data = read_bytes(source)
    except read.Unreadable as fault:
        return OpenedDocument(name, error=fault)
    digest = hashlib.sha256(data).hexdigest()
    try:
        package = Package(data, read.Limits(), keep_parts=keep_parts)
        document = read.read_package(package)
    except read.Unreadable as fault:
        return OpenedDocument(name, data, digest, error=fault)
    return OpenedDocument(name, data, digest, package if keep_parts else None, document)


def display_name(source: Source) -> str:
    """The name of a document in reports: its path, or "-" for bytes and files."""
    return os.fspath(source) if isinstance(source, (str, os.PathLike)) else "-"


def read_bytes(source: Source) -> bytes:
    """The bytes of a document, at most one more than the limit of `Limits.source`.

    Raises Unreadable for a path that cannot be read, TypeError for anything that is not a Source.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source)
    if isinstance(source, (str, os.PathLike)):
        return read.load(Path(source))
    if isinstance(source, io.TextIOBase) or not hasattr(source, "read"):
        raise _wrong_type(source)
    # One byte above the limit is enough for the reader to refuse the file.
    data: object = source.read(read.Limits().source + 1)
    if not isinstance(data, bytes):
        raise _wrong_type(source)
    return data


def _wrong_type(source: object) -> TypeError:
    return TypeError(
        "a document is a path, bytes or a file open in binary mode, "
        f"not {type(source).__qualname__}"
    )
