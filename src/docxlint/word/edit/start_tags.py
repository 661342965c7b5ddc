"""Start tags as written: their names and the namespaces they declare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

_NAME = re.compile(rb"<([^\s/>]+)")
_ATTRIBUTE = re.compile(rb"\s([^\s=]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
# Attributes that also apply to the descendants of their element (Part 3, 7).
_COMPATIBILITY = frozenset(
    (b"Ignorable", b"ProcessContent", b"PreserveElements", b"PreserveAttributes", b"MustUnderstand")
)


def tag_name(tag: bytes) -> bytes:
    """The name in a start tag, with its prefix."""
    match = _NAME.match(tag)
    return match[1] if match else b""


def declared_namespaces(tag: bytes) -> dict[str | None, str]:
    """The namespaces that a root's start tag declares, by prefix; None is the default."""
    namespaces: dict[str | None, str] = {}

    def note(prefix: str | None, uri: str | None) -> None:
        namespaces[prefix] = uri or ""

    parser = expat.ParserCreate("utf-8", " ")
    parser.StartNamespaceDeclHandler = note
    parser.Parse(tag, False)
    return namespaces


def with_outer_scope(tag: bytes, outer: bytes) -> bytes:
    """`tag` with the namespace attributes of `outer`, for an element that moves out of the one
    that begins with `outer`. Attributes that `tag` has itself stay as they are.
    """
    name = tag_name(tag)
    present = {attribute for attribute, _ in _scope_attributes(tag)}
    added = b"".join(
        text for attribute, text in _scope_attributes(outer) if attribute not in present
    )
    return b"<" + name + added + tag[1 + len(name) :]


def _scope_attributes(tag: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The attributes about namespaces in a start tag: their names, and their full text."""
    for match in _ATTRIBUTE.finditer(tag):
        prefix, _, local = match[1].rpartition(b":")
        if b"xmlns" in (prefix, local) or (prefix and local in _COMPATIBILITY):
            yield match[1], match[0]
