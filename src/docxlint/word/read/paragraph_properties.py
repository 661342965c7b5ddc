"""The properties of a paragraph that decide what shows (17.3.1.26)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from docxlint.word.ooxml.names import (
    AUTHOR,
    DEL,
    INS,
    KIND_OF_CHANGE,
    MOVE_FROM,
    MOVE_TO,
    RPR,
    RPR_CHANGE,
    STEP,
    VAL,
    w,
)
from docxlint.word.ooxml.xml import on
from docxlint.word.read.scope import Scope
from docxlint.word.read.styles import NO_LEVEL, NumPr, Style, Styles, integer, num_pr

_PSTYLE, _NUM_PR, _OUTLINE = w("pStyle"), w("numPr"), w("outlineLvl")
_PPR_CHANGE, _SECT_PR, _SECT_PR_CHANGE = w("pPrChange"), w("sectPr"), w("sectPrChange")
_VANISH = w("vanish")


@dataclass(slots=True)
class ParagraphProperties:
    """The properties of a paragraph; its mark may be `deleted` or `hidden`.

    `changes` are tracked changes of the mark and of the formatting: kind, author and the
    path below the paragraph.
    """

    style: Style
    level: int | None
    numbering: NumPr | None = None
    deleted: bool = False
    hidden: bool = False
    changes: tuple[tuple[str, str | None, str], ...] = ()


def default_properties(styles: Styles) -> ParagraphProperties:
    """Return the properties of a paragraph without a `w:pPr`."""
    style = styles.paragraph(None)
    return ParagraphProperties(style, style.level, hidden=styles.hidden_by_default ^ style.vanish)


def read_properties(element: etree._Element, scope: Scope) -> ParagraphProperties:
    """Return the properties in a `w:pPr`."""
    styles = scope.styles
    style_id: str | None = None
    level: int | None = None
    numbering: NumPr | None = None
    mark: etree._Element | None = None
    changes: list[tuple[str, str | None, str]] = []
    for child in element:
        tag = child.tag
        if tag == _PSTYLE:
            style_id = child.get(VAL)
        elif tag == _NUM_PR:
            numbering = num_pr(child)
        elif tag == _OUTLINE:
            level = integer(child)
        elif tag == RPR:
            if mark is None and not scope.plain:
                mark = child
        elif tag == _PPR_CHANGE:
            changes.append(("formatting", child.get(AUTHOR), "w:pPr[1]/w:pPrChange[1]"))
        elif tag == _SECT_PR:
            change = child.find(_SECT_PR_CHANGE)
            if change is not None:
                where = "w:pPr[1]/w:sectPr[1]/w:sectPrChange[1]"
                changes.append(("formatting", change.get(AUTHOR), where))
    style = styles.paragraph(style_id)
    if level is None:
        level = style.level
    elif not 0 <= level < NO_LEVEL:
        level = None
    properties = ParagraphProperties(
        style, level, numbering, hidden=styles.hidden_by_default ^ style.vanish
    )
    if mark is not None:
        changes = _read_mark(mark, properties) + changes
    properties.changes = tuple(changes)
    return properties


def _read_mark(
    mark: etree._Element, properties: ParagraphProperties
) -> list[tuple[str, str | None, str]]:
    changes: list[tuple[str, str | None, str]] = []
    for child in mark.iterchildren(INS, DEL, MOVE_FROM, MOVE_TO, _VANISH, RPR_CHANGE):
        tag = child.tag
        if tag == _VANISH:
            properties.hidden = on(child)
            continue
        where = f"w:pPr[1]/w:rPr[1]/{STEP[tag]}[1]"
        kind = "formatting" if tag == RPR_CHANGE else KIND_OF_CHANGE[tag]
        changes.append((kind, child.get(AUTHOR), where))
        properties.deleted = properties.deleted or tag in (DEL, MOVE_FROM)
    return changes
