"""What the text of a cell says as a number."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from docxlint.form.bound import Figure

_PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_UNIT = re.compile(r"(\d+(?:\.\d+)?)(?:[件条次个项份起宗元]|万元|人次)", re.ASCII)


@lru_cache(maxsize=4096)
def figure(text: str) -> Figure:
    """The figure that a cell's `text` writes.

    White space round it does not count. A value is read, though not plainly written, from
    full-width digits, from digits with blanks or thousands commas among them, and from a number
    with its unit: what a person would add up all the same. A dash, a letter, a sign or a blank
    is no number.
    """
    shown = text.strip()
    if _PLAIN.fullmatch(shown):
        return Figure(text=shown, value=Decimal(shown), plain=True)
    bare = "".join(unicodedata.normalize("NFKC", shown).split())
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(",", "")
    unit = _UNIT.fullmatch(bare)
    if unit is not None:
        bare = unit.group(1)
    value = Decimal(bare) if _PLAIN.fullmatch(bare) else None
    return Figure(text=shown, value=value, plain=False)
