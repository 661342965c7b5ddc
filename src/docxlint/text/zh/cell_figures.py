"""The number that the text of a table cell shows."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from docxlint.text.values import Figure

_PLAIN = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_UNIT = re.compile(r"(\d+(?:\.\d+)?)(?:[件条次个项份起宗元]|万元|人次)", re.ASCII)


@lru_cache(maxsize=4096)
def figure(text: str) -> Figure:
    """The figure that a cell's `text` shows.

    White space around it does not count. Full-width digits, digits with blanks or thousands
    commas in them, and a number with its unit have a value but are not plain. A dash, a letter,
    a sign or a blank is no number.
    """
    stripped = text.strip()
    if _PLAIN.fullmatch(stripped):
        return Figure(text=stripped, value=Decimal(stripped), plain=True)
    bare = "".join(unicodedata.normalize("NFKC", stripped).split())
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(",", "")
    unit = _UNIT.fullmatch(bare)
    if unit is not None:
        bare = unit.group(1)
    value = Decimal(bare) if _PLAIN.fullmatch(bare) else None
    return Figure(text=stripped, value=value, plain=False)
