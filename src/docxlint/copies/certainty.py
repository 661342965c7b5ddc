"""Which repairs are certain: they change how something is written, not what is written."""

from __future__ import annotations

import unicodedata

from docxlint.text.invisible import without_invisible
from docxlint.text.language import Language


def is_certain(old: str, new: str, language: Language) -> bool:
    """Return whether `new` keeps every letter and digit of `old`, or its value.

    Such a repair changes marks, widths and blanks, or adds what is missing. The same figure and
    the same date in another writing are certain too. All others are only likely: somebody has to
    say that the letters they take away are wrong.
    """
    value = language.cells.figure(old).value
    if value is not None and value == language.cells.figure(new).value:
        return True
    if _is_same_date(old, new, language):
        return True
    first, second = (language.headings.heading_number(text.strip()) for text in (old, new))
    if first is not None and second is not None and first.value == second.value:
        old, new = first.rest, second.rest
    return _is_contained(_letters(old), _letters(new))


def _is_same_date(old: str, new: str, language: Language) -> bool:
    before, after = (language.dates.written_dates(text) for text in (old, new))
    return (
        len(before) == len(after) == 1
        and before[0].text.strip() == old.strip()
        and before[0].date is not None
        and before[0].date == after[0].date
    )


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", without_invisible(text))
    return "".join(char for char in plain if char.isalnum())


def _is_contained(part: str, whole: str) -> bool:
    """Whether the characters of `part` come in `whole`, in their order."""
    rest = iter(whole)
    return all(char in rest for char in part)
