"""The properties of a paragraph that decide what shows (17.3.1.26)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import msgspec
from lxml import etree

from docxlint.word.ooxml.names import (
    AUTHOR,
    DEL,
    INS,
    KIND_OF_CHANGE,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    RPR_CHANGE,
    STEP,
    VAL,
    w,
)
from docxlint.word.ooxml.xml import elements, on
from docxlint.word.read.run_look import HIDDEN
from docxlint.word.read.scope import Scope
from docxlint.word.read.styles import NO_LEVEL, NumPr, Style, integer, num_pr

_PSTYLE, _SECT_PR_CHANGE, _DROP_CAP = w("pStyle"), w("sectPrChange"), w("dropCap")
_VANISH, _SPEC_VANISH = w("vanish"), w("specVanish")

FORMATTING = "w:pPr[1]/w:pPrChange[1]"
"""The path below a paragraph of a change of its formatting."""

FormatChange: TypeAlias = tuple[str, str | None, str]
"""The kind and the author of a tracked change, and its path below the paragraph."""


class ParagraphProperties(msgspec.Struct, frozen=True):
    """The properties of a paragraph; its mark may be `deleted` or `hidden`.

    `look` has the flags of its text by style. A `drop_cap` belongs to the paragraph after it.
    `ends_section` is whether the paragraph carries a section break. `changes` are tracked
    changes of the mark and of the formatting.
    """

    style: Style
    level: int | None
    numbering: NumPr | None = None
    deleted: bool = False
    hidden: bool = False
    look: int = 0
    drop_cap: bool = False
    ends_section: bool = False
    changes: tuple[FormatChange, ...] = ()

    @property
    def joins_next(self) -> bool:
        """Whether the text goes on in the next paragraph."""
        return self.deleted or self.hidden or self.drop_cap


class PropertiesReader:
    """Reads the properties of the paragraphs of one part."""

    def __init__(self, scope: Scope) -> None:
        self._styles = scope.styles
        self._plain = scope.plain
        # Most paragraphs have nothing but a style, and share these.
        self._by_style: dict[str | None, ParagraphProperties] = {}

    def read(self, paragraph: etree._Element) -> ParagraphProperties:
        """Return the properties of a `w:p`; its `w:pPr` comes first, if there is one."""
        if len(paragraph) and (first := paragraph[0]).tag == PPR:
            return self._read(first)
        return self._of_style(None)

    def _of_style(self, style_id: str | None) -> ParagraphProperties:
        """Return the properties of a paragraph that only has a style."""
        known = self._by_style.get(style_id)
        if known is None:
            style = self._styles.paragraph(style_id)
            look = self._styles.paragraph_look(style)
            hidden = bool(look & HIDDEN)
            known = ParagraphProperties(style, style.level, hidden=hidden, look=look)
            self._by_style[style_id] = known
        return known

    def _read(self, element: etree._Element) -> ParagraphProperties:
        style_id: str | None = None
        others: list[etree._Element] = []
        for child in elements(element):
            tag = child.tag
            if tag == _PSTYLE:
                style_id = child.get(VAL)
            elif tag in _TELLING and not (tag == RPR and self._plain):
                others.append(child)
        properties = self._of_style(style_id)
        for child in others:
            properties = _READERS[child.tag](properties, child)
        return properties


def _numbering(properties: ParagraphProperties, element: etree._Element) -> ParagraphProperties:
    return msgspec.structs.replace(properties, numbering=num_pr(element))


def _level(properties: ParagraphProperties, element: etree._Element) -> ParagraphProperties:
    level = integer(element)
    if level is None:
        return properties
    return msgspec.structs.replace(properties, level=level if 0 <= level < NO_LEVEL else None)


def _mark(properties: ParagraphProperties, element: etree._Element) -> ParagraphProperties:
    """Read the properties of the paragraph mark; its changes come first."""
    changes: list[FormatChange] = []
    deleted, hidden = properties.deleted, properties.hidden
    # A style separator (17.3.2.36) only puts the next paragraph on the same line.
    run_in = on(element.find(_SPEC_VANISH))
    for child in element.iterchildren(INS, DEL, MOVE_FROM, MOVE_TO, _VANISH, RPR_CHANGE):
        tag = child.tag
        if tag == _VANISH:
            hidden = on(child) and not run_in
            continue
        kind = "formatting" if tag == RPR_CHANGE else KIND_OF_CHANGE[tag]
        changes.append((kind, child.get(AUTHOR), f"w:pPr[1]/w:rPr[1]/{STEP[tag]}[1]"))
        deleted = deleted or tag in (DEL, MOVE_FROM)
    changes += properties.changes
    return msgspec.structs.replace(
        properties, deleted=deleted, hidden=hidden, changes=tuple(changes)
    )


def _formatting(properties: ParagraphProperties, element: etree._Element) -> ParagraphProperties:
    change = ("formatting", element.get(AUTHOR), FORMATTING)
    return msgspec.structs.replace(properties, changes=(*properties.changes, change))


def _frame(properties: ParagraphProperties, element: etree._Element) -> ParagraphProperties:
    is_drop_cap = element.get(_DROP_CAP, "none") != "none"
    return msgspec.structs.replace(properties, drop_cap=is_drop_cap)


def _section(properties: ParagraphProperties, element: etree._Element) -> ParagraphProperties:
    properties = msgspec.structs.replace(properties, ends_section=True)
    change = element.find(_SECT_PR_CHANGE)
    if change is None:
        return properties
    step = "w:pPr[1]/w:sectPr[1]/w:sectPrChange[1]"
    changes = (*properties.changes, ("formatting", change.get(AUTHOR), step))
    return msgspec.structs.replace(properties, changes=changes)


_READERS: dict[str, Callable[[ParagraphProperties, etree._Element], ParagraphProperties]] = {
    w("numPr"): _numbering,
    w("outlineLvl"): _level,
    RPR: _mark,
    w("pPrChange"): _formatting,
    w("sectPr"): _section,
    w("framePr"): _frame,
}
_TELLING = frozenset(_READERS)
