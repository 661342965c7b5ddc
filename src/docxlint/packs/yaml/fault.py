"""What is wrong with a pack, where in which file, and the line shown with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import msgspec

from docxlint.core.message import Message

# The most of a source line that is shown round a fault, in characters.
_WINDOW = 100

_DID_YOU_MEAN = Message(zh="你是不是想写“{nearest}”？", en="did you mean “{nearest}”?")
# Below this similarity (0 to 1) a name is another name, not a slip of the pen.
_NEAR = 0.6


class Fault(msgspec.Struct, frozen=True):
    """One fault of a pack.

    `file` is relative to the folder that holds the pack, with "/" ("my-pack/form.yaml").
    `line` and `column` count from 1, columns in characters; `width` is how many characters from
    there are at fault. `excerpt` is the line of the source, "" where there is none to show.
    """

    file: str
    line: int
    column: int
    message: Message
    hint: Message | None = None
    excerpt: str = ""
    width: int = 1

    def text(self, lang: str) -> str:
        """The fault with its line framed, in `lang` ("zh" or "en"), without a final line feed.

        Whatever is not printable is shown by its escape.
        """
        head = f"{self.file}:{self.line}:{self.column}: {self.message.text(lang)}"
        lines = [_shown(head)]
        if self.excerpt:
            lines += self._frame()
        if self.hint is not None:
            lines.append("  " + _shown(self.hint.text(lang)))
        return "\n".join(lines)

    def _frame(self) -> list[str]:
        start = max(0, self.column - 1 - _WINDOW // 2) if len(self.excerpt) > _WINDOW else 0
        before = ("…" if start else "") + _shown(self.excerpt[start : self.column - 1])
        end = start + _WINDOW
        marked = _shown(self.excerpt[self.column - 1 : min(self.column - 1 + self.width, end)])
        after = _shown(self.excerpt[self.column - 1 + self.width : end])
        if end < len(self.excerpt):
            after += "…"
        number = str(self.line)
        pad, carets = " " * _columns(before), "^" * max(1, _columns(marked))
        return [f"  {number} | {before}{marked}{after}", f"  {' ' * len(number)} | {pad}{carets}"]


class PackFault(Exception):
    """A pack that cannot be used. `faults` are all its faults, in the order of files and lines."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(tuple(faults))
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(fault.text("en") for fault in self.faults)


def nearest(given: str, candidates: Sequence[str]) -> str | None:
    """The one of `candidates` that `given` most likely was meant to be; None if none is near."""
    if not given or not candidates:
        return None
    from rapidfuzz import process  # only a pack with a fault pays for it
    from rapidfuzz.distance import OSA

    found = process.extractOne(
        given, candidates, scorer=OSA.normalized_similarity, score_cutoff=_NEAR
    )
    return found[0] if found is not None else None


def did_you_mean(given: str, candidates: Sequence[str]) -> Message | None:
    """A hint at the nearest of `candidates`; None if none is near."""
    found = nearest(given, candidates)
    return _DID_YOU_MEAN(nearest=found) if found is not None else None


def _shown(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
