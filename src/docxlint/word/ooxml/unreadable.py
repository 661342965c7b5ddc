"""Faults of a Word file, as codes with parameters. Layers above put them into sentences."""

from __future__ import annotations

import enum
from functools import partial
from typing import Any

from docxlint.core.location import shorten


class Code(enum.StrEnum):
    """Why a file cannot be read. In brackets: the parameters of the code."""

    # The file itself.
    DIRECTORY = "directory"
    MISSING = "missing"
    NOT_REGULAR = "not-regular"
    FORBIDDEN = "forbidden"
    READ_ERROR = "read-error"
    TOO_LARGE = "too-large"
    """(limit) The file has more than `limit` bytes."""

    # A file of another format.
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    """The document needs a password to open."""
    LEGACY_WORD = "legacy-word"
    """A Word 97–2003 document."""
    LEGACY_OFFICE = "legacy-office"
    """Another compound file, as older Office and WPS write it."""
    PDF = "pdf"
    RTF = "rtf"
    HTML = "html"
    FLAT_XML = "flat-xml"
    PLAIN_TEXT = "plain-text"
    NOT_ZIP = "not-zip"
    ODT = "odt"
    """An OpenDocument text, as LibreOffice writes it."""
    OFD = "ofd"
    """An Open Fixed-layout Document (GB/T 33190)."""
    PICTURE = "picture"
    ARCHIVE = "archive"
    """An archive of files in any format; a .docx is a zip archive of another kind."""
    NOT_WORD = "not-word"
    """A document of another office program, such as a workbook."""

    # A damaged or unsafe package.
    DAMAGED = "damaged"
    DAMAGED_PART = "damaged-part"
    """(part) The part does not unpack."""
    ENCRYPTED_PART = "encrypted-part"
    """(part) The entry of the archive is encrypted."""
    MISSING_PART = "missing-part"
    """(part) A part that every package has is missing."""
    NO_DOCUMENT = "no-document"
    """The main part is missing, or in another file."""
    NO_TYPE = "no-type"
    """(part) The package does not declare the main part as a Word document."""
    UNSAFE_NAME = "unsafe-name"
    """(part) The name of an entry points outside the archive."""
    DUPLICATE_NAME = "duplicate-name"
    """(part) Two entries have the same name."""
    MALFORMED = "malformed"
    """(part, line) The part is not well-formed XML."""
    DOCTYPE = "doctype"
    """(part) The part declares a DTD."""
    ENCODING = "encoding"
    """(part, declared) The part is not in the encoding that it declares, or not in UTF-8 or
    UTF-16."""

    # Limits.
    TOO_MANY_ENTRIES = "too-many-entries"
    """(limit)"""
    INFLATES = "inflates"
    """(limit) The file unpacks to more than `limit` bytes."""
    TOO_DEEP = "too-deep"
    """(part) Elements are nested too deeply."""
    TOO_MANY_TAGS = "too-many-tags"
    """(part, limit)"""
    TOO_MANY_PARAGRAPHS = "too-many-paragraphs"
    """(limit)"""
    TOO_MANY_CELLS = "too-many-cells"
    """(limit)"""
    TOO_COMPLEX = "too-complex"
    """The paths of all locations are too long together."""


class WordFault(Exception):
    """A fault of a Word file: a `code` for programs and the `parameters` of its sentence."""

    def __init__(self, code: enum.StrEnum, **parameters: str | int) -> None:
        details = ", ".join(f"{name}={value!r}" for name, value in parameters.items())
        super().__init__(f"{code} ({details})" if details else str(code))
        self.code = code
        self.parameters = parameters

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(type(self), self.code, **self.parameters), ()


class Unreadable(WordFault):
    """The source is no Word document that can be read; `code` is a `Code`."""


def printable(name: str) -> str:
    """Shorten `name`, which comes from a file, and replace characters that do not print."""
    return shorten("".join(c if c.isprintable() else "?" for c in name), 60)
