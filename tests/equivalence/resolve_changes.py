"""Accepting and rejecting the tracked changes by docxlint in a document's XML."""

from __future__ import annotations

from .word import Word


def accept_changes(data: bytes) -> bytes:
    """The document with all changes by docxlint accepted."""
    return _resolve(data, kept="ins", dropped="del")


def reject_changes(data: bytes) -> bytes:
    """The document with all changes by docxlint rejected."""
    return _resolve(data, kept="del", dropped="ins")


def _resolve(data: bytes, kept: str, dropped: str) -> bytes:
    word = Word(data)
    # The names in the namespace of the document, Strict or Transitional.
    keep, drop, deleted, visible = (
        word.root.tag.replace("}document", "}" + local) for local in (kept, dropped, "delText", "t")
    )
    for change in list(word.root.iter(keep, drop)):
        if "docxlint" not in change.attrib.values():
            continue
        parent = change.getparent()
        assert parent is not None
        if change.tag == keep:
            for text in change.iter(deleted):
                text.tag = visible
            at = parent.index(change)
            parent[at + 1 : at + 1] = list(change)
        parent.remove(change)
    return word.data()
