"""White space at the ends of a `w:t`: which of its characters show (17.3.3.31)."""

from __future__ import annotations

from lxml import etree

BLANKS = " \t\r\n"
"""The characters that XML counts as white space."""

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def extent(element: etree._Element) -> tuple[int, int]:
    """Return the first and the last (exclusive) of a `w:t`'s characters that show."""
    text = element.text or ""
    if is_preserved(element):
        return 0, len(text)
    begin = len(text) - len(text.lstrip(BLANKS))
    return begin, max(begin, len(text.rstrip(BLANKS)))


def is_preserved(element: etree._Element | None) -> bool:
    """Return whether blanks at the ends of the text count (XML 1.0, 2.10; inherited)."""
    while element is not None:
        space = element.get(_XML_SPACE)
        if space is not None:
            return space == "preserve"
        element = element.getparent()
    return False
