"""Faults of a file: what is wrong, in which line and column, with that line framed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import msgspec

from docxlint.core.message import Message

# How many characters of a long source line a frame shows.
_WINDOW = 100

_DID_YOU_MEAN = Message(zh="你是不是想写“{nearest}”？", en="did you mean “{nearest}”?")
# Below this similarity (0 to 1) a name is another name, not a typing error.
_NEAR = 0.6


class SourceFault(msgspec.Struct, frozen=True):
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

        Characters that are not printable are escaped.
        """
        head = f"{self.file}:{self.line}:{self.column}: {self.message.text(lang)}"
        lines = [_printable(head)]
        if self.excerpt:
            lines += self._frame()
        if self.hint is not None:
            lines.append("  " + _printable(self.hint.text(lang)))
        return "\n".join(lines)

    def _frame(self) -> list[str]:
        start = max(0, self.column - 1 - _WINDOW // 2) if len(self.excerpt) > _WINDOW else 0
        before = ("…" if start else "") + _printable(self.excerpt[start : self.column - 1])
        end = start + _WINDOW
        marked = _printable(self.excerpt[self.column - 1 : min(self.column - 1 + self.width, end)])
        after = _printable(self.excerpt[self.column - 1 + self.width : end])
        if end < len(self.excerpt):
            after += "…"
        number = str(self.line)
        pad, carets = " " * _columns(before), "^" * max(1, _columns(marked))
        return [f"  {number} | {before}{marked}{after}", f"  {' ' * len(number)} | {pad}{carets}"]


class FaultyFiles(Exception):
    """Files that cannot be used. `faults` are all their faults."""

    def __init__(self, faults: Sequence[SourceFault]) -> None:
        super().__init__(tuple(faults))
        self.faults = tuple(faults)

    def __str__(self) -> str:
        return "\n".join(fault.text("en") for fault in self.faults)


class PackFault(FaultyFiles):
    """A pack that cannot be used. Its faults are in the order of files and lines."""


class SiteFault(FaultyFiles):
    """A site's file, or its baseline, that cannot be used. Its faults are in the order of lines."""

    def __init__(self, faults: Sequence[SourceFault]) -> None:
        super().__init__(sorted(faults, key=lambda fault: (fault.line, fault.column)))


def nearest(given: str, candidates: Sequence[str]) -> str | None:
    """The one of `candidates` that `given` most likely was meant to be; None if none is near."""
    if not given or not candidates:
        return None
    from rapidfuzz import process  # only a pack with a fault pays for it
    from rapidfuzz.distance import OSA

    match = process.extractOne(
        given, candidates, scorer=OSA.normalized_similarity, score_cutoff=_NEAR
    )
    return match[0] if match is not None else None


def did_you_mean(given: str, candidates: Sequence[str]) -> Message | None:
    """A hint at the nearest of `candidates`; None if none is near."""
    match = nearest(given, candidates)
    return _DID_YOU_MEAN(nearest=match) if match is not None else None


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
