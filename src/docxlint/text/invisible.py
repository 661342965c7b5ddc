"""Characters that show nothing: they are no part of a word or a figure."""

from __future__ import annotations

import unicodedata

BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters of Hangul that stand for no letter."""
_JOINERS = frozenset("\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f")
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))


def is_invisible(char: str) -> bool:
    """Return whether a character shows nothing and takes no room.

    These are format characters (category Cf: zero-width spaces and joiners, marks of direction,
    the soft hyphen), blank letters of Hangul, joiners of other scripts, and variation selectors
    (Unicode 15, Default_Ignorable_Code_Point). White space is not invisible.
    """
    return (
        char in BLANK_LETTERS
        or char in _JOINERS
        or any(ord(char) in selectors for selectors in _SELECTORS)
        or unicodedata.category(char) == "Cf"
    )


def without_invisible(text: str) -> str:
    """Return `text` without its invisible characters."""
    if text.isascii():
        return text
    return "".join(char for char in text if not is_invisible(char))
