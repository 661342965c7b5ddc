"""The protocols that the modules of a language implement. Positions count characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from docxlint.text.values import (
    CitedTitle,
    DocumentNumber,
    Figure,
    HeadingNumber,
    Quantity,
    Squeezed,
    WrittenDate,
    WrongMark,
)


class Folding(Protocol):
    """Which texts count as the same words."""

    def fold(self, text: str, /) -> str:
        """`text` in the form in which equal words are equal strings."""

    def squeeze(self, text: str, /) -> Squeezed:
        """`text` for matching words, however an author spaced them."""

    def close_up(self, text: str, /) -> Squeezed:
        """`text` for reading sentences: only white space between words that need it stays."""

    def is_letter(self, char: str, /) -> bool:
        """Whether `char` is a letter of the language's own script."""


class CellFigures(Protocol):
    """Numbers in table cells."""

    def figure(self, text: str, /) -> Figure:
        """The figure that a table cell with this text shows."""


class Quantities(Protocol):
    """Numbers in running text."""

    PATTERN: str
    """An expression (RE2) for a number in a sentence. Its only group is the number."""

    def number(self, written: str, /) -> Decimal | None:
        """The value of a number in digits or words, None for anything else."""

    def find_quantities(self, text: str, /) -> Iterator[Quantity]:
        """The numbers with units in a closed-up text, left to right."""

    def quantity_at(self, text: str, start: int, /) -> Quantity | None:
        """The number with its unit that begins at `start` of a closed-up text, or None."""

    def print_figures(self, quantities: Sequence[Quantity], further: Decimal, /) -> tuple[str, ...]:
        """The values of quantities, then `further`, all scaled as the first of them is."""

    def can_share_list(self, unit: str, other: str, /) -> bool:
        """Whether one list of parts may mix these two units."""


class Dates(Protocol):
    """Dates in running text."""

    def written_dates(self, text: str, /) -> tuple[WrittenDate, ...]:
        """The dates in a text, left to right, also those that do not exist."""

    def write_date(self, year: int, month: int, day: int, /) -> str:
        """A date in its standard form."""

    def is_standard_date(self, text: str, /) -> bool:
        """Whether the text is a date in its standard form. Line breaks do not matter."""


class Years(Protocol):
    """Years in running text."""

    YEAR: str
    """An expression (RE2) without groups for the four digits of a year."""
    AFTER_YEAR: str
    """An expression (RE2) without groups for what follows the digits in a sentence."""

    def year_value(self, text: str, /) -> int | None:
        """The year that the digits of a year write, or None."""

    def write_year(self, year: int, /) -> str:
        """A year in its standard form."""

    def may_name_year(self, text: str, /) -> bool:
        """Whether a text can name a year at all: a quick test."""

    def names_year(self, text: str, year: int, /) -> bool:
        """Whether a text names this year in digits or words, or "this year"."""

    def is_comparison(self, text: str, /) -> bool:
        """Whether a text names years to compare with, or those of a plan or a law."""

    def last_year_named(self, text: str, /) -> int | None:
        """The last year that a text names in digits, or None."""

    def clause_after_year(self, sentence: str, end: int, /) -> str:
        """The clause that a year opens; its digits end at `end` of the sentence."""


class HeadingNumbers(Protocol):
    """Headings and the numbers before headings and list items."""

    CLOSING_MARKS: str
    """The marks that no heading ends with."""

    def heading_number(self, text: str, /) -> HeadingNumber | None:
        """The number that a text begins with, or None."""

    def write_number(self, style: str, value: int, /) -> str:
        """The number `value` (1 to 99) in a style."""

    def loose_pattern(self, style: str, value: int, /) -> str:
        """An expression for a number of that style, or nearly so, in a folded text."""

    def is_bracketed(self, style: str, /) -> bool:
        """Whether the style sets the number in brackets."""

    def is_always_minor(self, number: HeadingNumber, /) -> bool:
        """Whether such a number never numbers a section of the highest level."""

    def heading_words(self, heading: str, /) -> str:
        """The folded words of a heading without number and closing marks, for comparing."""

    def without_closing_marks(self, heading: str, /) -> str:
        """A folded heading without closing marks, its number included."""

    def is_contents_style(self, style: str, /) -> bool:
        """Whether Word sets lines of a table of contents in the style of this name."""

    def item_end(self, text: str, /) -> int:
        """Where the words end that begin an item of a list ("first, …"), 0 without any."""

    def opens_item(self, text: str, /) -> bool:
        """Whether a line begins an item, or a labelled line (telephone: …) of its own."""

    def has_label(self, text: str, /) -> bool:
        """Whether a line begins with a label and a colon."""


class Sentences(Protocol):
    """Sentences, clauses and lists in running text."""

    # Each is a string of marks.
    FULL_STOP: str
    ENDS: str  # they end a sentence
    CLOSERS: str  # they may follow the mark that ends a sentence
    STOPS: str  # they end a sentence or one of its main clauses
    BREAKS: str  # they separate clauses; opening brackets too, the separator of a list not
    PHRASE_MARKS: str  # they separate phrases; brackets too
    COLONS: str
    COMMAS: str
    SEMICOLONS: str
    SEPARATOR: str  # it stands between the items of a list in one line
    OWN_NAME: str  # not a mark: the word that stands for the document's organ in expressions

    def has_marks(self, text: str, /) -> bool:
        """Whether a text has any mark of running text."""

    def is_closed(self, text: str, /) -> bool:
        """Whether a text ends with a mark that closes a clause or a sentence."""

    def continues(self, text: str, /) -> bool:
        """Whether a text begins with a mark, so that it can only go on with a sentence."""

    def clause_end(self, text: str, start: int, until: int, /) -> int:
        """Where the clause ends that is open at `start`: at a mark, or at `until`."""

    def bracket_depth(self, text: str, /) -> int:
        """How many more brackets open than close in a text."""

    def has_open_end(self, text: str, last: int, until: int, /) -> bool:
        """Whether a list whose last part ends at `last` mentions a rest before `until`."""

    def unify_joints(self, text: str, /) -> str:
        """A folded text with SEPARATOR for every word or mark that joins items of a list."""

    def listed_items(self, text: str, /) -> list[str]:
        """The items between separators, without the words around a list; no empty ones."""


class Punctuation(Protocol):
    """The marks that a standard prescribes."""

    def wrong_marks(self, text: str, /) -> Iterator[WrongMark]:
        """The wrong marks in a text, left to right."""


class DocumentNumbers(Protocol):
    """The numbers by which documents are cited."""

    def document_numbers(self, text: str, codes: Mapping[str, str], /) -> Iterator[DocumentNumber]:
        """The document numbers in a squeezed text. `codes` corrects mistyped agencies."""

    def cited_titles(self, text: str, /) -> Iterator[CitedTitle]:
        """The titles of the documents that a text cites, left to right."""

    def number_key(self, number: str, /) -> tuple[str, ...] | None:
        """What is the same however a number is written; None for what is no number."""

    def may_cite(self, text: str, /) -> bool:
        """Whether a text can cite a document by number at all: a quick test."""

    def is_standard_number(self, text: str, expected: str, /) -> bool:
        """Whether a number is in its standard form, the width of characters aside."""
