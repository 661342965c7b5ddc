"""Types that a choice, a Struct's own check, or nobody can read."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
import pytest

from docxlint.packs.yaml.binder import FAILED, Binder
from docxlint.packs.yaml.nodes import parse
from docxlint.packs.yaml.source_faults import SourceFault
from docxlint.packs.yaml.source_file import Source
from docxlint.packs.yaml.typed import Unsupported
from docxlint.rules.sums.formula import Formula


class Window(msgspec.Struct, frozen=True):
    since: int
    until: int = 99

    def __post_init__(self) -> None:
        if self.since > self.until:
            raise ValueError("it ends before it begins")


class Day(msgspec.Struct, frozen=True):
    month: int
    day: int


def bound(text: str, kind: Any) -> tuple[Any, list[str]]:
    source = Source("f.yaml", text)
    faults: list[SourceFault] = []
    node = parse(source, faults)
    assert node is not None
    value = Binder(source, faults).bind(node, kind)
    return value, [f"{fault.line}:{fault.column} {fault.message.en}" for fault in faults]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("7", int | Literal["all"], 7),
        ("all", int | Literal["all"], "all"),
        ("[a, b]", str | tuple[str, ...], ("a", "b")),
        ("a", str | tuple[str, ...], "a"),
        ("{since: 3}", Window | Day, Window(3)),
        ("{month: 2, day: 3}", Window | Day, Day(2, 3)),
        ("[{month: 2, day: 3}]", tuple[Day, ...], (Day(2, 3),)),
        ("{a: [b], c: []}", dict[str, tuple[str, ...]], {"a": ("b",), "c": ()}),
        ("~", str | None, "~"),
    ],
)
def test_a_value_is_read_as_what_it_fits(text: str, kind: Any, value: object) -> None:
    assert bound(text, kind) == (value, [])


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("some", int | Literal["all"], "1:1 expected “all” or a whole number, not “some”"),
        ("[a]", int | Literal["all"], "1:1 expected “all” or a whole number, not a list"),
        ("a + = b", Formula | Literal["all"], "1:5 expected a name or a number, not “=”"),
        ("{month: 2, dya: 3}", Window | Day, "1:12 there is no key “dya” here"),
        ("{since: 3, until: 2}", Window, "1:1 not a value for this: it ends before it begins"),
        ("{since: 3, until: 2.0}", Window, "1:19 expected a whole number, not “2.0”"),
        ("9999999999999999999", int, "1:1 expected a whole number, not “9999999999999999999”"),
        ("[1, x, 3]", tuple[int, ...], "1:5 expected a whole number, not “x”"),
        ("{a: x}", dict[str, int], "1:5 expected a whole number, not “x”"),
    ],
)
def test_what_fits_nothing_is_one_fault(text: str, kind: Any, message: str) -> None:
    assert bound(text, kind) == (FAILED, [message])


@pytest.mark.parametrize("kind", [bytes, tuple[int, int], dict[int, str], object, list])
def test_a_type_that_no_pack_can_write_is_refused(kind: Any) -> None:
    with pytest.raises(Unsupported):
        bound("[1, 2]", kind)
