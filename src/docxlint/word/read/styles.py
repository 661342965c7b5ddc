"""What styles decide of the visible text: names, outline levels, numbering, hidden text."""

from __future__ import annotations

import re

import msgspec
from lxml import etree

from docxlint.word.ooxml.names import RPR, VAL, w
from docxlint.word.ooxml.xml import on

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

    `chain` has the ids from the style itself to its last ancestor. `vanish` is whether an odd
    number of styles in the chain hide text, because hiding is a toggle (17.7.3).
    """

    name: str | None = None
    chain: tuple[str, ...] = ()
    level: int | None = None
    numbering: NumPr = NumPr()
    vanish: bool = False


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

    `hidden_by_default` is whether the document defaults hide text. `hiding` is whether any style
    or default mentions hiding.
    """

    def __init__(self, root: etree._Element | None) -> None:
        """`root` is the root of the styles part, None where the document has none."""
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default = ""
        self.hidden_by_default = False
        self.hiding = False
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
        defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}/{w('vanish')}")
        self.hidden_by_default = on(defaults)
        self.hiding = next(root.iter(w("vanish")), None) is not None

    def paragraph(self, style_id: str | None) -> Style:
        """Return the paragraph style `style_id`, the default one where it is None or unknown."""
        if style_id is not None and style_id in self._elements:
            return self._style(style_id)
        if style_id is not None and not self._elements:
            # Without a styles part only the id tells anything.
            return Style(name=style_id, chain=(style_id,), level=heading_level(style_id))
        return self._style(self._default) if self._default else Style()

    def hides(self, character_style: str | None) -> bool:
        """Return whether the character style toggles hiding; an unknown style does not."""
        if character_style is None or character_style not in self._elements:
            return False
        return self._style(character_style).vanish

    def numbering_style(self, style_id: str) -> NumPr:
        """Return the list of the numbering style `style_id`."""
        return self._style(style_id).numbering if style_id in self._elements else NumPr()

    def _style(self, style_id: str) -> Style:
        known = self._resolved.get(style_id)
        if known is None:
            known = self._resolved[style_id] = self._inherited(style_id)
        return known

    def _inherited(self, style_id: str) -> Style:
        chain: list[str] = []
        level: int | None = None
        num: int | None = None
        num_level: int | None = None
        vanish: bool = False
        current: str | None = style_id
        while current is not None and current in self._elements and current not in chain:
            element = self._elements[current]
            chain.append(current)
            properties = element.find(w("pPr"))
            if properties is not None:
                if level is None:
                    level = integer(properties.find(w("outlineLvl")))
                numbering = properties.find(w("numPr"))
                if numbering is not None and num is None:
                    reference = num_pr(numbering)
                    num = reference.num
                    num_level = reference.level if num_level is None else num_level
            if level is None:
                level = heading_level(_name(element) or "")
            vanish ^= on(element.find(f"{RPR}/{w('vanish')}"))
            based = element.find(w("basedOn"))
            current = based.get(VAL) if based is not None else None
        return Style(
            name=_name(self._elements[style_id]),
            chain=tuple(chain),
            level=level if level is not None and 0 <= level < NO_LEVEL else None,
            numbering=NumPr(num, num_level),
            vanish=vanish,
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
