"""The languages that docxlint reads, by their codes.

A language is a folder beside this module, with a module for each protocol of `protocols.py` and
`title_protocols.py`.
Its `__init__.py` exposes them as `LANGUAGE`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Literal, TypeAlias, get_args

import msgspec

from docxlint.text.protocols import (
    CellFigures,
    Dates,
    DocumentNumbers,
    Folding,
    HeadingNumbers,
    Punctuation,
    Quantities,
    Sentences,
    Years,
)
from docxlint.text.title_protocols import Organs, Signatures, Titles

Code: TypeAlias = Literal["zh"]
CODES: tuple[Code, ...] = get_args(Code)
DEFAULT: Code = "zh"


class Language(msgspec.Struct, frozen=True, gc=False):
    """A language by its code (ISO 639-1), with the modules that implement the protocols."""

    code: str
    folding: Folding
    cells: CellFigures
    quantities: Quantities
    dates: Dates
    years: Years
    headings: HeadingNumbers
    sentences: Sentences
    titles: Titles
    signatures: Signatures
    organs: Organs
    punctuation: Punctuation
    document_numbers: DocumentNumbers

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return load_language, (self.code,)


def load_language(code: str) -> Language:
    """The language of that code, one of CODES. Its modules are imported when first needed."""
    language: Language = import_module(f"{__package__}.{code}").LANGUAGE
    return language
