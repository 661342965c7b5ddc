"""What styles decide of the visible text: names, outline levels, numbering, hidden text."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec
from lxml import etree

from docxlint.word.ooxml.names import RPR, VAL, w
from docxlint.word.read.run_look import PLAIN, Look, combine, read_look

NO_LEVEL = 9
"""The outline level that stands for body text (17.3.1.20)."""

_STYLE, _STYLE_END = b"<w:style ", b"</w:style>"
_TABLE_STYLE = b'w:type="table"'
_HEADING = re.compile(r"(?:heading|标题|標題|見出し|제목)[ \u3000\xa0]*([1-9])", re.IGNORECASE)


class NumPr(msgspec.Struct, frozen=True):
    """A reference to a list (17.3.1.19); `num` and `level` are None where they are missing."""

    num: int | None = None
    level: int | None = None


class Style(msgspec.Struct, frozen=True):
    """A style with all that it inherits.

    `own_level` is the list level that the style itself names (`w:ilvl`). `look` is that of its
    text: of the style and its ancestors, the nearest that mentions a flag decides (17.7.3).
    """

    name: str | None = None
    id: str | None = None
    based_on: str | None = None
    level: int | None = None
    numbering: NumPr = NumPr()
    own_level: int | None = None
    look: Look = PLAIN


def integer(element: etree._Element | None, attribute: str = VAL) -> int | None:
    """Return the integer in `attribute`, None where there is none."""
    value = element.get(attribute) if element is not None else None
    if value is None or len(value) > 12:
        return None
    try:
        return int(value)
    except ValueError:
        return None


def num_pr(element: etree._Element) -> NumPr:
    """Return the reference in a `w:numPr`."""
    return NumPr(integer(element.find(w("numId"))), integer(element.find(w("ilvl"))))


class Styles:
    """The styles of a document, resolved when they are first used.

    `default_look` is that of the document defaults.
    """

    def __init__(self, root: etree._Element | None) -> None:
        """`root` is the root of the styles part, None where the document has none."""
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default = ""
        self.default_look = PLAIN
        if root is None:
            return
        for element in root.iterchildren(w("style")):
            name = element.get(w("styleId"))
            if name is None:
                continue
            self._elements.setdefault(name, element)
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in (
                "1",
                "true",
                "on",
            ):
                self._default = name
        defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}")
        self.default_look = read_look(defaults)

    def paragraph(self, style_id: str | None) -> Style:
        """Return the paragraph style `style_id`, the default one where it is None or unknown."""
        if style_id is not None and style_id in self._elements:
            return self._style(style_id)
        if style_id is not None and not self._elements:
            # Without a styles part only the id tells anything.
            return Style(name=style_id, id=style_id, level=heading_level(style_id))
        return self._style(self._default) if self._default else Style()

    def base(self, style: Style) -> Style | None:
        """Return the style that `style` is based on, None where there is none."""
        return None if style.based_on is None else self._style(style.based_on)

    def character_look(self, style_id: str | None) -> Look:
        """Return the look of the character style `style_id`; an unknown style has none."""
        if style_id is None or style_id not in self._elements:
            return PLAIN
        return self._style(style_id).look

    def paragraph_look(self, style: Style) -> int:
        """Return the flags of the text in a paragraph of `style` (17.7.3)."""
        return combine(self.default_look.flags, style.look, PLAIN)

    @cached_property
    def remarkable(self) -> frozenset[str]:
        """The ids of the styles whose text does not look plain, the default's as ""."""
        names = {name for name in self._elements if self._style(name).look.flags}
        if self.default_look.flags or self._default in names:
            names.add("")
        return frozenset(names)

    def numbering_style(self, style_id: str) -> NumPr | None:
        """Return the list of the numbering style `style_id`, None where there is no such style."""
        return self._style(style_id).numbering if style_id in self._elements else None

    def _style(self, style_id: str) -> Style:
        known = self._resolved.get(style_id)
        return self._resolve(style_id) if known is None else known

    def _resolve(self, style_id: str) -> Style:
        """Resolve a style and its ancestors, each once. A chain that is a circle ends."""
        line: list[str] = []
        waiting: set[str] = set()
        current: str | None = style_id
        while current is not None and current not in self._resolved and current not in waiting:
            line.append(current)
            waiting.add(current)
            based = self._elements[current].find(w("basedOn"))
            current = based.get(VAL) if based is not None else None
            if current not in self._elements:
                current = None
        parent = self._resolved.get(current) if current is not None else None
        for name in reversed(line):
            parent = self._resolved[name] = _inherit(name, self._elements[name], parent)
        return self._resolved[style_id]


def _inherit(style_id: str, element: etree._Element, parent: Style | None) -> Style:
    """Return the style of `element`, which is based on `parent`."""
    base = parent or Style()
    properties = element.find(w("pPr"))
    level: int | None = None
    reference = NumPr()
    if properties is not None:
        level = integer(properties.find(w("outlineLvl")))
        numbering = properties.find(w("numPr"))
        reference = NumPr() if numbering is None else num_pr(numbering)
    name = _name(element)
    if level is None:
        level = heading_level(name or "")
    if level is None:
        level = base.level
    elif not 0 <= level < NO_LEVEL:
        level = None
    list_level = base.numbering.level if reference.level is None else reference.level
    num = base.numbering.num if reference.num is None else reference.num
    return Style(
        name=name,
        id=style_id,
        based_on=parent.id if parent is not None else None,
        level=level,
        numbering=NumPr(num, list_level),
        own_level=reference.level,
        look=read_look(element.find(RPR)).over(base.look),
    )


def without_unused(data: bytes) -> bytes:
    """Return a styles part without table styles and latent styles, which are not read.

    They are most of its bulk. Nothing is cut where comments or the like may hold text that only
    looks like an element.
    """
    # Searching for one byte is many times faster than searching for two.
    declaration = data.find(b"?>") + 2 if b"<?xml " in data[:9] else 0
    if (b"!" in data and b"<!" in data) or data.find(b"?", declaration) >= 0:
        return data
    start = data.find(b"<w:latentStyles")
    end = data.find(b"</w:latentStyles>", start)
    if 0 <= start < end:
        data = data[:start] + data[end + len(b"</w:latentStyles>") :]
    head, *styles = data.split(_STYLE)
    kept = [s for s in styles if not (s.startswith(_TABLE_STYLE) and s.endswith(_STYLE_END))]
    last = kept[-1] if kept else b""
    if last.startswith(_TABLE_STYLE) and _STYLE_END in last:
        # A table style with something after it, such as the end of the part.
        kept.pop()
        rest = last[last.rfind(_STYLE_END) + len(_STYLE_END) :]
    else:
        rest = b""
    return _STYLE.join([head, *kept]) + rest


def heading_level(name: str) -> int | None:
    """Return the outline level of a built-in heading style by its name: 0 for "heading 1"."""
    match = _HEADING.fullmatch(name.strip())
    return int(match[1]) - 1 if match else None


def _name(element: etree._Element) -> str | None:
    name = element.find(w("name"))
    return name.get(VAL) if name is not None else None
