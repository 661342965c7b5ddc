"""The fewest strokes that turn one text into another."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

_FEW = 2
_LONG = 2_000


class Stroke(NamedTuple):
    """The characters from `start` to `end` are to give way to `text`."""

    start: int
    end: int
    text: str

    def meets(self, other: Stroke) -> bool:
        """Whether the two cannot both be made: they share a character, or a place to put one."""
        if self.start == other.start and self.end == other.end:
            return True
        return self.start < other.end and other.start < self.end


def strokes(old: str, new: str) -> tuple[Stroke, ...]:
    """The strokes that make `new` of `old`, first to last, apart from one another."""
    if max(len(old), len(new)) > _LONG:
        return whole((Stroke(0, len(old), new),), old)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        Stroke(i, j, new[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"
    )


def blind(old: str, new: str) -> tuple[Stroke, ...]:
    """As `strokes`, but white space of `old` stands where it stood: it does not count."""
    solid = [at for at, char in enumerate(old) if not char.isspace()]
    if not solid:
        return (Stroke(0, 0, new),)
    bare = "".join(old[at] for at in solid)
    found = []
    for start, end, text in strokes(bare, "".join(new.split())):
        if start < end:
            found.append(Stroke(solid[start], solid[end - 1] + 1, text))
        else:
            at = solid[start - 1] + 1 if start else solid[0]
            found.append(Stroke(at, at, text))
    return tuple(found)


def whole(several: tuple[Stroke, ...], old: str) -> tuple[Stroke, ...]:
    """Few strokes as they are; more than that as one over them all, which is easier to read."""
    if len(several) <= _FEW:
        return several
    first, last = several[0], several[-1]
    return (Stroke(first.start, last.end, made(several, old, first.start, last.end)),)


def made(several: tuple[Stroke, ...], old: str, start: int = 0, end: int | None = None) -> str:
    """What the strokes make of `old[start:end]`."""
    out, at = "", start
    for stroke in several:
        out += old[at : stroke.start] + stroke.text
        at = stroke.end
    return out + old[at:end]
