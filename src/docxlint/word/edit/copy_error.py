"""Reasons why a document cannot be copied with changes, as codes with parameters."""

from __future__ import annotations

from enum import StrEnum

from docxlint.word.ooxml.unreadable import WordFault


class CopyProblem(StrEnum):
    """Why there can be no copy. In brackets: the parameters of the code."""

    DAMAGED_ARCHIVE = "damaged-archive"
    """Entries of the archive are not where its directory says, or share bytes."""
    DAMAGED_ENTRY = "damaged-entry"
    """(part) The entry cannot be unpacked."""
    TOO_LARGE = "too-large"
    """(limit) The archive unpacks to more than `limit` bytes."""
    NOT_COMMENTS = "not-comments"
    """(part) The relationship for comments leads to a part that holds something else."""
    ESCAPED_NAME = "escaped-name"
    """(part) The name of a part is escaped in the archive, so the reader does not find it."""


class CannotCopy(WordFault):
    """No sound copy of a document can be made; `code` is a `CopyProblem`."""
