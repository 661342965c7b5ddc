"""How a number came to be another by a slip of the hand, and how likely that is."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

import msgspec


class Slip(msgspec.Struct, frozen=True):
    """What happened to a number, and in how many bits it can be told: the fewer, the likelier.

    `kind` is transposed, dropped, doubled, extra, zero-added, zero-dropped, point, digit,
    step (one more or one less), omitted (0 in its place), or other.
    """

    kind: str
    bits: float


# How often each slip is made, among all wrong figures; a guess, but only its order matters.
_SHARE = {
    "other": 0.18,
    "step": 0.06,
    "omitted": 0.12,
    "digit": 0.14,
    "transposed": 0.14,
    "dropped": 0.1,
    "doubled": 0.08,
    "zero-dropped": 0.06,
    "zero-added": 0.06,
    "point": 0.03,
    "extra": 0.03,
}


# Longer numbers are nobody's figures, and are not looked at digit by digit.
_LONGEST = 24

# What can be seen to have happened, where it did not happen by chance.
PLAIN = frozenset({"transposed", "dropped", "doubled", "zero-added", "zero-dropped", "point"})


def plain(right: str, wrong: str) -> str | None:
    """What plainly happened to a number of several digits, one of PLAIN; None if nothing did."""
    if min(len(right), len(wrong)) < 2:
        return None
    kind = slip(right, wrong).kind
    return kind if kind in PLAIN else None


def slip(right: str, wrong: str) -> Slip:
    """The likeliest way from the number `right` to the number `wrong`, both as printed."""
    return min(_slips(right, wrong), key=lambda one: one.bits)


def _slips(right: str, wrong: str) -> Iterator[Slip]:
    digits = wrong.replace(".", "")
    # Each digit may be any, and each may have been the last; the first is not 0.
    yield Slip("other", log2(18 / _SHARE["other"]) + log2(20) * (len(digits) - 1))
    if max(len(right), len(wrong)) > _LONGEST:
        return
    if "." not in right + wrong and abs(int(right) - int(wrong)) == 1:
        yield _told("step", 2)
    if not wrong.replace(".", "").strip("0"):
        yield _told("omitted", 1)
        return
    if not right.replace(".", "").strip("0"):
        return
    size = len(right)
    if len(wrong) == size:
        differ = [i for i in range(size) if right[i] != wrong[i]]
        if len(differ) == 1 and size > 1 and "." not in (right[differ[0]], wrong[differ[0]]):
            yield _told("digit", 9 * size)
        if len(differ) == 2 and differ[1] == differ[0] + 1:
            i, j = differ
            if (right[i], right[j]) == (wrong[j], wrong[i]) and "." not in (right[i], right[j]):
                yield _told("transposed", size - 1)
    elif len(wrong) + 1 == size:
        if right[:-1] == wrong and right[-1] == "0" and "." not in right:
            yield _told("zero-dropped", 1)
        if any(right[:i] + right[i + 1 :] == wrong for i in range(size)) and _whole(right, wrong):
            yield _told("dropped", size)
    elif len(wrong) == size + 1:
        if wrong[:-1] == right and wrong[-1] == "0" and "." not in wrong:
            yield _told("zero-added", 1)
        for i in range(len(wrong)):
            if wrong[:i] + wrong[i + 1 :] == right and _whole(right, wrong):
                twice = wrong[i] in (wrong[i - 1 : i], wrong[i + 1 : i + 2])
                yield _told("doubled", size) if twice else _told("extra", 10 * (size + 1))
    if right.replace(".", "").strip("0") == wrong.replace(".", "").strip("0") and (
        "." in right or "." in wrong
    ):
        yield _told("point", 4)


def _whole(right: str, wrong: str) -> bool:
    """Whether the point, if there is one, is in both."""
    return right.count(".") == wrong.count(".")


def _told(kind: str, among: float) -> Slip:
    """That one of `among` equally likely wrong numbers of this kind was written."""
    return Slip(kind, log2(among / _SHARE[kind]))
