"""How the text of a run looks: hidden, struck through, raised or white (17.3.2).

A look is a set of flags. Each element of a `w:rPr` mentions a flag and says whether it is on.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from docxlint.core.document import Concealment
from docxlint.word.ooxml.names import VAL, w
from docxlint.word.ooxml.xml import on

HIDDEN, STRUCK, DOUBLE_STRUCK, RAISED, WHITE, PROMPT = 1, 2, 4, 8, 16, 32
"""PROMPT marks the runs of an empty content control, which ask for its content."""
UNCOUNTED = HIDDEN | STRUCK | DOUBLE_STRUCK | PROMPT
"""Text with one of these does not count as text of the document."""

_TOGGLES = {w("vanish"): HIDDEN, w("strike"): STRUCK, w("dstrike"): DOUBLE_STRUCK}
_ALL_TOGGLES = HIDDEN | STRUCK | DOUBLE_STRUCK
_VERTICAL, _POSITION, _COLOR = w("vertAlign"), w("position"), w("color")
_THEME_COLOR = w("themeColor")
_WITH_SHADING = tuple(map(w, ("rPr", "pPr", "tcPr", "tblPr")))
_SHADING, _HIGHLIGHT, _TABLE_STYLE = w("shd"), w("highlight"), w("tblStyle")
_FILL, _THEME_FILL = w("fill"), w("themeFill")
_SHAPES = frozenset((w("txbxContent"),))
LOOK_TAGS = (*_TOGGLES, _VERTICAL, _POSITION, _COLOR)
"""The elements of a `w:rPr` that decide a look."""


class Look(NamedTuple):
    """The flags that run properties mention, and those of them that are on."""

    mentioned: int = 0
    flags: int = 0

    def over(self, base: Look) -> Look:
        """This look where it mentions a flag, else `base`."""
        return Look(self.mentioned | base.mentioned, self.flags | (base.flags & ~self.mentioned))


PLAIN = Look()


def read_look(properties: etree._Element | None) -> Look:
    """Return the look that a `w:rPr` itself gives."""
    if properties is None:
        return PLAIN
    mentioned = flags = 0
    for element in properties.iterchildren(*LOOK_TAGS):
        flag, is_on = _flag(element)
        mentioned |= flag
        if is_on:
            flags |= flag
    return Look(mentioned, flags)


def is_remarkable(element: etree._Element) -> bool:
    """Return whether one of LOOK_TAGS sets a look other than that of plain text."""
    flag, is_on = _flag(element)
    return is_on or flag in _TOGGLES.values()


def combine(paragraph: int, character: Look, direct: Look) -> int:
    """Return the flags of a run.

    `paragraph` has those of its paragraph's style and the document defaults. Toggles of styles
    of different kinds cancel each other (17.7.3), and direct formatting decides alone.
    """
    styled = (paragraph ^ character.flags) & _ALL_TOGGLES
    styled |= (character.flags | (paragraph & ~character.mentioned)) & ~_ALL_TOGGLES
    return (styled & ~direct.mentioned) | direct.flags


def kind_of(flags: int) -> Concealment:
    """Return why text with one of the flags of UNCOUNTED does not count."""
    if flags & PROMPT:
        return Concealment.PROMPT
    return Concealment.HIDDEN if flags & HIDDEN else Concealment.STRUCK


def is_on_white(element: etree._Element) -> bool:
    """Return whether nothing round the text `element` has a background of another color.

    A table style may give a background, and so may the shape round a text box.
    """
    for around in element.iterancestors():
        if around.tag in _SHAPES:
            return False
        for properties in around.iterchildren(*_WITH_SHADING):
            if properties.find(_TABLE_STYLE) is not None:
                return False
            if properties.find(_HIGHLIGHT) is not None:
                return False
            shading = properties.find(_SHADING)
            if shading is not None and (
                shading.get(_FILL, "auto").upper() not in ("AUTO", "FFFFFF")
                or shading.get(_THEME_FILL) is not None
            ):
                return False
    return True


def _flag(element: etree._Element) -> tuple[int, bool]:
    tag, value = element.tag, element.get(VAL, "")
    if tag == _VERTICAL:
        return RAISED, value == "superscript"
    if tag == _POSITION:
        return RAISED, value.isdigit() and int(value[:6]) > 0
    if tag == _COLOR:
        white = value.upper() == "FFFFFF" or element.get(_THEME_COLOR) == "background1"
        return WHITE, white
    return _TOGGLES[tag], on(element)
