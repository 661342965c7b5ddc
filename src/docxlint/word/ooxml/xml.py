"""Safe parsing of a part: no DTD, no entities, no network; Strict read as Transitional."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from docxlint.word.ooxml.limits import Limits
from docxlint.word.ooxml.names import VAL
from docxlint.word.ooxml.unreadable import Code, Unreadable

BLANKS = " \t\r\n"
"""The characters that XML counts as white space."""
_FEW = 256
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARSER = etree.XMLParser(
    encoding="utf-8",
    collect_ids=False,
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    dtd_validation=False,
    huge_tree=True,  # the limits of docxlint hold, not those of libxml2
    remove_comments=True,
    remove_pis=True,
)
_DECLARED = re.compile(r"<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_SPACE = re.compile(rb"[ \t\r\n]*")
_TAG = re.compile(rb"<[^<>]*http://purl\.oclc\.org/ooxml/[^<>]*>")
_STRICT = re.compile(rb"(xmlns(?::[^=\s]+)?=[\"'])http://purl\.oclc\.org/ooxml/(\w+)/([^\"']+)")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/\3"
_UTF8_NAMES = frozenset(("utf-8", "utf8", "us-ascii"))
_UTF16_NAMES = frozenset(("utf-16", "utf16", "utf-16le", "utf-16be"))
_UTF16 = {
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\x00": "utf-16-le",
    b"\x00<": "utf-16-be",
}
"""First bytes of a part in UTF-16 → codec."""


def parse(data: bytes, part: str, limits: Limits) -> etree._Element:
    """Return the root of the part named `part`, with Strict namespaces as Transitional ones.

    Raise Unreadable for anything but well-formed XML without a DTD in UTF-8 or UTF-16
    (ECMA-376 Part 2, 8.1.4: the encodings and the ban on DTDs).
    """
    data = _utf8(data, part)
    if data.count(b"<") > limits.tags:
        raise Unreadable(Code.TOO_MANY_TAGS, part=part, limit=limits.tags)
    if _has_doctype(data):
        raise Unreadable(Code.DOCTYPE, part=part)
    root = _root(data, part)
    if b"http://purl.oclc.org/ooxml/" in data:
        # lxml writes "<" and ">" only around tags, so text that looks like a declaration stays.
        plain = etree.tostring(root, encoding="utf-8")
        root = _root(_TAG.sub(lambda m: _STRICT.sub(_TRANSITIONAL, m[0]), plain), part)
    return root


def elements(parent: etree._Element) -> Iterable[etree._Element]:
    """Return the children of `parent`, many times faster than by an iterator where they are few.

    The elements of a long list are not all held at the same time.
    """
    return parent[:] if len(parent) < _FEW else parent  # type: ignore[index]


def on(element: etree._Element | None) -> bool:
    """Return whether an on/off property (17.17.4) is present and not switched off."""
    return element is not None and element.get(VAL) not in ("0", "false", "off")


def extent(element: etree._Element) -> tuple[int, int]:
    """Return the first and the last (exclusive) of a `w:t`'s characters that show (17.3.3.31)."""
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


def _root(data: bytes, part: str) -> etree._Element:
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise Unreadable(Code.TOO_DEEP, part=part) from error
        raise Unreadable(Code.MALFORMED, part=part, line=error.lineno or 1) from error


def _utf8(data: bytes, part: str) -> bytes:
    """Return `data` in UTF-8. Raise Unreadable if it is not in the encoding that it declares."""
    codec, allowed = "utf-8", _UTF8_NAMES
    if data[:2] in _UTF16:
        codec, allowed = _UTF16[data[:2]], _UTF16_NAMES
    match = _DECLARED.search(data[:200].decode(codec, "replace"))
    declared = match[1] if match else "UTF-8"
    if match and declared.lower() not in allowed:
        raise Unreadable(Code.ENCODING, part=part, declared=declared)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise Unreadable(Code.ENCODING, part=part, declared=declared) from error
    return data if codec == "utf-8" else text.encode()


def _has_doctype(data: bytes) -> bool:
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while True:
        at = _SPACE.match(data, at).end()  # type: ignore[union-attr]
        if data.startswith(b"<?", at):
            end, width = data.find(b"?>", at), 2
        elif data.startswith(b"<!--", at):
            end, width = data.find(b"-->", at + 4), 3
        else:
            return data.startswith(b"<!DOCTYPE", at)
        if end < 0:
            return False
        at = end + width
