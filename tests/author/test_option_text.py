"""Options are written as in the file of a pack."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from docxlint.author.option_text import to_plain, to_yaml
from docxlint.core.regex import Regex
from docxlint.packs import load, names, shipped
from docxlint.packs.yaml.binder import Binder
from docxlint.packs.yaml.nodes import parse
from docxlint.packs.yaml.source_faults import SourceFault
from docxlint.packs.yaml.source_file import Source
from docxlint.rules.rule import Kind


@pytest.mark.parametrize("pack", list(names([shipped()])))
def test_what_is_shown_of_a_rule_binds_to_the_same_options(
    pack: str, kinds: dict[str, Kind[Any]]
) -> None:
    for rule in load(shipped() / pack, kinds).rules:
        faults: list[SourceFault] = []
        source = Source("shown.yaml", to_yaml(rule.options))
        node = parse(source, faults)
        assert node is not None
        bound = Binder(source, faults).bind(node, rule.kind.options)
        assert faults == [], rule.name
        assert to_plain(bound) == to_plain(rule.options), rule.name


class Toy(msgspec.Struct, frozen=True, rename={"since": "from"}):
    since: int
    tolerance: Decimal = Decimal(0)
    says: Regex | None = None
    names: frozenset[str] = frozenset()


def test_defaults_are_left_out_and_names_are_those_of_the_file() -> None:
    assert to_plain(Toy(2021)) == {"from": 2021}
    whole = Toy(2021, Decimal("0.01"), Regex.parse("a|b"), frozenset(("y", "x")))
    assert to_plain(whole) == {"from": 2021, "tolerance": 0.01, "says": "a|b", "names": ["x", "y"]}
    assert to_yaml(whole, inline=True) == "{from: 2021, tolerance: 0.01, says: a|b, names: [x, y]}"


def test_a_scalar_is_written_without_an_end_mark() -> None:
    assert to_yaml("字") == "字"
    assert to_yaml("3") == "'3'"
