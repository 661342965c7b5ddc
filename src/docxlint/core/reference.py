"""References to the parts of a form: sections, tables, rows, columns, figures."""

from __future__ import annotations

from typing import ClassVar, Self, TypeAlias

import msgspec

from docxlint.core.message import Message
from docxlint.core.regex import InvalidOption

_NEEDS_TABLE = Message(
    zh="“{name}”没有说明是哪一张表；写 table，或写全名", en="“{name}” does not say which table"
)
_WRONG_PARTS = Message(
    zh="“{name}”应写作“行.列”，或“表.行.列”",
    en="“{name}” should be written as “row.column”, or “table.row.column”",
)


class FormPart(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A part of a form. Two references are equal if they name the same part."""

    root: ClassVar[str] = ""

    @property
    def path(self) -> tuple[str | None, ...]:
        """The names from the form down to the part; None stands for any name."""
        return (self.root, *msgspec.structs.astuple(self))

    def covers(self, other: FormPart) -> bool:
        """Whether `other` is the same part, or lies within it."""
        names, inner = self.path, other.path
        return len(names) <= len(inner) and all(
            name is None or name == within for name, within in zip(names, inner, strict=False)
        )


class TitleRef(FormPart, frozen=True, gc=False):
    """The title."""

    root: ClassVar[str] = "title"


class SignatureRef(FormPart, frozen=True, gc=False):
    """The signature at the end."""

    root: ClassVar[str] = "signature"


class SignatureOrganRef(FormPart, frozen=True, gc=False):
    """The organ in the signature."""

    @property
    def path(self) -> tuple[str | None, ...]:
        """The organ is a part of the signature."""
        return (SignatureRef.root, "organ")


class SignatureDateRef(FormPart, frozen=True, gc=False):
    """The date in the signature."""

    @property
    def path(self) -> tuple[str | None, ...]:
        """The date is a part of the signature."""
        return (SignatureRef.root, "date")


class SectionRef(FormPart, frozen=True, gc=False):
    """A section, by the name that the form gives it.

    `beyond` has the names of places outside the form's sections that an option may use too.
    """

    name: str
    root: ClassVar[str] = "section"
    beyond: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse an option that names a section, without checking it against a form."""
        return cls(text)

    def __str__(self) -> str:
        return self.name


# The names in options for places outside the form's sections: before the first section, and in
# sections that the form does not have.
FRONT = "front"
EXTRA = "extra"


class SectionOrFrontRef(SectionRef, frozen=True, gc=False):
    """In an option: a section, or "front" for the text before the first one."""

    beyond: ClassVar[tuple[str, ...]] = (FRONT,)


class PlaceRef(SectionRef, frozen=True, gc=False):
    """In an option: a section, "front", or "extra" for sections that the form does not have."""

    beyond: ClassVar[tuple[str, ...]] = (FRONT, EXTRA)


class TableRef(FormPart, frozen=True, gc=False):
    """A table, by the name that the form gives it."""

    name: str
    root: ClassVar[str] = "table"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse an option that names a table, without checking it against a form."""
        return cls(text)

    def __str__(self) -> str:
        return self.name


class RowRef(FormPart, frozen=True, gc=False):
    """A row. In an option `table` is None: the options next to it name the table."""

    table: str | None
    row: str
    root: ClassVar[str] = TableRef.root

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse an option that names a row, without checking it against a form."""
        return cls(None, text)

    def __str__(self) -> str:
        return self.row


class ColumnRef(FormPart, frozen=True, gc=False):
    """A column. In an option `table` is None: the options next to it name the table."""

    table: str | None
    column: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse an option that names a column, without checking it against a form."""
        return cls(None, text)

    @property
    def path(self) -> tuple[str | None, ...]:
        """A column covers the figures of every row."""
        return (TableRef.root, self.table, None, self.column)

    def __str__(self) -> str:
        return self.column


class FigureRef(FormPart, frozen=True, gc=False):
    """A figure of a table; its full name is table.row.column."""

    table: str
    row: str
    column: str
    root: ClassVar[str] = TableRef.root

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse the full name of a figure, without checking it against a form.

        Raises InvalidOption if `text` does not have three parts.
        """
        parts = text.split(".")
        if len(parts) not in (2, 3):
            raise InvalidOption(_WRONG_PARTS(name=text))
        if len(parts) == 2:
            raise InvalidOption(_NEEDS_TABLE(name=text))
        return cls(*parts)

    def __str__(self) -> str:
        return f"{self.table}.{self.row}.{self.column}"


Reference: TypeAlias = (
    TitleRef
    | SignatureRef
    | SignatureOrganRef
    | SignatureDateRef
    | SectionRef
    | TableRef
    | RowRef
    | ColumnRef
    | FigureRef
)

TITLE = TitleRef()
SIGNATURE = SignatureRef()
SIGNATURE_ORGAN = SignatureOrganRef()
SIGNATURE_DATE = SignatureDateRef()
