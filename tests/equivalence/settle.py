"""A document with docxlint's tracked changes accepted, or rejected, in its XML."""

from __future__ import annotations

from .word import Word


def accepted(data: bytes) -> bytes:
    """The document after its author has accepted all that docxlint changed."""
    return _settled(data, kept="ins", dropped="del")


def rejected(data: bytes) -> bytes:
    """The document after its author has rejected all that docxlint changed."""
    return _settled(data, kept="del", dropped="ins")


def _settled(data: bytes, kept: str, dropped: str) -> bytes:
    word = Word(data)
    # The names as the document has them, be it Strict or Transitional.
    keep, drop, deleted, shown = (
        word.root.tag.replace("}document", "}" + local) for local in (kept, dropped, "delText", "t")
    )
    for change in list(word.root.iter(keep, drop)):
        if "docxlint" not in change.attrib.values():
            continue
        parent = change.getparent()
        assert parent is not None
        if change.tag == keep:
            for text in change.iter(deleted):
                text.tag = shown
            at = parent.index(change)
            parent[at + 1 : at + 1] = list(change)
        parent.remove(change)
    return word.data()
