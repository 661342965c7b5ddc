"""The levels of lists, as a numbering part describes them (17.9.6)."""

from __future__ import annotations

import re

import msgspec
from lxml import etree

from docxlint.word.ooxml.names import ALTERNATE, RPR, VAL, w
from docxlint.word.ooxml.unreadable import Code, Unreadable
from docxlint.word.ooxml.xml import on
from docxlint.word.read.number_formats import CUSTOM
from docxlint.word.read.styles import integer

LEVELS = 9
_SUFFIX = {"tab": "\t", "space": " ", "nothing": ""}
_CUSTOM_FORMAT = re.compile(r"0{1,8}[01]\b", re.ASCII)
_LONGEST = 1_000
"""Characters of a level's text. Word's own dialog allows far fewer."""


class Level(msgspec.Struct, frozen=True):
    """One level of a list (17.9.6).

    `restart` is the level, from 1, whose use makes it start again; 0 for never, None for any
    higher level. `overridden` is whether the instance has a start of its own.
    """

    start: int = 0
    fmt: str = "decimal"
    text: str = ""
    suffix: str = "\t"
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    hidden: bool = False
    overridden: bool = False


def put_level(levels: list[Level | None], lvl: etree._Element, index: int | None = None) -> None:
    """Put the level in a `w:lvl` at its place in `levels`, or at `index`."""
    at = integer(lvl, w("ilvl")) if index is None else index
    if at is not None and 0 <= at < LEVELS:
        levels[at] = _read_level(lvl)


def _read_level(lvl: etree._Element) -> Level:
    text = lvl.find(w("lvlText"))
    visible = text.get(VAL, "") if text is not None else ""
    if len(visible) > _LONGEST:
        raise Unreadable(Code.TOO_COMPLEX)
    suffix = lvl.find(w("suff"))
    style = lvl.find(w("pStyle"))
    return Level(
        start=integer(lvl.find(w("start"))) or 0,
        fmt=_read_format(lvl),
        text=visible,
        suffix=_SUFFIX.get(suffix.get(VAL, "tab"), "\t") if suffix is not None else "\t",
        restart=integer(lvl.find(w("lvlRestart"))),
        legal=on(lvl.find(w("isLgl"))),
        style=style.get(VAL) if style is not None else None,
        hidden=on(lvl.find(f"{RPR}/{w('vanish')}")),
    )


def _read_format(lvl: etree._Element) -> str:
    """Return the number format: a custom one where it is only digits, else its fallback."""
    fmt = lvl.find(w("numFmt"))
    if fmt is None:
        choice = lvl.find(f"{ALTERNATE}/{{*}}Choice/{w('numFmt')}")
        digits = _custom_digits(choice)
        if digits:
            return f"{CUSTOM}{digits}"
        fmt = lvl.find(f"{ALTERNATE}/{{*}}Fallback/{w('numFmt')}")
    digits = _custom_digits(fmt)
    if digits:
        return f"{CUSTOM}{digits}"
    return fmt.get(VAL, "decimal") if fmt is not None else "decimal"


def _custom_digits(fmt: etree._Element | None) -> int:
    """Return how many digits a custom format such as "001, 002, 003, ..." has, else 0."""
    if fmt is None or fmt.get(VAL) != "custom":
        return 0
    match = _CUSTOM_FORMAT.match(fmt.get(w("format"), ""))
    return len(match[0]) if match else 0
