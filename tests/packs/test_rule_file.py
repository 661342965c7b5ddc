"""A rule as YAML, with and without examples."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from docxlint.packs.rule_file import RuleDefinition, bind_examples, bind_rule
from docxlint.rules.rule import Rule

NodeOf = Callable[[str], Any]
RuleOf = Callable[..., tuple[Rule | None, list[str]]]


@pytest.fixture
def rule_of(node_of: NodeOf, tiny: SimpleNamespace) -> RuleOf:
    """Binds a rule without a form to check it against."""

    def rule_of(text: str, **options: Any) -> tuple[Rule | None, list[str]]:
        read = node_of(text)
        rule = bind_rule("balance", "tiny", read.node, read.binder, tiny.kinds, None, **options)
        return rule, read.faults

    return rule_of


def test_a_rule_has_its_words_its_check_and_its_place(
    rule_of: RuleOf, tiny: SimpleNamespace
) -> None:
    rule, faults = rule_of(tiny.files["rules/balance.yaml"])
    assert faults == []
    assert rule is not None
    assert (rule.title.zh, rule.title.en) == ("收到的都办结了", "What came in is done")
    assert (rule.kind.name, rule.options.table, rule.pack) == ("toy", "sums", "tiny")
    assert (rule.location.file, rule.location.number) == ("f.yaml", 1)
    assert (rule.examples, rule.example_locations) == ((), ())


def test_examples_are_read_with_the_lines_they_begin_on(
    rule_of: RuleOf, tiny: SimpleNamespace
) -> None:
    rule, faults = rule_of(tiny.files["rules/balance.yaml"], examples=True)
    assert faults == []
    assert rule is not None
    assert [line.number for line in rule.example_locations] == [11]
    assert rule.examples[0].finds == ("1 + 2 = 3，但是 2",)


def test_a_rule_written_without_examples_takes_none(rule_of: RuleOf, tiny: SimpleNamespace) -> None:
    rule, faults = rule_of(tiny.files["rules/balance.yaml"], written_as=RuleDefinition)
    assert rule is None
    assert faults == ["10:1 there is no key “examples” here"]


@pytest.mark.parametrize(
    ("expect", "message"),
    [
        ("{}", "a check is missing under expect"),
        ("{toi: {}}", "there is no check “toi”"),
        ("{toy: {table: sums, holds: a = b}, other: {}}", "a rule has one check"),
    ],
)
def test_a_rule_has_one_known_check(rule_of: RuleOf, expect: str, message: str) -> None:
    rule, faults = rule_of(f"title: 题\nseverity: info\nsource: 据\nexpect: {expect}\n")
    assert rule is None
    assert faults[0].partition(" ")[2].startswith(message)


def test_an_example_names_one_place(node_of: NodeOf) -> None:
    read = node_of("- {finds: [], move: {a: {after: b, before: c}}}\n- {finds: []}\n")
    examples = bind_examples(read.node, read.binder)
    assert len(examples) == 2
    assert read.faults == ["1:25 one of after and before is wanted, and only one"]
