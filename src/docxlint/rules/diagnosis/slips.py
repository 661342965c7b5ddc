"""The slips by which a number is mistyped, and how likely they are."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

import msgspec


class Slip(msgspec.Struct, frozen=True):
    """A kind of slip and its improbability in bits: the fewer, the likelier.

    `kind` is transposed, dropped, doubled, extra, zero-added, zero-dropped, point, digit,
    step (one more or one less), omitted (0 in its place), or other.
    """

    kind: str
    bits: float


# The share of each slip among all wrong figures. A guess, but only the order matters.
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


# Longer numbers are not compared digit by digit.
_LONGEST = 24

# Slips that leave a trace: a number rarely looks like one of these by chance.
_TRACEABLE = frozenset({"transposed", "dropped", "doubled", "zero-added", "zero-dropped", "point"})


def certain_slip(right: str, wrong: str) -> str | None:
    """Return the slip from a number of several digits to `wrong`; None if it left no trace."""
    if min(len(right), len(wrong)) < 2:
        return None
    kind = likeliest_slip(right, wrong).kind
    return kind if kind in _TRACEABLE else None


def likeliest_slip(right: str, wrong: str) -> Slip:
    """Return the likeliest slip from the number `right` to the number `wrong`, both as printed."""
    return min(_slips(right, wrong), key=lambda slip: slip.bits)


def _slips(right: str, wrong: str) -> Iterator[Slip]:
    digits = wrong.replace(".", "")
    # Any digits, any length; the first digit is not 0.
    yield Slip("other", log2(18 / _SHARE["other"]) + log2(20) * (len(digits) - 1))
    if max(len(right), len(wrong)) > _LONGEST:
        return
    if "." not in right + wrong and abs(int(right) - int(wrong)) == 1:
        yield _slip("step", 2)
    if not wrong.replace(".", "").strip("0"):
        yield _slip("omitted", 1)
        return
    if not right.replace(".", "").strip("0"):
        return
    size = len(right)
    if len(wrong) == size:
        differ = [i for i in range(size) if right[i] != wrong[i]]
        if len(differ) == 1 and size > 1 and "." not in (right[differ[0]], wrong[differ[0]]):
            yield _slip("digit", 9 * size)
        if len(differ) == 2 and differ[1] == differ[0] + 1:
            i, j = differ
            if (right[i], right[j]) == (wrong[j], wrong[i]) and "." not in (right[i], right[j]):
                yield _slip("transposed", size - 1)
    elif len(wrong) + 1 == size:
        if right[:-1] == wrong and right[-1] == "0" and "." not in right:
            yield _slip("zero-dropped", 1)
        if any(right[:i] + right[i + 1 :] == wrong for i in range(size)) and _same_points(
            right, wrong
        ):
            yield _slip("dropped", size)
    elif len(wrong) == size + 1:
        if wrong[:-1] == right and wrong[-1] == "0" and "." not in wrong:
            yield _slip("zero-added", 1)
        for i in range(len(wrong)):
            if wrong[:i] + wrong[i + 1 :] == right and _same_points(right, wrong):
                twice = wrong[i] in (wrong[i - 1 : i], wrong[i + 1 : i + 2])
                yield _slip("doubled", size) if twice else _slip("extra", 10 * (size + 1))
    if right.replace(".", "").strip("0") == wrong.replace(".", "").strip("0") and (
        "." in right or "." in wrong
    ):
        yield _slip("point", 4)


def _same_points(right: str, wrong: str) -> bool:
    """Whether both numbers have a point, or neither."""
    return right.count(".") == wrong.count(".")


def _slip(kind: str, among: float) -> Slip:
    """The slip to one of `among` equally likely wrong numbers of this kind."""
    return Slip(kind, log2(among / _SHARE[kind]))
