"""How types are written in YAML."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
import pytest

from docxlint.core.finding import Severity
from docxlint.core.regex import Regex
from docxlint.packs.yaml.nodes import Mapping, Scalar, Sequence
from docxlint.packs.yaml.typed import (
    Unsupported,
    describe,
    fields_of,
    number,
    parses,
    shape,
    wanted,
    words,
)


class Options(msgspec.Struct, frozen=True, rename={"since": "from"}):
    since: int
    words: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("kind", "node"),
    [
        (str, Scalar),
        (int, Scalar),
        (bool, Scalar),
        (Severity, Scalar),
        (Literal["a"], Scalar),
        (Regex, Scalar),
        (Annotated[int, msgspec.Meta(ge=1)], Scalar),
        (tuple[str, ...], Sequence),
        (frozenset[str], Sequence),
        (dict[str, int], Mapping),
        (Options, Mapping),
        (Mapping, Mapping),
    ],
)
def test_a_type_is_written_as_one_kind_of_node(kind: Any, node: type) -> None:
    assert shape(kind) is node


@pytest.mark.parametrize("kind", [bytes, tuple[str, int], dict[int, str], list[str], object])
def test_other_types_cannot_be_written(kind: Any) -> None:
    with pytest.raises(Unsupported):
        shape(kind)


def test_fields_have_their_names_in_yaml() -> None:
    assert list(fields_of(Options)) == ["from", "words"]
    assert fields_of(Options) is fields_of(Options)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (int, "-12", -12),
        (int, "1.5", None),
        (int, "１", None),
        (Decimal, "1.5", Decimal("1.5")),
        (Decimal, "1e5", None),
        (int, "9" * 19, None),
    ],
)
def test_numbers_are_decimal_digits(kind: Any, text: str, value: object) -> None:
    assert number(kind, text) == value


def test_a_closed_list_has_its_words() -> None:
    assert words(bool) == {"true": True, "false": False}
    assert words(Literal["a", "b"]) == {"a": "a", "b": "b"}
    assert words(Severity) == {each.value: each for each in Severity}
    assert words(str) is None
    assert (parses(Regex), parses(str)) == (True, False)


def test_what_is_wanted_is_put_in_words() -> None:
    assert wanted((Literal["a", "b"], int)).en == "“a” or “b” or a whole number"
    assert wanted((tuple[str, ...], Options)).zh == "列表或“键: 值”映射"


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (Scalar("x", 1, 1), "“x”"),
        (Scalar("x" * 50, 1, 1), f"“{'x' * 39}…”"),
        (Scalar("", 1, 1), "nothing"),
        (Scalar("", 1, 1, '"'), "“”"),
        (Sequence((), 1, 1), "a list"),
        (Mapping((), 1, 1), "a mapping"),
    ],
)
def test_a_node_is_described(node: Any, text: str) -> None:
    assert describe(node).en == text
