"""Faults of examples that show only when they are tried."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from docxlint.core.message import Message
from docxlint.packs import example_fault, good_fault, load

Write = Callable[..., Path]

NO = Message(zh="没有", en="there is none")


def test_an_example_is_found_in_its_rule_s_file(write: Write, tiny: SimpleNamespace) -> None:
    pack = load(write(), tiny.kinds, examples=True)
    (rule,) = pack.rules
    name = "sums.done.people"
    fault = example_fault(
        pack, rule, 1, NO, path=("set", name), given=name, candidates=("sums.done.peoples",)
    )
    assert fault.text("en") == (
        "tiny/rules/balance.yaml:11:11: there is none\n"
        '  11 |   - set: {sums.done.people: "2"}\n'
        "     |           ^^^^^^^^^^^^^^^^\n"
        "  did you mean “sums.done.peoples”?"
    )
    whole = example_fault(pack, rule, 1, NO)
    assert (whole.line, whole.column) == (11, 5)
    value = example_fault(pack, rule, 1, NO, path=("set", name))
    assert (value.line, value.column) == (11, 29)
    item = example_fault(pack, rule, 1, NO, path=("finds", 0))
    assert (item.line, item.column) == (12, 13)


def test_an_example_of_an_inherited_rule_is_found_in_the_base(
    province: Write, tiny: SimpleNamespace
) -> None:
    pack = load(province(), tiny.kinds, examples=True)
    fault = example_fault(pack, pack.rules[0], 1, NO)
    assert (fault.file, fault.line) == ("tiny/rules/balance.yaml", 11)
    assert fault.excerpt == '  - set: {sums.done.people: "2"}'


def test_an_example_of_a_change_is_found_in_the_pack_s_own_file(
    province: Write, tiny: SimpleNamespace
) -> None:
    text = tiny.province["pack.yaml"].replace(
        "options: {limit: 2}", "examples: [{finds: []}, {finds: [x], drop: [a, b]}]"
    )
    pack = load(province({"pack.yaml": text}), tiny.kinds, examples=True)
    fault = example_fault(pack, pack.rules[0], 2, NO, path=("drop", "b"), given="b")
    assert (fault.file, fault.line, fault.column) == ("province/pack.yaml", 6, 79)
    assert fault.excerpt[78] == "b"


def test_a_change_of_the_good_document_is_found_in_the_pack_that_makes_it(
    province: Write, tiny: SimpleNamespace
) -> None:
    county = "name: county\nversion: 0.1.0\ntitle: 县\nextends: province\ngood: {drop: [sections.first]}\n"
    folder = province({"../county/pack.yaml": county})
    pack = load(folder.parent / "county", tiny.kinds)
    first = good_fault(pack, 1, NO, path=("swap", "某机关"), given="某机关")
    assert (first.file, first.line, first.column, first.width) == ("province/pack.yaml", 11, 15, 3)
    second = good_fault(pack, 2, NO, path=("drop", 0))
    assert (second.file, second.line, second.column) == ("county/pack.yaml", 5, 15)


def test_a_file_that_went_away_is_still_named(write: Write, tiny: SimpleNamespace) -> None:
    folder = write()
    pack = load(folder, tiny.kinds, examples=True)
    (folder / "rules/balance.yaml").unlink()
    fault = example_fault(pack, pack.rules[0], 1, NO, path=("set",))
    assert (fault.file, fault.line, fault.excerpt) == ("tiny/rules/balance.yaml", 11, "")
