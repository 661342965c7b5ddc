"""The number that the text of a table cell shows."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from docxlint.text.invisible import without_invisible
from docxlint.text.values import Figure
from docxlint.text.zh.folding import without_note_mark

_PLAIN = re.compile(r"(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_DIGITS = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_UNIT_NAME = "(?:[件条次个项份起宗元]|万元|人次)"
_UNIT = re.compile(rf"(\d+(?:\.\d+)?)\s*({_UNIT_NAME})", re.ASCII)
# Blanks that group thousands: of no width to speak of, or before a group that begins with 0.
_THIN_GROUPS = re.compile(r"\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?", re.ASCII)
_GROUPS = re.compile(r"\d{1,3}(?:[ \u3000]\d{3})*[ \u3000]0\d\d(?:[ \u3000]\d{3})*", re.ASCII)
_BETWEEN = re.compile(r"[\s、/;|+~()\[\]〔〕【】→—]+|[-.]{2,}")
_NUMBER = re.compile(rf"\d+(?:[.,]\d+)*{_UNIT_NAME}?", re.ASCII)
_SPACED_UNIT = re.compile(rf"\s+(?={_UNIT_NAME})")


@lru_cache(maxsize=4096)
def figure(text: str) -> Figure:
    """The figure that a cell's `text` shows.

    White space around it does not count, nor does the mark of a note behind it. Full-width
    digits, thousands set apart by blanks or commas, zeros in front, a number with its unit, and
    one with invisible characters have a value but are not plain. Two numbers in one cell have no
    value. A dash, a letter, a sign or a blank is no number.
    """
    visible = without_invisible(text).strip()
    unseen = len(visible) < len(text.strip())
    stripped = text.strip() if visible else ""
    bare = without_note_mark(visible)
    if _PLAIN.fullmatch(bare):
        return Figure(text=stripped, value=Decimal(bare), plain=not unseen, unseen=unseen)
    if _THIN_GROUPS.fullmatch(bare) or _GROUPS.fullmatch(bare):
        bare = "".join(bare.split())
    with_unit = _UNIT.fullmatch(bare)
    plain_unit = with_unit and not unseen and _PLAIN.fullmatch(with_unit.group(1))
    bare = unicodedata.normalize("NFKC", bare)
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(",", "")
    unit = _UNIT.fullmatch(bare)
    if unit is not None:
        bare = unit.group(1)
    value = Decimal(bare) if _DIGITS.fullmatch(bare) else None
    several = value is None and _is_several(bare)
    return Figure(
        text=stripped,
        value=value,
        plain=False,
        several=several,
        unseen=unseen,
        unit=with_unit.group(2) if with_unit and plain_unit else "",
    )


def _is_several(text: str) -> bool:
    parts = [part for part in _BETWEEN.split(_SPACED_UNIT.sub("", text)) if part]
    return len(parts) > 1 and all(map(_NUMBER.fullmatch, parts))
