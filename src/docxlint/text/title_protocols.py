"""The protocols of a language for titles, signatures, and the authorities that they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from docxlint.text.values import TitleParts, WrittenDate


class Titles(Protocol):
    """The title of a document, folded unless noted otherwise, and names of organs."""

    ORGAN_PLACEHOLDER: str
    YEAR_PLACEHOLDER: str

    def is_sentence(self, line: str, /) -> bool:
        """Whether a line has marks that no title has."""

    def is_title_style(self, style: str, /) -> bool:
        """Whether Word sets titles in the style of this name."""

    def needs_line_before(self, line: str, name: str, /) -> bool:
        """Whether the organ or the year of a title line stands on the line before."""

    def read_title(self, text: str, name: str, /) -> TitleParts:
        """The organ and the year in a title; `name` names the kind of document."""

    def without_years(self, text: str, /) -> str:
        """A title without its years."""

    def without_year_before(self, text: str, /) -> str:
        """What follows the year in a text, all of it without a year."""

    def write_organ(self, text: str, /) -> str:
        """A folded name of an organ as it is printed in a title."""

    def is_same_organ(self, name: str, other: str, /) -> bool:
        """Whether two names, neither empty, can name one organ."""


class Organs(Protocol):
    """The names of authorities."""

    def is_other(self, name: str, organ: str, /) -> bool:
        """Whether `name` cannot be a name of `organ`, however it is shortened."""

    def named_before(self, text: str, name: str, /) -> Iterator[tuple[int, int]]:
        """The places of the organs that stand before a year and the name of a document."""


class Signatures(Protocol):
    """The lines that close a document: an organ's name and a date."""

    def signed_organ(self, text: str, known: str, /) -> str | None:
        """The organ's name that a line consists of, or None. `known` is the title's organ."""

    def closing_date(self, text: str, /) -> tuple[WrittenDate, str] | None:
        """The date that a line ends with and the words before it, or None."""

    def is_remark(self, text: str, /) -> bool:
        """Whether a line is a remark in brackets."""

    def is_after_signature(self, text: str, /) -> bool:
        """Whether a line belongs to what follows a signature: annexes, copies, contacts."""

    def is_unfinished_date(self, text: str, /) -> bool:
        """Whether a line begins a date and does not complete it."""
