"""Web and e-mail addresses in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ADDRESS = re.compile(
    r"(?:[a-z]{2,8}://|www\.)[!-~]+"
    r"|[a-z0-9._+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}"
    r"|(?:[a-z0-9-]{1,63}\.){1,8}(?:cn|com|net|org|edu|gov)\b(?:[/:?#][!-~]*)?",
    re.IGNORECASE,
)
# Marks at the end of an address that belong to the sentence around it.
_AFTER = ",.;:!?'\")>"
_OPENS = {")": "(", ">": "<"}


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the web and e-mail addresses in `text`."""
    if "." not in text:
        return ()
    return tuple((m.start(), m.start() + _length(m.group())) for m in _ADDRESS.finditer(text))


def _length(address: str) -> int:
    counts = {char: address.count(char) for pair in _OPENS.items() for char in pair}
    end = len(address)
    while end and address[end - 1] in _AFTER:
        last = address[end - 1]
        if last in _OPENS:
            if counts[_OPENS[last]] >= counts[last]:
                break
            counts[last] -= 1
        end -= 1
    return end


def covered(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The positions that `spans` cover."""
    return frozenset(at for start, end in spans for at in range(start, end))
