"""Start tags as they are written: their names, and the namespaces that they declare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

_NAME = re.compile(rb"<([^\s/>]+)")
_ATTRIBUTE = re.compile(rb"\s([^\s=]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
# What says how others than its own element are to be read (Part 3, 7).
_COMPATIBILITY = frozenset(
    (b"Ignorable", b"ProcessContent", b"PreserveElements", b"PreserveAttributes", b"MustUnderstand")
)


def name(tag: bytes) -> bytes:
    """The name in a start tag, as it is written."""
    match = _NAME.match(tag)
    return match[1] if match else b""


def declared(tag: bytes) -> dict[str | None, str]:
    """The namespaces that a root's start tag declares, by their prefixes, None for the default."""
    found: dict[str | None, str] = {}

    def note(prefix: str | None, uri: str | None) -> None:
        found[prefix] = uri or ""

    parser = expat.ParserCreate("utf-8", " ")
    parser.StartNamespaceDeclHandler = note
    parser.Parse(tag, False)
    return found


def moved(tag: bytes, holder: bytes) -> bytes:
    """`tag`, whose element is written anew outside the one that begins with `holder`: it brings
    what that says of namespaces, and what it does not say itself.
    """
    own = name(tag)
    said = {attribute for attribute, _ in _scope(tag)}
    brought = b"".join(text for attribute, text in _scope(holder) if attribute not in said)
    return b"<" + own + brought + tag[1 + len(own) :]


def _scope(tag: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What a start tag says of namespaces: the names of its attributes, and these as written."""
    for match in _ATTRIBUTE.finditer(tag):
        prefix, _, local = match[1].rpartition(b":")
        if b"xmlns" in (prefix, local) or (prefix and local in _COMPATIBILITY):
            yield match[1], match[0]
