"""The smallest edits that turn one text into another."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_FEW = 2
_LONG = 2_000


class TextEdit(NamedTuple):
    """Replace the characters from `start` to `end` by `text`."""

    start: int
    end: int
    text: str

    def conflicts_with(self, other: TextEdit) -> bool:
        """Whether only one of the two edits can be made.

        That is so if they share a character or insert at the same place.
        """
        if self.start == other.start and self.end == other.end:
            return True
        return self.start < other.end and other.start < self.end

    def shift(self, offset: int) -> TextEdit:
        """The same edit in a text with `offset` more characters before it."""
        return self._replace(start=self.start + offset, end=self.end + offset)


def diff_text(old: str, new: str) -> tuple[TextEdit, ...]:
    """The edits that turn `old` into `new`, in order and without conflicts."""
    if max(len(old), len(new)) > _LONG:
        return (TextEdit(0, len(old), new),)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        TextEdit(i, j, new[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"
    )


def diff_ignoring_space(old: str, new: str) -> tuple[TextEdit, ...]:
    """The edits that turn `old` into `new`, except that white space in `old` stays."""
    solid = [at for at, char in enumerate(old) if not char.isspace()]
    if not solid:
        return (TextEdit(0, 0, new),)
    bare = "".join(old[at] for at in solid)
    edits = []
    for start, end, text in diff_text(bare, "".join(new.split())):
        if start < end:
            edits.append(TextEdit(solid[start], solid[end - 1] + 1, text))
        else:
            at = solid[start - 1] + 1 if start else solid[0]
            edits.append(TextEdit(at, at, text))
    return tuple(edits)


def merge_edits(edits: Sequence[TextEdit], old: str) -> tuple[TextEdit, ...]:
    """Up to two edits as they are; more than two as a single edit, which is easier to read."""
    if len(edits) <= _FEW:
        return tuple(edits)
    first, last = edits[0], edits[-1]
    text = apply_edits(edits, old, first.start, last.end)
    return (TextEdit(first.start, last.end, text),)


def apply_edits(edits: Sequence[TextEdit], old: str, start: int = 0, end: int | None = None) -> str:
    """`old[start:end]` with the edits, which are in order and without conflicts."""
    out, at = "", start
    for edit in edits:
        out += old[at : edit.start] + edit.text
        at = edit.end
    return out + old[at:end]
